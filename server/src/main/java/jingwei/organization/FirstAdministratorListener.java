package jingwei.organization;

import jingwei.identity.FirstAdministratorCreated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 首位管理员的岗位: the first person of an empty system gets the administration and its post, in identity's transaction.
@Component
class FirstAdministratorListener {

    private final OrganizationKeeper keeper;

    FirstAdministratorListener(OrganizationKeeper keeper) {
        this.keeper = keeper;
    }

    @EventListener
    void hear(FirstAdministratorCreated created) {
        keeper.createUnit("administration", "系统管理", OrganizationKind.ADMINISTRATION, null, true);
        keeper.createPost("administrator", PostKind.ADMINISTRATOR, "administration", "系统管理员");
        keeper.assign("administrator", created.person());
    }
}
