package jingwei.catalog;

import java.util.Collection;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 区域范围: where a line of the responsibility list applies: `all`, `region:410305` or `duty-grid:X01`.
public record AreaScope(String text) {

    private static final String REGION = "region:";
    private static final String DUTY_GRID = "duty-grid:";

    public AreaScope {
        if (text.startsWith(REGION)) {
            RegionCode.of(text.substring(REGION.length()));
        } else if (!text.equals("all") && !(text.startsWith(DUTY_GRID) && text.length() > DUTY_GRID.length())) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "area-scope-malformed",
                    Text.of("“" + text + "”不是区域范围", "\"" + text + "\" is no range of area"),
                    Text.of("写 all、region:区划代码 或 duty-grid:责任网格代码",
                            "write all, region:code or duty-grid:code")).under("COL-05").asException();
        }
    }

    public static AreaScope everywhere() {
        return new AreaScope("all");
    }

    public static AreaScope of(RegionCode region) {
        return new AreaScope(REGION + region);
    }

    /// @param regions  the regions the place lies in, of any levels
    /// @param dutyGrid its duty grid; null where it has none
    public boolean covers(Collection<RegionCode> regions, @Nullable String dutyGrid) {
        if (text.startsWith(REGION)) {
            RegionCode own = RegionCode.of(text.substring(REGION.length()));
            return regions.stream().anyMatch(own::contains);
        }
        return text.equals("all") || text.equals(DUTY_GRID + dutyGrid);
    }

    /// The smaller the area, the larger.
    int narrowness() {
        return text.startsWith(REGION) ? text.length() - REGION.length() : text.equals("all") ? 0 : 13;
    }
}
