package jingwei.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 机构: a center, a responsible unit (责任单位), a team or an office. It lies on one axis (SEC-01).
///
/// @param id        a short word, issued once: `supervision-center`, `water`
/// @param name      Chinese name, unique among the organizations in force
/// @param axis      null for the three administrations, which belong to no axis
/// @param parent    id of the organization above; null at the top
/// @param joined    works with the system itself; a unit that has not joined gets printed orders and the command center
///                  answers for it (模拟运行)
/// @param validFrom first day
/// @param validTo   day it ended; null while in force
public record Unit(String id, String name, OrganizationKind kind, @Nullable Axis axis, @Nullable String parent,
        boolean joined, LocalDate validFrom, @Nullable LocalDate validTo) {

    /// 归属: the value of the database's axis column; an administration, which has no axis, has one of its own.
    public String side() {
        return axis != null ? axis.name() : switch (kind) {
            case SECURITY_ADMINISTRATION -> PostKind.SECURITY_ADMINISTRATOR.side();
            case AUDIT_ADMINISTRATION -> PostKind.AUDIT_ADMINISTRATOR.side();
            default -> PostKind.ADMINISTRATOR.side();
        };
    }

    public boolean inForce() {
        return validTo == null;
    }
}
