package jingwei.grid;

import static jingwei.grid.LandFault.Kind.BAD_AREA;
import static jingwei.grid.LandFault.Kind.BAD_OUTLINE;
import static jingwei.grid.LandFault.Kind.CELL_TWICE;
import static jingwei.grid.LandFault.Kind.DUPLICATE_CODE;
import static jingwei.grid.LandFault.Kind.EMPTY_DUTY_GRID;
import static jingwei.grid.LandFault.Kind.HOLE;
import static jingwei.grid.LandFault.Kind.MIXED_LENGTH;
import static jingwei.grid.LandFault.Kind.NOT_SEAMLESS;
import static jingwei.grid.LandFault.Kind.UNKNOWN_CELL;
import static jingwei.grid.LandFault.Kind.UNKNOWN_COMMUNITY;
import static jingwei.grid.LandFault.Kind.UNKNOWN_PARENT;
import static jingwei.grid.LandFault.Kind.WRONG_COMMUNITY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/// 网格检查: proves that a draft tiles the land without gap and without overlap, or names what breaks it (BDR-03).
///
/// The coverage validator alone misses a whole missing cell and, without a gap width, slivers; the union's holes show
/// both. So both are asked.
final class LandProof {

    private static final double GAP_METERS = 1.0;
    private static final double LEAST = 2_000;
    private static final double MOST = 50_000;

    private final LandDraft draft;
    private final List<LandFault> faults = new ArrayList<>();

    private LandProof(LandDraft draft) {
        this.draft = draft;
    }

    static List<LandFault> faults(LandDraft draft) {
        LandProof proof = new LandProof(draft);
        proof.regions();
        proof.codes();
        if (proof.outlines()) {
            proof.coverage();
            proof.communities();
        }
        proof.dutyGrids();
        return List.copyOf(proof.faults);
    }

    private void add(LandFault.Kind kind, Object code) {
        add(kind, code, null);
    }

    private void add(LandFault.Kind kind, Object code, @Nullable Geometry where) {
        faults.add(LandFault.of(kind, code.toString(), where));
    }

    private void regions() {
        Set<RegionCode> known = new HashSet<>();
        for (Region region : draft.regions()) {
            if (region.inForce() && !known.add(region.code())) {
                add(DUPLICATE_CODE, region.code());
            }
        }
        int top = known.stream().mapToInt(code -> code.digits().length()).min().orElse(0);
        known.stream().sorted().filter(code -> code.digits().length() > top)
                .filter(code -> !code.parent().map(known::contains).orElse(true))
                .forEach(code -> add(UNKNOWN_PARENT, code));
    }

    private void codes() {
        Set<RegionCode> communities = draft.regions().stream().filter(Region::inForce).map(Region::code)
                .collect(Collectors.toSet());
        Set<UnitGridCode> known = new HashSet<>();
        Map<RegionCode, Integer> lengths = new HashMap<>();
        for (UnitGrid cell : draft.cells()) {
            UnitGridCode code = cell.code();
            if (!known.add(code)) {
                add(DUPLICATE_CODE, code, cell.outline());
            }
            if (!communities.contains(code.community())) {
                add(UNKNOWN_COMMUNITY, code, cell.outline());
            }
            Integer length = lengths.putIfAbsent(code.community(), code.digits().length());
            if (length != null && length != code.digits().length()) {
                add(MIXED_LENGTH, code, cell.outline());
            }
            if (cell.note() == null && (cell.areaSquareMeters() < LEAST || cell.areaSquareMeters() > MOST)) {
                add(BAD_AREA, code, cell.outline());
            }
        }
    }

    private boolean outlines() {
        int before = faults.size();
        for (UnitGrid cell : draft.cells()) {
            Polygon outline = cell.outline();
            if (outline.isEmpty() || outline.getNumInteriorRing() > 0 || !outline.isValid()) {
                add(BAD_OUTLINE, cell.code(), outline.isEmpty() ? null : outline);
            }
        }
        return faults.size() == before && !draft.cells().isEmpty();
    }

    private void coverage() {
        LocalPlane plane = plane(draft.cells());
        Polygon[] meters = draft.cells().stream().map(cell -> plane.toMeters(cell.outline())).toArray(Polygon[]::new);
        Geometry[] invalid = CoverageValidator.validate(meters, GAP_METERS);
        boolean seamless = true;
        for (int i = 0; i < invalid.length; i++) {
            if (invalid[i] != null) {
                seamless = false;
                add(NOT_SEAMLESS, draft.cells().get(i).code(), plane.toDegrees(invalid[i]));
            }
        }
        if (seamless) {
            holes(CoverageUnion.union(meters), meters, plane);
        }
    }

    private void holes(Geometry union, Polygon[] meters, LocalPlane plane) {
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int j = 0; j < part.getNumInteriorRing(); j++) {
                LinearRing ring = part.getInteriorRingN(j);
                Envelope around = new Envelope(ring.getEnvelopeInternal());
                around.expandBy(0.01);
                int beside = 0;
                while (!around.intersects(meters[beside].getEnvelopeInternal()) || meters[beside].distance(ring) > 0.001) {
                    beside++;
                }
                add(HOLE, draft.cells().get(beside).code(), plane.toDegrees(ring.getFactory().createPolygon(ring)));
            }
        }
    }

    /// A cell whose code names a community that it does not touch was given the wrong code. Cells that touch share a corner.
    private void communities() {
        Map<RegionCode, List<UnitGrid>> byCommunity = draft.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.code().community(), TreeMap::new, Collectors.toList()));
        byCommunity.forEach((community, cells) -> {
            Set<UnitGrid> main = largestGroup(cells);
            if (main.size() < cells.size()) {
                // Beside a gap or an overlap neighbors share no corner; they still touch.
                STRtree tree = new STRtree();
                main.forEach(cell -> tree.insert(cell.outline().getEnvelopeInternal(), cell.outline()));
                cells.stream().filter(cell -> !main.contains(cell) && !touches(tree, cell.outline()))
                        .forEach(cell -> add(WRONG_COMMUNITY, cell.code(), cell.outline()));
            }
        });
    }

    private static boolean touches(STRtree tree, Polygon outline) {
        return tree.query(outline.getEnvelopeInternal()).stream().anyMatch(other -> outline.intersects((Geometry) other));
    }

    private static Set<UnitGrid> largestGroup(List<UnitGrid> cells) {
        Map<Coordinate, List<UnitGrid>> corners = new HashMap<>();
        for (UnitGrid cell : cells) {
            for (Coordinate at : cell.outline().getExteriorRing().getCoordinates()) {
                corners.computeIfAbsent(at, any -> new ArrayList<>()).add(cell);
            }
        }
        Set<UnitGrid> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<UnitGrid> largest = Set.of();
        for (UnitGrid first : cells) {
            if (!seen.add(first)) {
                continue;
            }
            Set<UnitGrid> group = Collections.newSetFromMap(new IdentityHashMap<>());
            group.add(first);
            Deque<UnitGrid> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                for (Coordinate at : open.pop().outline().getExteriorRing().getCoordinates()) {
                    for (UnitGrid next : corners.get(at)) {
                        if (seen.add(next)) {
                            group.add(next);
                            open.push(next);
                        }
                    }
                }
            }
            if (group.size() > largest.size()) {
                largest = group;
            }
        }
        return largest;
    }

    private void dutyGrids() {
        Set<UnitGridCode> cells = draft.cells().stream().map(UnitGrid::code).collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        Set<UnitGridCode> taken = new HashSet<>();
        draft.dutyGrids().stream().sorted(Comparator.comparing(DutyGrid::code)).forEach(dutyGrid -> {
            if (!known.add(dutyGrid.code())) {
                add(DUPLICATE_CODE, dutyGrid.code());
            }
            if (dutyGrid.cells().isEmpty()) {
                add(EMPTY_DUTY_GRID, dutyGrid.code());
            }
            for (UnitGridCode cell : dutyGrid.cells()) {
                if (!cells.contains(cell)) {
                    add(UNKNOWN_CELL, dutyGrid.code() + " → " + cell);
                } else if (!taken.add(cell)) {
                    add(CELL_TWICE, cell);
                }
            }
        });
    }

    private static LocalPlane plane(List<UnitGrid> cells) {
        Envelope all = new Envelope();
        cells.forEach(cell -> all.expandToInclude(cell.outline().getEnvelopeInternal()));
        return LocalPlane.at(all.centre().y);
    }
}
