package jingwei.grid.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.grid.CellSuccession;
import jingwei.grid.GridKeeperAccess;
import jingwei.grid.LandDraft;
import jingwei.grid.LandMap;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/// Whatever is edited, the land stays seamless by the full proof, or the edit is refused (BDR-03).
@Requirement({"BDR-02", "BDR-03"})
class CellEditsTest {

    private static final LandMap LAND = Town.draw(7, TownPlan.xinan()).map();
    private static final UnitGrid MIDDLE = LAND.cells().stream().filter(cell -> neighbors(cell).size() == 8).findFirst().orElseThrow();
    private static final RegionCode HOME = MIDDLE.code().community();

    private static List<UnitGrid> neighbors(UnitGrid cell) {
        return LAND.cells().stream().filter(other -> other != cell && other.outline().touches(cell.outline())).toList();
    }

    private static EditedCells apply(CellEdit... edits) {
        return new CellEdits(LAND, community -> Set.of(), LocalDate.of(2026, 12, 1), "编辑").apply(List.of(edits));
    }

    /// The land as it would be.
    private static List<UnitGrid> land(EditedCells done) {
        Map<UnitGridCode, UnitGrid> all = new HashMap<>();
        LAND.cells().stream().filter(cell -> !done.ended().contains(cell.code())).forEach(cell -> all.put(cell.code(), cell));
        done.changed().forEach(cell -> all.put(cell.code(), cell));
        return new ArrayList<>(all.values());
    }

    private static void sound(EditedCells done) {
        assertThat(GridKeeperAccess.faults(new LandDraft(LAND.regions(), List.of(), land(done), List.of()))).isEmpty();
        assertThat(land(done).stream().mapToDouble(cell -> cell.outline().getArea()).sum())
                .isCloseTo(LAND.cells().stream().mapToDouble(cell -> cell.outline().getArea()).sum(), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void aCornerMovesInEveryCellThatHasIt() {
        Coordinate corner = shared();
        EditedCells done = apply(new CellEdit.Move(corner, new Coordinate(corner.x + 1e-4, corner.y + 5e-5)));
        assertThat(done.changed()).hasSize(4);
        sound(done);
        assertThat(done.successions()).isNotEmpty();
    }

    /// A corner where four cells meet.
    private static Coordinate shared() {
        return java.util.Arrays.stream(MIDDLE.outline().getCoordinates()).filter(at -> LAND.cells().stream()
                .filter(cell -> List.of(cell.outline().getCoordinates()).contains(at)).count() == 4).findFirst().orElseThrow();
    }

    @Test
    void aCornerIsAddedToBothSidesAndTakenAwayAgain() {
        Coordinate a = MIDDLE.outline().getCoordinates()[0];
        Coordinate b = MIDDLE.outline().getCoordinates()[1];
        Coordinate at = new Coordinate((a.x + b.x) / 2 + 2e-5, (a.y + b.y) / 2 + 2e-5);
        EditedCells added = apply(new CellEdit.Insert(a, b, at));
        assertThat(added.changed()).hasSize(2);
        sound(added);
        EditedCells gone = apply(new CellEdit.Insert(a, b, at), new CellEdit.Remove(at));
        assertThat(gone.changed()).allSatisfy(cell -> assertThat(cell.outline().equalsTopo(LAND.unitGrid(cell.code()).orElseThrow().outline())).isTrue());
    }

    @Test
    void aCellIsSplitFromBorderToBorderAndTheNeighborsGetTheCorners() {
        Envelope box = MIDDLE.outline().getEnvelopeInternal();
        double y = box.centre().y;
        EditedCells done = apply(new CellEdit.Split(MIDDLE.code(), List.of(new Coordinate(box.getMinX(), y),
                new Coordinate(box.centre().x, y + 1e-5), new Coordinate(box.getMaxX(), y))));
        assertThat(done.ended()).containsExactly(MIDDLE.code());
        assertThat(done.changed()).hasSize(4);
        sound(done);
        assertThat(done.successions()).filteredOn(one -> one.from().equals(MIDDLE.code())).hasSize(2)
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(CellSuccession.Kind.SPLIT));
        int last = LAND.cells().stream().filter(cell -> cell.code().community().equals(HOME)).mapToInt(cell -> cell.code().sequence()).max().orElseThrow();
        assertThat(done.changed().stream().map(UnitGrid::code)).contains(UnitGridCode.of(HOME, last + 1, 15), UnitGridCode.of(HOME, last + 2, 15));
    }

    @Test
    void cellsAreMergedAndRenumberedAndEveryOldCodeLeadsOn() {
        UnitGrid next = neighbors(MIDDLE).stream().filter(one -> one.code().community().equals(HOME)
                && one.outline().intersection(MIDDLE.outline()).getLength() > 1e-4).findFirst().orElseThrow();
        EditedCells done = apply(new CellEdit.Merge(List.of(MIDDLE.code(), next.code())));
        assertThat(done.ended()).containsExactlyInAnyOrder(MIDDLE.code(), next.code());
        sound(done);
        assertThat(done.successions()).extracting(CellSuccession::kind).containsOnly(CellSuccession.Kind.MERGED);
        EditedCells renumbered = apply(new CellEdit.Renumber(MIDDLE.code(), UnitGridCode.of(HOME, 901, 15)));
        sound(renumbered);
        assertThat(renumbered.successions()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(CellSuccession.Kind.RENUMBERED);
            assertThat(one.to()).isEqualTo(UnitGridCode.of(HOME, 901, 15));
        });
        EditedCells noted = apply(new CellEdit.Remark(MIDDLE.code(), "河滩"));
        assertThat(noted.changed()).singleElement().satisfies(cell -> assertThat(cell.note()).isEqualTo("河滩"));
    }

    @Test
    void whatWouldBreakTheCoverageIsRefusedWithItsStep() {
        Coordinate corner = shared();
        Envelope box = MIDDLE.outline().getEnvelopeInternal();
        refused("edit-outline-crossed", new CellEdit.Move(corner, new Coordinate(corner.x + 0.01, corner.y)));
        refused("edit-place-unknown", new CellEdit.Move(box.centre(), corner));
        refused("edit-corner-shared", new CellEdit.Remove(corner));
        refused("edit-cut-outside", new CellEdit.Split(MIDDLE.code(), List.of(new Coordinate(box.getMinX(), box.centre().y),
                new Coordinate(box.getMaxX() + 0.01, box.centre().y), new Coordinate(box.getMaxX(), box.centre().y))));
        UnitGrid far = LAND.cells().stream().filter(cell -> !cell.code().community().equals(HOME)).findFirst().orElseThrow();
        refused("edit-merge-apart", new CellEdit.Merge(List.of(MIDDLE.code(), far.code())));
        refused("edit-code-taken", new CellEdit.Renumber(MIDDLE.code(), UnitGridCode.of(far.code().community(), 999, 15)));
        refused("unit-grid-unknown", new CellEdit.Renumber(MIDDLE.code(), UnitGridCode.of(HOME, 901, 15)),
                new CellEdit.Remark(MIDDLE.code(), "旧编码"));
        assertThatThrownBy(() -> new CellEdits(LAND, community -> Set.of(UnitGridCode.of(community, 900, 15).digits()), LocalDate.EPOCH, "编辑")
                .apply(List.of(new CellEdit.Renumber(MIDDLE.code(), UnitGridCode.of(HOME, 900, 15))))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> apply(new CellEdit.Remark(MIDDLE.code(), "一"), new CellEdit.Remove(corner))).hasMessageContaining("第 2 步");
    }

    private static void refused(String code, CellEdit... edits) {
        assertThatThrownBy(() -> apply(edits)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    /// Edits by a blind hand: what is taken leaves the land seamless, always.
    @Test
    void noSequenceOfEditsBreaksTheCoverage() {
        Random random = new Random(11);
        int taken = 0;
        List<CellEdit> kept = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            List<UnitGrid> cells = kept.isEmpty() ? LAND.cells() : land(apply(kept.toArray(CellEdit[]::new)));
            List<CellEdit> more = new ArrayList<>(kept);
            more.add(blind(random, cells.stream().sorted(java.util.Comparator.comparing(UnitGrid::code)).toList()));
            try {
                EditedCells done = apply(more.toArray(CellEdit[]::new));
                assertThat(GridKeeperAccess.faults(new LandDraft(LAND.regions(), List.of(), land(done), List.of())).stream()
                        .filter(fault -> !fault.kind().word().equals("bad-area")).collect(Collectors.toList())).as(more.getLast().toString()).isEmpty();
                kept = more;
                taken++;
            } catch (RefusedException e) {
                assertThat(e.refusal().code()).startsWith("edit-");
            }
        }
        assertThat(taken).isBetween(30, 119);
    }

    private static CellEdit blind(Random random, List<UnitGrid> cells) {
        UnitGrid cell = cells.get(random.nextInt(cells.size()));
        Polygon outline = cell.outline();
        Coordinate[] ring = outline.getCoordinates();
        int at = random.nextInt(ring.length - 1);
        Coordinate near = new Coordinate(ring[at].x + random.nextGaussian() * 4e-4, ring[at].y + random.nextGaussian() * 4e-4);
        return switch (random.nextInt(5)) {
            case 0 -> new CellEdit.Insert(ring[at], ring[at + 1], near);
            case 1 -> new CellEdit.Remove(ring[at]);
            case 2 -> new CellEdit.Split(cell.code(), List.of(ring[at], ring[(at + ring.length / 2) % (ring.length - 1)]));
            case 3 -> new CellEdit.Merge(List.of(cell.code(), cells.get(random.nextInt(cells.size())).code()));
            default -> new CellEdit.Move(ring[at], near);
        };
    }
}
