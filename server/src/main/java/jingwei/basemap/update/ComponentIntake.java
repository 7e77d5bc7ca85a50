package jingwei.basemap.update;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jingwei.basemap.FeatureIndex;
import jingwei.component.ArrivedComponent;
import jingwei.component.ComponentArrivals;
import jingwei.component.ComponentState;
import jingwei.component.Components;
import jingwei.component.ManagedComponent;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.LocalPlane;
import jingwei.grid.Location;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.Edition;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// 部件入库: components by the columns of docs/formats/component-import-1.0.md. A known code is changed in what the file says of it
/// and nothing else; a new one must say code and place.
final class ComponentIntake implements Intake {

    private static final int BATCH = 2000;
    private static final double NEAR_A_ROAD_METERS = 12;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<String> CODE = List.of("标识码", "部件标识码", "code", "id", "编码");
    private static final List<String> NAME = List.of("名称", "部件名称", "name");
    private static final List<String> COMPETENT = List.of("主管部门", "competentUnit", "competent");
    private static final List<String> OWNING = List.of("权属单位", "owningUnit", "owning");
    private static final List<String> MAINTAINING = List.of("养护单位", "maintainingUnit", "maintaining");
    private static final List<String> GRID = List.of("所在单元网格", "单元网格", "unitGrid", "grid");
    private static final List<String> STATE = List.of("状态", "部件状态", "state");
    private static final List<String> DAY = List.of("初始日期", "初始记录日期", "recordedOn", "recorded");
    private static final List<String> SOURCE = List.of("数据来源", "source");
    private static final List<String> NOTE = List.of("备注", "note");
    private static final List<String> CLASS = List.of("小类", "小类代码", "class");
    private static final List<String> ACCURACY = List.of("定位精度", "accuracy");
    private static final Set<String> KNOWN = known();
    /// 定位精度 of a component: better than 0.5 m, 1.0 m, or an area of 10 m only.
    private static final Set<String> ACCURACIES = Set.of("A", "B", "C");

    private final LandMap land;
    private final Components components;
    private final @Nullable ComponentArrivals writer;
    private final FeatureIndex roads;
    private final FaultList faults;
    private final LocalDate today;
    private final String reason;
    private final Set<ClassCode> classes = new HashSet<>();
    private final CodeSet codes = new CodeSet();
    private final CodeSet places = new CodeSet();
    private final List<Row> waiting = new ArrayList<>();
    private final long revision;
    private long added;
    private long changed;
    private long same;
    private long standing;

    private record Row(Arrival arrival, ComponentCode code) {
    }

    /// @param writer null where the update is only checked
    ComponentIntake(LandMap land, Components components, @Nullable ComponentArrivals writer, FeatureIndex roads, FaultList faults,
            LocalDate today, String reason) {
        this.land = land;
        this.components = components;
        this.writer = writer;
        this.roads = roads;
        this.faults = faults;
        this.today = today;
        this.reason = reason;
        for (Edition edition : List.of(Edition.CJT_214_2007, Edition.GBT_30428)) {
            ClassCatalogue.load(edition).minors().forEach(minor -> classes.add(minor.code()));
        }
        this.revision = writer == null ? 0 : writer.begin();
    }

    long revision() {
        return revision;
    }

    @Override
    public void take(Arrival arrival) {
        String text = arrival.text(CODE);
        if (text == null) {
            faults.fault("id-missing", arrival.number(), "", Text.of("没有标识码", "no identification code"), arrival.degrees());
            return;
        }
        ComponentCode code;
        try {
            code = ComponentCode.of(text);
        } catch (RefusedException e) {
            faults.refused(e, arrival.number(), text, arrival.degrees());
            return;
        }
        if (!codes.add(Long.parseLong(code.digits()))) {
            faults.fault("duplicate-code", arrival.number(), text, Text.of("标识码重复：" + text, "the code occurs twice: " + text),
                    arrival.degrees());
            return;
        }
        waiting.add(new Row(arrival, code));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public LandUpdate.Counts finish() {
        flush();
        if (writer != null) {
            writer.end(standing);
        }
        return new LandUpdate.Counts(added, changed, 0, same);
    }

    private void flush() {
        Map<ComponentCode, ManagedComponent> known = new HashMap<>();
        components.findAll(waiting.stream().map(Row::code).toList()).forEach(one -> known.put(one.code(), one));
        List<ArrivedComponent> fresh = new ArrayList<>();
        List<ArrivedComponent> different = new ArrayList<>();
        for (Row row : waiting) {
            ManagedComponent before = known.get(row.code());
            ManagedComponent now;
            try {
                now = read(row, before);
            } catch (RefusedException e) {
                faults.refused(e, row.arrival().number(), row.code().digits(), row.arrival().degrees());
                continue;
            }
            if (now == null) {
                continue;
            }
            Coordinate given = row.arrival().given() == null ? null : row.arrival().given().getCoordinate();
            ArrivedComponent arrived = new ArrivedComponent(now, given == null ? null : row.arrival().system(),
                    given == null ? 0 : given.x, given == null ? 0 : given.y);
            if (before == null) {
                added++;
                standing += now.state() == ComponentState.REMOVED ? 0 : 1;
                fresh.add(arrived);
            } else if (now.equals(before)) {
                same++;
            } else {
                changed++;
                different.add(arrived);
            }
        }
        if (writer != null) {
            writer.add(revision, fresh);
            writer.change(different, today, reason);
        }
        waiting.clear();
    }

    /// The component as it will be; null where a fault was found.
    private @Nullable ManagedComponent read(Row row, @Nullable ManagedComponent before) {
        Arrival arrival = row.arrival();
        String code = row.code().digits();
        ClassCode classCode = row.code().classCode().orElse(null);
        String given = arrival.text(CLASS);
        if (classCode == null || !classes.contains(classCode) || given != null && !given.equals(classCode.minor())) {
            faults.fault("class-unknown", arrival.number(), code, Text.of("小类不在分类目录中，或与标识码第 7 至 10 位不符",
                    "the class is in no catalogue, or differs from digits 7 to 10 of the code"), arrival.degrees());
            return null;
        }
        Geometry shape = arrival.degrees();
        GeoPoint at = shape == null ? before == null ? null : before.at() : point(shape);
        if (at == null) {
            faults.fault("position-missing", arrival.number(), code, Text.of("新部件没有坐标", "a new component without a place"), null);
            return null;
        }
        Location location = land.locate(at).orElse(null);
        if (location == null) {
            faults.fault("outside-every-grid", arrival.number(), code, Text.of("坐标不在任何单元网格内", "the place lies in no unit grid"),
                    shape);
            return null;
        }
        String grid = arrival.text(GRID);
        if (grid != null && !grid.equals(location.unitGrid().digits())) {
            faults.fault("outside-its-grid", arrival.number(), code, Text.of("填报的单元网格 " + grid + " 与坐标所在的 "
                    + location.unitGrid() + " 不符", "it is said to stand in " + grid + " and lies in " + location.unitGrid()), shape);
            return null;
        }
        if (!row.code().district().equals(location.district().code())) {
            faults.warning("other-district", arrival.number(), code, Text.of("标识码的区县与坐标所在的" + location.district().name()
                    + "不同（迁移过的部件属正常）", "the code's district is not the one it stands in"), shape);
        }
        if (!places.add((long) Math.rint(at.longitude() * 1e6) * 400_000_000L * 31 + (long) Math.rint(at.latitude() * 1e6) * 31
                + classCode.hashCode())) {
            faults.warning("same-place", arrival.number(), code, Text.of("同一位置已有同小类部件，疑为重复普查",
                    "another of the same class stands at the same place"), shape);
        }
        String accuracy = arrival.text(ACCURACY);
        if (accuracy != null && !ACCURACIES.contains(accuracy)) {
            faults.fault("position-class-unknown", arrival.number(), code, Text.of("定位精度“" + accuracy + "”应为 A、B 或 C",
                    "the positional class is A, B or C"), shape);
            return null;
        }
        ComponentState state = state(arrival, before, code);
        LocalDate day = day(arrival, before, code);
        if (state == null || day == null) {
            return null;
        }
        Map<String, String> extra = new TreeMap<>(before == null ? Map.of() : before.extra());
        arrival.attributes().forEach((name, text) -> {
            if (!KNOWN.contains(name)) {
                extra.put(name, text);
            }
        });
        if (accuracy != null) {
            extra.put("定位精度", accuracy);
        }
        return new ManagedComponent(row.code(), classCode,
                or(arrival.text(NAME), before == null ? classCode.minor() : before.name()),
                or(arrival.text(COMPETENT), before == null ? null : before.competentUnit()),
                or(arrival.text(OWNING), before == null ? null : before.owningUnit()),
                or(arrival.text(MAINTAINING), before == null ? null : before.maintainingUnit()), location.unitGrid(), at, state, day,
                before == null ? null : before.changedOn(), Objects.requireNonNull(or(arrival.text(SOURCE),
                        before == null ? "实测" : before.source())), or(arrival.text(NOTE), before == null ? null : before.note()), extra);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String else0) {
        return given == null ? else0 : given;
    }

    private @Nullable ComponentState state(Arrival arrival, @Nullable ManagedComponent before, String code) {
        String text = arrival.text(STATE);
        if (text == null) {
            return before == null ? ComponentState.INTACT : before.state();
        }
        for (ComponentState state : ComponentState.values()) {
            if (state.name().equals(text) || state.text().zh().equals(text)) {
                return state;
            }
        }
        faults.fault("state-unknown", arrival.number(), code, Text.of("状态“" + text + "”应为完好、破损、丢失、占用、废弃或移除",
                "unknown state \"" + text + "\""), arrival.degrees());
        return null;
    }

    private @Nullable LocalDate day(Arrival arrival, @Nullable ManagedComponent before, String code) {
        String text = arrival.text(DAY);
        if (text == null) {
            return before == null ? today : before.recordedOn();
        }
        try {
            return LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException e) {
            faults.fault("date-malformed", arrival.number(), code, Text.of("日期“" + text + "”应写成 2026-11-28",
                    "write the day as 2026-11-28"), arrival.degrees());
            return null;
        }
    }

    private static GeoPoint point(Geometry shape) {
        Coordinate at = shape.getDimension() == 0 ? shape.getCoordinate() : shape.getCentroid().getCoordinate();
        return new GeoPoint(Math.rint(at.x * 1e9) / 1e9, Math.rint(at.y * 1e9) / 1e9);
    }

    /// In a cell, and near a road where roads are known: internet coordinates lie in cells too, but not along the roads.
    @Override
    public double fits(Coordinate degrees) {
        if (land.locate(new GeoPoint(degrees.x, degrees.y)).isEmpty()) {
            return 0;
        }
        if (roads.size() == 0) {
            return 1;
        }
        LocalPlane plane = LocalPlane.at(degrees.y);
        Envelope box = new Envelope(degrees);
        box.expandBy(NEAR_A_ROAD_METERS / plane.metersPerLongitude(), NEAR_A_ROAD_METERS / plane.metersPerLatitude());
        Geometry around = SHAPES.toGeometry(box);
        return roads.within(box, Integer.MAX_VALUE).stream().anyMatch(road -> road.geometry().intersects(around)) ? 1 : 0.3;
    }

    private static Set<String> known() {
        Set<String> all = new HashSet<>();
        List.of(CODE, NAME, COMPETENT, OWNING, MAINTAINING, GRID, STATE, DAY, SOURCE, NOTE, CLASS, ACCURACY).forEach(all::addAll);
        return all;
    }
}
