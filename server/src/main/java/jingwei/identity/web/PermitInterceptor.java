package jingwei.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SecondSteps;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// 权限检查: asks at every endpoint what its {@link Permit} asks, before anything else is done (APM-02).
///
/// A page or another static resource is public; so is the contract. An endpoint without a declaration is refused.
class PermitInterceptor implements HandlerInterceptor {

    private final SecondSteps steps;

    PermitInterceptor(SecondSteps steps) {
        this.steps = steps;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A second dispatch (end of a stream, page of an error) belongs to a request that was asked already.
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)
                || method.getBeanType().getName().startsWith("org.springdoc.")) {
            return true;
        }
        Permit permit = method.getMethodAnnotation(Permit.class);
        if (permit == null) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "no-permission-declared",
                    Text.of("此入口没有声明权限，不能使用", "this endpoint declares no permission and cannot be used"),
                    Text.of("请告知维护人员", "tell the maintainers")).under("APM-02").asException();
        }
        if (permit.value() == Permission.ANYONE) {
            return true;
        }
        SignedIn who = SignedIn.current();
        if (Boolean.TRUE.equals(request.getAttribute(SessionFilter.MUST_CHANGE))
                && !method.getBeanType().equals(SessionController.class)) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "password-must-change",
                    Text.of("首次登录或口令重置后须先修改口令", "the password must be changed first"),
                    Text.of("请修改口令后继续", "change the password, then go on")).under("SEC-06").asException();
        }
        if (steps.demandedOf(who.permissions()) && !method.getBeanType().equals(SessionController.class)
                && !method.getBeanType().equals(SecondStepController.class) && !steps.on(who.account())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "second-step-missing",
                    Text.of("管理员须先启用两步登录", "administrators turn on two-step sign-in first"),
                    Text.of("请启用后继续", "turn it on, then go on")).under("SEC-06").asException();
        }
        if (!who.may(permit.value())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "permission-missing",
                    Text.of("当前岗位没有“" + permit.value().zh() + "”的权限",
                            "the post in use lacks the permission " + permit.value()),
                    Text.of("请换用有此权限的岗位，或请管理员调整岗位",
                            "use a post that has it, or ask an administrator"))
                    .under("APM-02").missing(List.of(permit.value().name())).asException();
        }
        return true;
    }
}
