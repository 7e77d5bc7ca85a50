package jingwei.basemap.update;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jingwei.basemap.FeatureIndex;
import jingwei.grid.CellSuccession;
import jingwei.grid.DutyGrid;
import jingwei.grid.GridKeeper;
import jingwei.grid.LandDraft;
import jingwei.grid.LandFault;
import jingwei.grid.LandMap;
import jingwei.grid.Region;
import jingwei.grid.UnitGrid;
import jingwei.standards.AreaClass;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// 单元网格入库: cells, complete for the platform (REPLACE) or for every community the file names (MERGE); proved as a whole.
///
/// Duty grids follow: a cell that ended is replaced in its beat by the cells that took its ground.
final class CellIntake implements Intake {

    private static final GeometryFactory OUTLINES = new GeometryFactory();
    private static final List<String> CODE = List.of("code", "编码", "网格编码", "单元网格编码", "标识码", "id");
    private static final List<String> CLASS = List.of("areaClass", "区域等级", "等级");
    private static final List<String> NOTE = List.of("note", "备注");
    /// The state of the land a draft of the page was drawn upon; files from elsewhere do not have it.
    static final String DRAWN_ON = "landRevision";

    private final LandMap land;
    private final GridKeeper keeper;
    private final boolean write;
    private final boolean whole;
    private final FaultList faults;
    private final LocalDate today;
    private final List<Region> regions;
    private final String edition;
    private final Map<UnitGridCode, Long> records = new HashMap<>();
    private final List<UnitGrid> given = new ArrayList<>();
    private final Set<Coordinate> corners;
    private final FeatureIndex borders;
    private final long revision;
    private boolean movedOn;

    CellIntake(LandMap land, long revision, GridKeeper keeper, boolean write, boolean whole, FaultList faults, LocalDate today,
            List<Region> regions, String edition, FeatureIndex borders) {
        this.borders = borders;
        this.regions = regions;
        this.revision = revision;
        this.land = land;
        this.keeper = keeper;
        this.write = write;
        this.whole = whole;
        this.faults = faults;
        this.today = today;
        this.edition = edition;
        this.corners = land.cells().stream().flatMap(cell -> List.of(cell.outline().getCoordinates()).stream())
                .map(CellIntake::rounded).collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void take(Arrival arrival) {
        String text = arrival.text(CODE);
        if (text == null) {
            faults.fault("id-missing", arrival.number(), "", Text.of("没有网格编码", "no code"), arrival.degrees());
            return;
        }
        UnitGridCode code;
        try {
            code = UnitGridCode.of(text);
        } catch (RefusedException e) {
            faults.refused(e, arrival.number(), text, arrival.degrees());
            return;
        }
        String drawnOn = arrival.attributes().get(DRAWN_ON);
        if (drawnOn != null && !drawnOn.equals(String.valueOf(revision)) && !movedOn) {
            movedOn = true;
            faults.fault("land-moved-on", arrival.number(), text, Text.of("编辑之后网格又有变更发布，请在现行网格上重新编辑",
                    "the land was changed after this was drawn; draw it anew on what is in force"), arrival.degrees());
        }
        Polygon outline = outline(arrival, text);
        if (outline == null) {
            return;
        }
        records.put(code, arrival.number());
        UnitGrid known = land.unitGrid(code).orElse(null);
        String level = arrival.text(CLASS);
        AreaClass areaClass;
        try {
            areaClass = level == null ? known == null ? AreaClass.B : known.areaClass() : AreaClass.of(level);
        } catch (RefusedException e) {
            faults.refused(e, arrival.number(), text, outline);
            return;
        }
        UnitGrid cell = UnitGrid.of(code, outline, areaClass, edition, today);
        String note = arrival.text(NOTE);
        given.add(note == null ? cell : new UnitGrid(code, outline, cell.areaSquareMeters(), areaClass, note, edition, today, null));
    }

    private @Nullable Polygon outline(Arrival arrival, String code) {
        Geometry shape = arrival.degrees();
        if (shape != null && shape.getNumGeometries() == 1) {
            shape = shape.getGeometryN(0);
        }
        if (!(shape instanceof Polygon polygon) || polygon.isEmpty()) {
            faults.fault("shape-of-other-kind", arrival.number(), code, Text.of("一个网格应是一个面，不能缺失、是点线或由几块组成",
                    "a cell is one polygon: none, a point, a line or several parts will not do"), shape);
            return null;
        }
        TopologyValidationError error = new IsValidOp(polygon).getValidationError();
        if (error != null || polygon.getNumInteriorRing() > 0) {
            faults.fault("bad-outline", arrival.number(), code, Text.of("图形自交（如蝴蝶结）或带洞", "the outline crosses itself or has a hole"),
                    error == null ? polygon.getInteriorRingN(0) : polygon.getFactory().createPoint(error.getCoordinate()));
            return null;
        }
        return polygon;
    }

    @Override
    public LandUpdate.Counts finish() {
        List<UnitGrid> cells = new ArrayList<>(given);
        if (!whole) {
            Set<RegionCode> touched = given.stream().map(cell -> cell.code().community()).collect(Collectors.toSet());
            land.cells().stream().filter(cell -> !touched.contains(cell.code().community())).forEach(cells::add);
        }
        List<CellSuccession> successions = CellSuccession.between(land.cells(), cells);
        LandDraft draft = new LandDraft(regions, List.of(), cells, beats(cells, successions));
        if (write) {
            keeper.importLand(draft, today, successions);
        } else {
            keeper.check(draft).forEach(this::tell);
        }
        return counts(cells);
    }

    private void tell(LandFault fault) {
        long record = fault.code().matches("\\d{14,15}") ? records.getOrDefault(UnitGridCode.of(fault.code()), 0L) : 0;
        faults.fault(fault.kind().word(), record, fault.code(), fault.what(), fault.where());
    }

    private LandUpdate.Counts counts(List<UnitGrid> cells) {
        Map<UnitGridCode, UnitGrid> fresh = new HashMap<>();
        cells.forEach(cell -> fresh.put(cell.code(), cell));
        long added = 0;
        long changed = 0;
        for (UnitGrid cell : fresh.values()) {
            UnitGrid known = land.unitGrid(cell.code()).orElse(null);
            if (known == null) {
                added++;
            } else if (!known.outline().equalsExact(cell.outline()) || known.areaClass() != cell.areaClass()) {
                changed++;
            }
        }
        long removed = land.cells().stream().filter(cell -> !fresh.containsKey(cell.code())).count();
        return new LandUpdate.Counts(added, changed, removed, fresh.size() - added - changed);
    }

    private List<DutyGrid> beats(List<UnitGrid> cells, List<CellSuccession> successions) {
        Set<UnitGridCode> there = cells.stream().map(UnitGrid::code).collect(Collectors.toSet());
        // A new cell goes to the beat of the cell it took most of its ground from.
        Map<UnitGridCode, String> beatOf = new TreeMap<>();
        land.dutyGrids().forEach(beat -> beat.cells().stream().filter(there::contains)
                .forEach(cell -> beatOf.put(cell, beat.code())));
        successions.stream().sorted(java.util.Comparator.comparingDouble(CellSuccession::share))
                .forEach(one -> land.dutyGridOf(one.from()).ifPresent(beat -> {
                    if (land.unitGrid(one.to()).isEmpty()) {
                        beatOf.put(one.to(), beat.code());
                    }
                }));
        Map<String, Set<UnitGridCode>> inside = new LinkedHashMap<>();
        beatOf.forEach((cell, beat) -> inside.computeIfAbsent(beat, any -> new TreeSet<>()).add(cell));
        return land.dutyGrids().stream().filter(beat -> inside.containsKey(beat.code()))
                .map(beat -> new DutyGrid(beat.code(), beat.name(), inside.get(beat.code()), beat.validFrom(), null)).toList();
    }

    /// Borders of a division follow the borders there are: a corner that is known already, to a tenth of a meter. New land lies at least in
    /// the borders of communities that were published.
    @Override
    public double fits(Coordinate degrees) {
        if (corners.isEmpty() || corners.contains(rounded(degrees))) {
            return 1;
        }
        Geometry at = OUTLINES.createPoint(degrees);
        return land.locate(new jingwei.grid.GeoPoint(degrees.x, degrees.y)).isPresent() || borders.within(new Envelope(degrees), Integer.MAX_VALUE)
                .stream().anyMatch(border -> border.geometry().intersects(at)) ? 0.3 : 0;
    }

    private static Coordinate rounded(Coordinate at) {
        return new Coordinate(Math.rint(at.x * 1e6), Math.rint(at.y * 1e6));
    }
}
