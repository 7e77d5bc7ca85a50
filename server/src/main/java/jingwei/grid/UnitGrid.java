package jingwei.grid;

import java.time.LocalDate;
import jingwei.standards.AreaClass;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/// 单元网格 (基本管理网格): one cell of about 10,000 m² inside one community; the community follows from the code (BDR-03).
///
/// @param outline          polygon without holes in CGCS2000 degrees, x = longitude; never changed after it is made
/// @param areaSquareMeters area on the ellipsoid's local plane
/// @param areaClass        A core, B general, C the rest; decides which time limit of a filing condition applies
/// @param edition          name of the division the cell came from
/// @param validTo          day the cell ended; null while in force
public record UnitGrid(UnitGridCode code, Polygon outline, double areaSquareMeters, AreaClass areaClass,
        @Nullable String note, String edition, LocalDate validFrom, @Nullable LocalDate validTo) {

    /// A cell in force, its area measured from its outline.
    public static UnitGrid of(UnitGridCode code, Polygon outline, AreaClass areaClass, String edition,
            LocalDate validFrom) {
        return new UnitGrid(code, outline, LocalPlane.areaSquareMeters(outline), areaClass, null, edition, validFrom,
                null);
    }
}
