package jingwei.identity.web;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// 契约中的权限: every operation of the published contract says which permission it asks for, as `x-permission` (APM-02), so that
/// a client knows before it asks and a test can try all of them.
@Component
class PermissionsInContract implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Permit permit = handler.getMethodAnnotation(Permit.class);
        if (permit != null) {
            operation.addExtension("x-permission", permit.value().name());
            if (permit.value() == Permission.ANYONE) {
                // No session is asked for here, whatever the contract says of the rest.
                operation.setSecurity(List.of());
            }
        }
        return operation;
    }
}
