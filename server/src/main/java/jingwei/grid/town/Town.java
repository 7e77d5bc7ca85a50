package jingwei.grid.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jingwei.grid.DutyGrid;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandDraft;
import jingwei.grid.LandMap;
import jingwei.grid.Region;
import jingwei.grid.RegionHistory;
import jingwei.grid.UnitGrid;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.GeometryFactory;

/// 示范城区: a drawn town, the same for the same plan and seed.
///
/// Regions are all of the platform's real ones; cells cover the drawn part only. Cells are numbered west to east, north to
/// south inside each community; a duty grid is 20 cells; the core is of area class A, then B, then C.
///
/// @param draft   what to give to {@link jingwei.grid.GridKeeper#importLand}
/// @param map     the same as a picture, for use without a database
/// @param streets polylines from corner to corner, where street furniture stands
public record Town(TownPlan plan, LandDraft draft, LandMap map, List<List<GeoPoint>> streets) {

    private static final String EDITION = "示范划分";
    private static final LocalDate SINCE = LocalDate.of(2023, 7, 1);
    private static final int DUTY_COLUMNS = 4;
    private static final int DUTY_ROWS = 5;

    public Town {
        streets = List.copyOf(streets);
    }

    public static Town draw(long seed, TownPlan plan) {
        Blocks blocks = new Blocks(plan, new Random(seed));
        RegionHistory history = RegionHistory.of(plan.top());
        RegionCode[][] communities = communities(plan, history.regions());
        GeometryFactory factory = new GeometryFactory();
        Map<RegionCode, Integer> numbers = new HashMap<>();
        List<UnitGrid> cells = new ArrayList<>();
        Map<String, Set<UnitGridCode>> beats = new TreeMap<>();
        for (int r = 0; r < plan.rows(); r++) {
            for (int c = 0; c < plan.columns(); c++) {
                RegionCode community = communities[r][c];
                UnitGridCode code = UnitGridCode.of(community, numbers.merge(community, 1, Integer::sum),
                        UnitGridCode.LENGTH_2013);
                cells.add(UnitGrid.of(code, blocks.outline(r, c, factory), areaClass(plan, r, c), EDITION, SINCE));
                beats.computeIfAbsent(beat(plan, r, c), name -> new TreeSet<>()).add(code);
            }
        }
        List<DutyGrid> dutyGrids = beats.entrySet().stream()
                .map(beat -> DutyGrid.of(beat.getKey(), name(beat.getKey(), history.regions()), beat.getValue(),
                        SINCE))
                .toList();
        LandDraft draft = new LandDraft(history.regions(), history.successors(), cells, dutyGrids);
        List<List<GeoPoint>> streets = blocks.streets().stream()
                .map(street -> Stream.of(street).map(at -> new GeoPoint(at.x, at.y)).toList()).toList();
        return new Town(plan, draft, LandMap.of(draft.regions(), cells, dutyGrids), streets);
    }

    private static RegionCode[][] communities(TownPlan plan, List<Region> regions) {
        RegionCode[][] field = new RegionCode[plan.rows()][plan.columns()];
        int strip = 0;
        for (RegionCode subdistrict : plan.subdistricts()) {
            List<RegionCode> inside = regions.stream().filter(Region::inForce).map(Region::code)
                    .filter(code -> code.level() == RegionCode.Level.COMMUNITY && subdistrict.contains(code))
                    .sorted().limit(plan.communities()).toList();
            divide(field, inside, 0, strip, plan.rows(), strip + plan.stripColumns());
            strip += plan.stripColumns();
        }
        return field;
    }

    /// Halves the rectangle across its longer side until one community is left for each part.
    private static void divide(RegionCode[][] field, List<RegionCode> inside, int top, int left, int bottom,
            int right) {
        if (inside.size() == 1) {
            for (int r = top; r < bottom; r++) {
                for (int c = left; c < right; c++) {
                    field[r][c] = inside.getFirst();
                }
            }
            return;
        }
        int half = inside.size() / 2;
        List<RegionCode> first = inside.subList(0, half);
        List<RegionCode> second = inside.subList(half, inside.size());
        if (bottom - top >= right - left) {
            int cut = top + Math.round((bottom - top) * (float) half / inside.size());
            divide(field, first, top, left, cut, right);
            divide(field, second, cut, left, bottom, right);
        } else {
            int cut = left + Math.round((right - left) * (float) half / inside.size());
            divide(field, first, top, left, bottom, cut);
            divide(field, second, top, cut, bottom, right);
        }
    }

    private static AreaClass areaClass(TownPlan plan, int row, int column) {
        double x = (column + 0.5) / plan.columns() * 2 - 1;
        double y = (row + 0.5) / plan.rows() * 2 - 1;
        double away = Math.hypot(x, y);
        return away < 0.5 ? AreaClass.A : away < 0.9 ? AreaClass.B : AreaClass.C;
    }

    private static String beat(TownPlan plan, int row, int column) {
        RegionCode subdistrict = plan.subdistricts().get(column / plan.stripColumns());
        int perRow = plan.stripColumns() / DUTY_COLUMNS;
        int number = row / DUTY_ROWS * perRow + column % plan.stripColumns() / DUTY_COLUMNS + 1;
        return subdistrict + (number < 10 ? "0" : "") + number;
    }

    private static String name(String beat, List<Region> regions) {
        RegionCode subdistrict = RegionCode.of(beat.substring(0, RegionCode.Level.SUBDISTRICT.length()));
        String name = regions.stream().filter(region -> region.inForce() && region.code().equals(subdistrict))
                .findFirst().orElseThrow().name();
        return name + "第" + Integer.parseInt(beat.substring(subdistrict.digits().length())) + "责任网格";
    }
}
