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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

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
        faults.add(LandFault.of(kind, code.toString()));
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
                add(DUPLICATE_CODE, code);
            }
            if (!communities.contains(code.community())) {
                add(UNKNOWN_COMMUNITY, code);
            }
            Integer length = lengths.putIfAbsent(code.community(), code.digits().length());
            if (length != null && length != code.digits().length()) {
                add(MIXED_LENGTH, code);
            }
            if (cell.note() == null && (cell.areaSquareMeters() < LEAST || cell.areaSquareMeters() > MOST)) {
                add(BAD_AREA, code);
            }
        }
    }

    private boolean outlines() {
        int before = faults.size();
        for (UnitGrid cell : draft.cells()) {
            Polygon outline = cell.outline();
            if (outline.isEmpty() || outline.getNumInteriorRing() > 0 || !outline.isValid()) {
                add(BAD_OUTLINE, cell.code());
            }
        }
        return faults.size() == before && !draft.cells().isEmpty();
    }

    private void coverage() {
        Polygon[] meters = meters(draft.cells());
        Geometry[] invalid = CoverageValidator.validate(meters, GAP_METERS);
        boolean seamless = true;
        for (int i = 0; i < invalid.length; i++) {
            if (invalid[i] != null) {
                seamless = false;
                add(NOT_SEAMLESS, draft.cells().get(i).code());
            }
        }
        if (seamless) {
            holes(CoverageUnion.union(meters), meters);
        }
    }

    private void holes(Geometry union, Polygon[] meters) {
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int j = 0; j < part.getNumInteriorRing(); j++) {
                Geometry ring = part.getInteriorRingN(j);
                int beside = 0;
                while (meters[beside].distance(ring) > 0.001) {
                    beside++;
                }
                add(HOLE, draft.cells().get(beside).code());
            }
        }
    }

    /// A cell whose code names a community that it does not touch was given the wrong code.
    private void communities() {
        Map<RegionCode, List<UnitGrid>> byCommunity = draft.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.code().community(), TreeMap::new, Collectors.toList()));
        byCommunity.forEach((community, cells) -> {
            List<UnitGrid> main = largestGroup(cells);
            cells.stream().filter(cell -> !main.contains(cell)).forEach(cell -> add(WRONG_COMMUNITY, cell.code()));
        });
    }

    private static List<UnitGrid> largestGroup(List<UnitGrid> cells) {
        List<UnitGrid> left = new ArrayList<>(cells);
        List<UnitGrid> largest = List.of();
        while (left.size() > largest.size()) {
            List<UnitGrid> group = new ArrayList<>(List.of(left.removeFirst()));
            for (int i = 0; i < group.size(); i++) {
                UnitGrid from = group.get(i);
                List<UnitGrid> joined = left.stream().filter(other -> touch(from, other)).toList();
                group.addAll(joined);
                left.removeAll(joined);
            }
            if (group.size() > largest.size()) {
                largest = group;
            }
        }
        return largest;
    }

    private static boolean touch(UnitGrid a, UnitGrid b) {
        Envelope one = a.outline().getEnvelopeInternal();
        return one.intersects(b.outline().getEnvelopeInternal()) && a.outline().intersects(b.outline());
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

    private static Polygon[] meters(List<UnitGrid> cells) {
        Envelope all = new Envelope();
        cells.forEach(cell -> all.expandToInclude(cell.outline().getEnvelopeInternal()));
        LocalPlane plane = LocalPlane.at(all.centre().y);
        return cells.stream().map(cell -> plane.toMeters(cell.outline())).toArray(Polygon[]::new);
    }
}
