package jingwei.grid;

import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;

/// 定位结果: where a point lies, from the unit grid up to the district (BDR-03).
///
/// @param dutyGrid the duty grid of the unit grid; null where no collector walks there
public record Location(UnitGridCode unitGrid, Part community, Part subdistrict, Part district,
        @Nullable Beat dutyGrid, AreaClass areaClass) {

    /// A region with its name; the name is the code where the platform has not imported the region.
    public record Part(RegionCode code, String name) {
    }

    /// The duty grid, by code and name.
    public record Beat(String code, String name) {
    }
}
