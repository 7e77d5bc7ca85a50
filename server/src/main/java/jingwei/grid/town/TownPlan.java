package jingwei.grid.town;

import java.util.List;
import jingwei.standards.RegionCode;

/// 示范城区方案: which subdistricts a drawn town shows and how many blocks it has.
///
/// @param top          the region of the platform, a city or a district
/// @param subdistricts from west to east, each a strip of the same width
/// @param communities  how many communities of each subdistrict are drawn at most
/// @param stripColumns columns of each strip, a multiple of 4
/// @param rows         rows from north to south, a multiple of 5
/// @param west         longitude of the north-western corner
/// @param north        latitude of the north-western corner
public record TownPlan(RegionCode top, List<RegionCode> subdistricts, int communities, int stripColumns, int rows,
        double west, double north) {

    public TownPlan {
        subdistricts = List.copyOf(subdistricts);
        if (stripColumns % 4 != 0 || rows % 5 != 0) {
            throw new IllegalStateException("a duty grid of the plan is 4 columns by 5 rows");
        }
    }

    /// 洛阳 `luoyang`: 湖北路街道 of 涧西区, 王城路街道 and 金谷园路街道 of 西工区; 480 cells.
    public static TownPlan luoyang() {
        return new TownPlan(RegionCode.of("4103"), List.of(RegionCode.of("410305001"), RegionCode.of("410303001"),
                RegionCode.of("410303002")), 7, 8, 20, 112.4320, 34.6800);
    }

    /// 新安县 `xinan`: 汉关街道, the county's seat; 120 cells.
    public static TownPlan xinan() {
        return new TownPlan(RegionCode.of("410323"), List.of(RegionCode.of("410323001")), 6, 12, 10,
                112.1300, 34.7300);
    }

    int columns() {
        return stripColumns * subdistricts.size();
    }
}
