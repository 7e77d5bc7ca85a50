package jingwei.grid.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import jingwei.grid.CellSuccession;
import jingwei.grid.LandMap;
import jingwei.grid.LocalPlane;
import jingwei.grid.UnitGrid;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/// 网格编辑: applies edits one after another to the cells in force; each is whole or refused (BDR-02, BDR-03).
public final class CellEdits {

    private static final double GAP_METERS = 1.0;
    /// A cut that begins this near to a corner begins at the corner.
    private static final double CATCH_METERS = 0.5;

    private final LandMap land;
    private final Function<RegionCode, Set<String>> used;
    private final LocalDate today;
    private final String edition;
    private final Map<UnitGridCode, UnitGrid> now = new TreeMap<>();
    private final Set<UnitGridCode> changed = new TreeSet<>();
    private final Map<RegionCode, Set<String>> taken = new HashMap<>();

    /// @param used all codes a community ever used, ended ones too
    public CellEdits(LandMap land, Function<RegionCode, Set<String>> used, LocalDate today, String edition) {
        this.land = land;
        this.used = used;
        this.today = today;
        this.edition = edition;
        land.cells().forEach(cell -> now.put(cell.code(), cell));
    }

    /// All the edits, or the refusal of the first that cannot be.
    ///
    /// @throws jingwei.standards.RefusedException `edit-place-unknown`, `edit-corner-shared`, `edit-outline-crossed`, `edit-opens-coverage`, `edit-cut-outside`,
    ///         `edit-merge-apart`, `edit-code-taken`, `unit-grid-unknown`
    public EditedCells apply(List<CellEdit> edits) {
        for (int i = 0; i < edits.size(); i++) {
            apply(i + 1, edits.get(i));
        }
        Set<UnitGridCode> ended = new TreeSet<>(land.cells().stream().map(UnitGrid::code).filter(code -> !now.containsKey(code)).toList());
        List<UnitGrid> different = changed.stream().map(now::get).filter(cell -> cell != null).toList();
        Set<RegionCode> touched = new HashSet<>();
        changed.forEach(code -> touched.add(code.community()));
        ended.forEach(code -> touched.add(code.community()));
        List<UnitGrid> whole = now.values().stream().filter(cell -> touched.contains(cell.code().community())).toList();
        List<UnitGrid> before = land.cells().stream().filter(cell -> touched.contains(cell.code().community())).toList();
        return new EditedCells(different, ended, CellSuccession.between(before, whole), whole);
    }

    private void apply(int step, CellEdit edit) {
        Set<UnitGridCode> touched = switch (edit) {
            case CellEdit.Move it -> move(step, it);
            case CellEdit.Insert it -> insert(step, it.a(), it.b(), it.at());
            case CellEdit.Remove it -> remove(step, it);
            case CellEdit.Split it -> split(step, it);
            case CellEdit.Merge it -> merge(step, it);
            case CellEdit.Renumber it -> renumber(step, it);
            case CellEdit.Remark it -> note(it);
        };
        changed.addAll(touched);
        whole(step, touched);
    }

    private Set<UnitGridCode> move(int step, CellEdit.Move it) {
        Set<UnitGridCode> touched = new LinkedHashSet<>();
        for (UnitGrid cell : near(new Envelope(it.from()))) {
            Outline outline = Outline.of(cell.outline());
            int at = outline.find(it.from());
            if (at >= 0) {
                outline.set(at, new Coordinate(it.to()));
                touched.add(reshape(step, cell, outline));
            }
        }
        return found(step, touched);
    }

    private Set<UnitGridCode> insert(int step, Coordinate a, Coordinate b, Coordinate at) {
        Set<UnitGridCode> touched = new LinkedHashSet<>();
        for (UnitGrid cell : near(new Envelope(a))) {
            Outline outline = Outline.of(cell.outline());
            if (outline.insert(a, b, new Coordinate(at))) {
                touched.add(reshape(step, cell, outline));
            }
        }
        return found(step, touched);
    }

    private Set<UnitGridCode> remove(int step, CellEdit.Remove it) {
        List<UnitGrid> around = near(new Envelope(it.at())).stream().filter(cell -> Outline.of(cell.outline()).find(it.at()) >= 0).toList();
        if (around.size() > 2) {
            throw EditRefusals.cornerShared(step);
        }
        Set<UnitGridCode> touched = new LinkedHashSet<>();
        for (UnitGrid cell : around) {
            Outline outline = Outline.of(cell.outline());
            outline.remove(outline.find(it.at()));
            touched.add(reshape(step, cell, outline));
        }
        return found(step, touched);
    }

    private Set<UnitGridCode> split(int step, CellEdit.Split it) {
        Set<UnitGridCode> touched = new LinkedHashSet<>();
        if (it.line().size() < 2) {
            throw EditRefusals.cutOutside(step);
        }
        Coordinate first = anchor(step, it.cell(), it.line().getFirst(), touched);
        Coordinate last = anchor(step, it.cell(), it.line().getLast(), touched);
        UnitGrid cell = cell(it.cell());
        Outline outline = Outline.of(cell.outline());
        int from = outline.find(first);
        int to = outline.find(last);
        if (from < 0 || to < 0 || from == to) {
            throw EditRefusals.cutOutside(step);
        }
        List<Coordinate> inner = it.line().subList(1, it.line().size() - 1).stream().map(Coordinate::new).toList();
        List<Coordinate> left = new ArrayList<>(outline.way(from, to));
        left.addAll(inner.reversed());
        List<Coordinate> right = new ArrayList<>(outline.way(to, from));
        right.addAll(inner);
        Polygon one = Outline.polygon(left, cell.outline());
        Polygon two = Outline.polygon(right, cell.outline());
        if (one == null || two == null || !one.isValid() || !two.isValid()
                || Math.abs(one.getArea() + two.getArea() - cell.outline().getArea()) > 1e-6 * cell.outline().getArea()) {
            throw EditRefusals.cutOutside(step);
        }
        now.remove(it.cell());
        touched.remove(it.cell());
        List<Polygon> parts = new ArrayList<>(List.of(one, two));
        // As the rule of numbering goes: from the west, then from the north.
        parts.sort(Comparator.comparingDouble((Polygon part) -> part.getCentroid().getX()).thenComparingDouble(part -> -part.getCentroid().getY()));
        for (Polygon part : parts) {
            UnitGridCode code = next(step, it.cell());
            now.put(code, fresh(code, part, cell));
            touched.add(code);
        }
        return touched;
    }

    /// The corner a cut begins or ends at; one is put into the edge, in the neighbor too, where none is near.
    private Coordinate anchor(int step, UnitGridCode code, Coordinate at, Set<UnitGridCode> touched) {
        LineSegment edge = Outline.of(cell(code).outline()).nearest(at);
        Coordinate on = edge.closestPoint(at);
        LocalPlane plane = LocalPlane.at(at.y);
        for (Coordinate corner : List.of(edge.p0, edge.p1)) {
            if (plane.toMeters(corner).distance(plane.toMeters(on)) < CATCH_METERS) {
                return corner;
            }
        }
        touched.addAll(insert(step, edge.p0, edge.p1, on));
        return on;
    }

    private Set<UnitGridCode> merge(int step, CellEdit.Merge it) {
        Set<UnitGridCode> codes = new TreeSet<>(it.cells());
        List<UnitGrid> parts = codes.stream().map(this::cell).toList();
        if (parts.size() < 2 || parts.stream().map(cell -> cell.code().community()).distinct().count() != 1) {
            throw EditRefusals.mergeApart(step);
        }
        Geometry union = CoverageUnion.union(parts.stream().map(UnitGrid::outline).toArray(Polygon[]::new));
        Geometry single = union.getNumGeometries() == 1 ? union.getGeometryN(0) : union;
        if (!(single instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
            throw EditRefusals.mergeApart(step);
        }
        UnitGrid largest = parts.stream().max(Comparator.comparingDouble(UnitGrid::areaSquareMeters)).orElseThrow();
        UnitGridCode code = next(step, largest.code());
        codes.forEach(now::remove);
        now.put(code, fresh(code, polygon, largest));
        return new LinkedHashSet<>(Set.of(code));
    }

    private Set<UnitGridCode> renumber(int step, CellEdit.Renumber it) {
        UnitGrid cell = cell(it.cell());
        if (!it.code().community().equals(it.cell().community()) || !taken(it.code().community()).add(it.code().digits())) {
            throw EditRefusals.codeTaken(step, it.code());
        }
        now.remove(it.cell());
        now.put(it.code(), new UnitGrid(it.code(), cell.outline(), cell.areaSquareMeters(), cell.areaClass(), cell.note(), edition, today, null));
        return Set.of(it.code());
    }

    private Set<UnitGridCode> note(CellEdit.Remark it) {
        UnitGrid cell = cell(it.cell());
        now.put(it.cell(), new UnitGrid(cell.code(), cell.outline(), cell.areaSquareMeters(), cell.areaClass(),
                it.note().isBlank() ? null : it.note().strip(), edition, today, null));
        return Set.of(it.cell());
    }

    private UnitGridCode reshape(int step, UnitGrid cell, Outline outline) {
        Polygon polygon = outline.polygon(cell.outline());
        if (polygon == null || !polygon.isValid() || Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence())
                != Orientation.isCCW(cell.outline().getExteriorRing().getCoordinateSequence())) {
            throw EditRefusals.outlineCrossed(step, cell.code());
        }
        now.put(cell.code(), fresh(cell.code(), polygon, cell));
        return cell.code();
    }

    private UnitGrid fresh(UnitGridCode code, Polygon outline, UnitGrid like) {
        UnitGrid cell = UnitGrid.of(code, outline, like.areaClass(), edition, today);
        return new UnitGrid(code, outline, cell.areaSquareMeters(), like.areaClass(), code.equals(like.code()) ? like.note() : null, edition,
                today, null);
    }

    /// The touched cells and all beside them are still seamless.
    private void whole(int step, Set<UnitGridCode> touched) {
        Envelope box = new Envelope();
        touched.forEach(code -> box.expandToInclude(cell(code).outline().getEnvelopeInternal()));
        List<UnitGrid> around = near(box);
        LocalPlane plane = LocalPlane.at(box.centre().y);
        Geometry[] faults = CoverageValidator.validate(around.stream().map(cell -> plane.toMeters(cell.outline())).toArray(Polygon[]::new),
                GAP_METERS);
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                throw EditRefusals.opensCoverage(step, around.get(i).code());
            }
        }
    }

    private UnitGridCode next(int step, UnitGridCode like) {
        Set<String> known = taken(like.community());
        int last = known.stream().filter(code -> code.length() == like.digits().length())
                .mapToInt(code -> UnitGridCode.of(code).sequence()).max().orElse(0);
        if (last + 1 > (like.digits().length() == UnitGridCode.LENGTH_2005 ? 99 : 999)) {
            throw EditRefusals.codesUsedUp(step, like.community());
        }
        UnitGridCode code = UnitGridCode.of(like.community(), last + 1, like.digits().length());
        known.add(code.digits());
        return code;
    }

    private Set<String> taken(RegionCode community) {
        return taken.computeIfAbsent(community, one -> {
            Set<String> all = new HashSet<>(used.apply(one));
            now.keySet().stream().filter(code -> code.community().equals(one)).forEach(code -> all.add(code.digits()));
            return all;
        });
    }

    private UnitGrid cell(UnitGridCode code) {
        @Nullable UnitGrid cell = now.get(code);
        if (cell == null) {
            throw EditRefusals.cellUnknown(code);
        }
        return cell;
    }

    private List<UnitGrid> near(Envelope box) {
        Envelope wide = new Envelope(box);
        wide.expandBy(1e-7);
        return now.values().stream().filter(cell -> wide.intersects(cell.outline().getEnvelopeInternal())).toList();
    }

    private static Set<UnitGridCode> found(int step, Set<UnitGridCode> touched) {
        if (touched.isEmpty()) {
            throw EditRefusals.placeUnknown(step);
        }
        return touched;
    }
}
