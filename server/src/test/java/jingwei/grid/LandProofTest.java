package jingwei.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jingwei.grid.LandFault.Kind;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.UnitGridCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/// The two drawn towns pass the proof; every planted fault is named.
@Tag("BDR-03")
@Requirement("BDR-03")
class LandProofTest {

    private static final LandDraft GOOD = Town.draw(7, TownPlan.xinan()).draft();
    /// A cell in the middle of the town, with neighbors on all sides.
    private static final int MIDDLE = 5 * 12 + 6;

    @Test
    void theDrawnTownsAreSeamless() {
        for (long seed : new long[] {1, 7, 2026}) {
            assertThat(LandProof.faults(Town.draw(seed, TownPlan.xinan()).draft())).isEmpty();
            assertThat(LandProof.faults(Town.draw(seed, TownPlan.luoyang()).draft())).isEmpty();
        }
    }

    @Test
    void theDrawnTownsAreOfTheSizePromisedAndTheSameForTheSameSeed() {
        Town town = Town.draw(7, TownPlan.luoyang());
        assertThat(town.map().cells()).hasSize(480)
                .allSatisfy(cell -> assertThat(cell.areaSquareMeters()).isBetween(5_000.0, 15_000.0));
        assertThat(town.map().dutyGrids()).hasSize(24)
                .allSatisfy(beat -> assertThat(beat.cells()).hasSizeBetween(15, 25));
        assertThat(town.draft()).isEqualTo(Town.draw(7, TownPlan.luoyang()).draft());
        assertThat(GOOD.cells()).hasSize(120);
        assertThat(GOOD.regions()).isNotEmpty().allSatisfy(
                region -> assertThat(region.code().digits()).startsWith("410323"));
    }

    @Test
    void aMovedCornerIsNamed() {
        assertThat(kinds(cells(cells -> change(cells, MIDDLE, LandProofTest::moved))))
                .containsOnly(Kind.NOT_SEAMLESS);
    }

    @Test
    void anOverlapIsNamedAtBothCells() {
        List<LandFault> faults = LandProof.faults(cells(cells -> change(cells, MIDDLE, cell -> with(cell,
                GOOD.cells().get(MIDDLE).outline().buffer(0.0001, 1)))));
        assertThat(faults).extracting(LandFault::kind).containsOnly(Kind.NOT_SEAMLESS);
        assertThat(faults).extracting(LandFault::code).contains(GOOD.cells().get(MIDDLE).code().digits(),
                GOOD.cells().get(MIDDLE + 1).code().digits());
    }

    @Test
    void aMissingCellLeavesAHole() {
        List<LandFault> faults = LandProof.faults(new LandDraft(GOOD.regions(), GOOD.successors(),
                cells(cells -> {
                    cells.remove(MIDDLE);
                    return cells;
                }).cells(), List.of()));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.HOLE));
    }

    @Test
    void aCodeThatOccursTwiceIsNamed() {
        LandDraft draft = cells(cells -> change(cells, 1, cell -> coded(cell, cells.get(0).code())));
        assertThat(LandProof.faults(draft)).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.DUPLICATE_CODE);
            assertThat(fault.code()).isEqualTo(GOOD.cells().get(0).code().digits());
        });
    }

    @Test
    void aCodeOfTheWrongCommunityIsNamed() {
        UnitGridCode far = UnitGridCode.of(GOOD.cells().getLast().code().community(), 999, 15);
        LandDraft draft = cells(cells -> change(cells, 0, cell -> coded(cell, far)));
        assertThat(LandProof.faults(draft)).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.WRONG_COMMUNITY);
            assertThat(fault.code()).isEqualTo(far.digits());
        });
    }

    @Test
    void aCodeOfNoCommunityIsNamed() {
        UnitGridCode nowhere = UnitGridCode.of("410323001999001");
        assertThat(kinds(cells(cells -> change(cells, 0, cell -> coded(cell, nowhere)))))
                .contains(Kind.UNKNOWN_COMMUNITY);
    }

    @Test
    void codesOfTwoLengthsInOneCommunityAreNamed() {
        UnitGridCode shorter = UnitGridCode.of(GOOD.cells().get(0).code().community(), 99, 14);
        assertThat(kinds(cells(cells -> change(cells, 0, cell -> coded(cell, shorter)))))
                .contains(Kind.MIXED_LENGTH);
    }

    @Test
    void faultyDutyGridsAreNamed() {
        UnitGridCode known = GOOD.cells().getFirst().code();
        List<DutyGrid> beats = new ArrayList<>(GOOD.dutyGrids());
        beats.add(DutyGrid.of("x", "空", Set.of(), GOOD.cells().getFirst().validFrom()));
        beats.add(DutyGrid.of("y", "重", Set.of(known), GOOD.cells().getFirst().validFrom()));
        beats.add(DutyGrid.of("y", "无", Set.of(UnitGridCode.of("410323001001999")),
                GOOD.cells().getFirst().validFrom()));
        assertThat(kinds(new LandDraft(GOOD.regions(), List.of(), GOOD.cells(), beats)))
                .contains(Kind.EMPTY_DUTY_GRID, Kind.CELL_TWICE, Kind.UNKNOWN_CELL, Kind.DUPLICATE_CODE);
    }

    @Test
    void aCellTooLargeWithoutANoteAndACrossedOutlineAreNamed() {
        assertThat(kinds(cells(cells -> change(cells, 0, cell -> new UnitGrid(cell.code(), cell.outline(), 60_000,
                cell.areaClass(), null, cell.edition(), cell.validFrom(), null))))).containsExactly(Kind.BAD_AREA);
        Coordinate[] ring = GOOD.cells().get(0).outline().getCoordinates();
        Coordinate second = ring[2];
        ring[2] = ring[4];
        ring[4] = second;
        assertThat(kinds(cells(cells -> change(cells, 0, cell -> with(cell,
                cell.outline().getFactory().createPolygon(ring)))))).contains(Kind.BAD_OUTLINE);
    }

    private static List<Kind> kinds(LandDraft draft) {
        return LandProof.faults(draft).stream().map(LandFault::kind).toList();
    }

    private static LandDraft cells(UnaryOperator<List<UnitGrid>> change) {
        return new LandDraft(GOOD.regions(), GOOD.successors(), change.apply(new ArrayList<>(GOOD.cells())),
                List.of());
    }

    private static List<UnitGrid> change(List<UnitGrid> cells, int which, UnaryOperator<UnitGrid> change) {
        cells.set(which, change.apply(cells.get(which)));
        return cells;
    }

    private static UnitGrid moved(UnitGrid cell) {
        Polygon outline = (Polygon) cell.outline().copy();
        outline.apply((Coordinate at) -> {
            if (at.equals2D(cell.outline().getCoordinates()[1])) {
                at.x += 2e-7;
            }
        });
        return with(cell, outline);
    }

    private static UnitGrid with(UnitGrid cell, org.locationtech.jts.geom.Geometry outline) {
        return UnitGrid.of(cell.code(), (Polygon) outline, cell.areaClass(), cell.edition(), cell.validFrom());
    }

    private static UnitGrid coded(UnitGrid cell, UnitGridCode code) {
        return UnitGrid.of(code, cell.outline(), cell.areaClass(), cell.edition(), cell.validFrom());
    }
}
