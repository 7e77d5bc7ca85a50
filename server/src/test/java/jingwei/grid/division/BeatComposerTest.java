package jingwei.grid.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Beats of about the same load: every cell in one of them, each in one subdistrict and in one piece.
@Requirement("BDR-01")
class BeatComposerTest {

    private static final List<UnitGrid> CELLS = Town.draw(7, TownPlan.luoyang()).map().cells();
    private static final Map<UnitGridCode, Double> LOAD = load();
    private static final double WANTED = 900;

    private static Map<UnitGridCode, Double> load() {
        // A busy middle and a quiet rim, as a city has it.
        Random random = new Random(3);
        double x = CELLS.stream().mapToDouble(cell -> cell.outline().getCentroid().getX()).average().orElseThrow();
        double y = CELLS.stream().mapToDouble(cell -> cell.outline().getCentroid().getY()).average().orElseThrow();
        Map<UnitGridCode, Double> load = new HashMap<>();
        CELLS.forEach(cell -> load.put(cell.code(), 10 + random.nextDouble(20) + 60 * Math.exp(-5e4 * (Math.pow(cell.outline().getCentroid().getX() - x, 2)
                + Math.pow(cell.outline().getCentroid().getY() - y, 2)))));
        return load;
    }

    @Test
    void everyCellHasOneBeatInOnePieceInOneSubdistrict() {
        List<Set<UnitGridCode>> beats = BeatComposer.compose(CELLS, LOAD, WANTED);
        Set<UnitGridCode> all = new HashSet<>();
        Map<UnitGridCode, Geometry> outlines = new HashMap<>();
        CELLS.forEach(cell -> outlines.put(cell.code(), cell.outline()));
        for (Set<UnitGridCode> beat : beats) {
            beat.forEach(cell -> assertThat(all.add(cell)).isTrue());
            assertThat(beat.stream().map(cell -> cell.community().at(RegionCode.Level.SUBDISTRICT)).distinct()).hasSize(1);
            assertThat(UnaryUnionOp.union(beat.stream().map(outlines::get).toList()).getNumGeometries()).isEqualTo(1);
        }
        assertThat(all).hasSize(CELLS.size());
    }

    @Test
    void theLoadIsEvenInsideEachSubdistrict() {
        Map<RegionCode, List<Double>> loads = new HashMap<>();
        for (Set<UnitGridCode> beat : BeatComposer.compose(CELLS, LOAD, WANTED)) {
            loads.computeIfAbsent(beat.iterator().next().community().at(RegionCode.Level.SUBDISTRICT), any -> new java.util.ArrayList<>())
                    .add(beat.stream().mapToDouble(LOAD::get).sum());
        }
        loads.forEach((subdistrict, list) -> {
            double mean = list.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(list).as(subdistrict.digits()).allSatisfy(one -> assertThat(one).isBetween(mean * 0.85, mean * 1.15));
            if (list.size() > 1) {
                assertThat(mean).isBetween(WANTED * 0.65, WANTED * 1.5);
            }
        });
        assertThat(BeatComposer.compose(CELLS, LOAD, WANTED)).isEqualTo(BeatComposer.compose(CELLS, LOAD, WANTED));
    }

    @Test
    void withoutLoadASubdistrictIsOneBeat() {
        assertThat(BeatComposer.compose(CELLS, Map.of(), WANTED)).hasSize((int) CELLS.stream()
                .map(cell -> cell.code().community().at(RegionCode.Level.SUBDISTRICT)).collect(Collectors.toSet()).size());
    }
}
