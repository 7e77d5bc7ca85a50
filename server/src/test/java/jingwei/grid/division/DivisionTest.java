package jingwei.grid.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.demonstration.city.City;
import jingwei.demonstration.city.CitySize;
import jingwei.grid.LandDraft;
import jingwei.grid.LandFault;
import jingwei.grid.GridKeeperAccess;
import jingwei.grid.RegionHistory;
import jingwei.grid.UnitGrid;
import jingwei.simulator.Requirement;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// The division of a drawn quarter: seamless by the full proof, of the right size, inside its communities, numbered as the rule says.
@Requirement("BDR-03")
class DivisionTest {

    private static final City CITY = City.draw(4103, CitySize.QUARTER);
    private static final Division.Divided DIVIDED = Division.divide(CITY.division(), part -> { });

    @Test
    void theProofFindsNothing() {
        List<LandFault> faults = GridKeeperAccess.faults(draft(DIVIDED.cells()));
        assertThat(faults).isEmpty();
    }

    @Test
    void cellsAreAboutAHectareAndNoneCrossesACommunity() {
        List<Double> areas = cells(DIVIDED.cells()).stream().map(UnitGrid::areaSquareMeters).sorted().toList();
        double mean = areas.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isBetween(8_500.0, 11_500.0);
        assertThat(areas.getLast()).isLessThan(20_000);
        assertThat(areas.stream().filter(area -> area > 5_000 && area < 16_000).count()).isGreaterThan(areas.size() * 97 / 100);
        DIVIDED.cells().forEach((code, cell) -> {
            Geometry border = CITY.borders().get(code.community());
            assertThat(cell.difference(border).getArea()).as(code.digits()).isLessThan(1e-10);
        });
        // Rounding to the millimeter moves a border by less than one: under 1 m² a cell.
        // All of the land is covered: the union is as large as the communities.
        double land = UnaryUnionOp.union(CITY.borders().values()).getArea();
        double covered = DIVIDED.cells().values().stream().mapToDouble(Geometry::getArea).sum();
        assertThat(Math.abs(land - covered) / land).isLessThan(2e-7);
    }

    @Test
    void noCellLiesOnBothSidesOfTheRiver() {
        Geometry river = CITY.layers().get("water").getFirst().geometry();
        DIVIDED.cells().forEach((code, cell) -> {
            double wet = cell.intersection(river).getArea() / cell.getArea();
            assertThat(wet < 1e-4 || wet > 1 - 1e-4).as(code + " " + wet).isTrue();
        });
    }

    @Test
    void numbersRunFromTheNorthAndWithoutGap() {
        Map<RegionCode, List<Integer>> numbers = new java.util.TreeMap<>();
        DIVIDED.cells().keySet().forEach(code -> numbers.computeIfAbsent(code.community(), any -> new ArrayList<>()).add(code.sequence()));
        assertThat(numbers).hasSizeGreaterThan(5);
        numbers.forEach((community, list) -> {
            assertThat(list).hasSize(list.getLast()).doesNotHaveDuplicates();
            Polygon first = DIVIDED.cells().get(UnitGridCode.of(community, 1, 15));
            Polygon last = DIVIDED.cells().get(UnitGridCode.of(community, list.size(), 15));
            assertThat(first.getCentroid().getY()).isGreaterThan(last.getCentroid().getY());
        });
        assertThat(Division.divide(CITY.division(), part -> { }).cells()).isEqualTo(DIVIDED.cells());
    }

    private static List<UnitGrid> cells(Map<UnitGridCode, Polygon> divided) {
        return divided.entrySet().stream().map(one -> {
            UnitGrid cell = UnitGrid.of(one.getKey(), one.getValue(), AreaClass.B, "划分", LocalDate.of(2026, 1, 1));
            return DIVIDED.unmerged().contains(one.getKey()) ? new UnitGrid(cell.code(), cell.outline(), cell.areaSquareMeters(),
                    cell.areaClass(), "四周均不可跨越", cell.edition(), cell.validFrom(), null) : cell;
        }).toList();
    }

    private static LandDraft draft(Map<UnitGridCode, Polygon> divided) {
        return new LandDraft(RegionHistory.of(RegionCode.of("4103")).regions(), List.of(), cells(divided), List.of());
    }
}
