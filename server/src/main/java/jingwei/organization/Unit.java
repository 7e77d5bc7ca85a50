package jingwei.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 机构: a center, a responsible unit (责任单位), a team or an office. It lies on one axis (SEC-01).
///
/// @param id        a short word, issued once: `supervision-center`, `water`
/// @param name      Chinese name, unique among the organizations in force
/// @param axis      null for the administration, which belongs to no axis
/// @param parent    id of the organization above; null at the top
/// @param joined    works with the system itself; a unit that has not joined gets printed orders and the command center
///                  answers for it (模拟运行)
/// @param validFrom first day
/// @param validTo   day it ended; null while in force
public record Unit(String id, String name, OrganizationKind kind, @Nullable Axis axis, @Nullable String parent,
        boolean joined, LocalDate validFrom, @Nullable LocalDate validTo) {

    public boolean inForce() {
        return validTo == null;
    }
}
