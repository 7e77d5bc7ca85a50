package jingwei.collection.track;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jingwei.collection.Attendance;
import jingwei.collection.AttendanceBook;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.TrackPoint;
import jingwei.collection.store.PositionTables;
import jingwei.geocoding.Geocoding;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.grid.DutyGrid;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 轨迹与覆盖: replay of one collector's day, and which cells and streets of a duty grid were walked when.
@Component
public class Tracks {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final GeometryFactory POINTS = new GeometryFactory();
    private static final double ROAD_METERS = 40;
    private static final Duration NEW_VISIT = Duration.ofMinutes(20);

    private final PositionTables positions;
    private final AttendanceBook attendance;
    private final Land land;
    private final Geocoding geocoding;

    Tracks(PositionTables positions, AttendanceBook attendance, Land land, Geocoding geocoding) {
        this.positions = positions;
        this.attendance = attendance;
        this.land = land;
        this.geocoding = geocoding;
    }

    /// 一个单元网格的到访.
    ///
    /// @param posts   who walked it
    /// @param minutes from the first to the last position of each visit, summed
    @Schema(name = "CellVisit")
    public record CellVisit(@Schema(example = "410303001001001") String unitGrid, int visits, @Nullable Instant first,
            @Nullable Instant last, long minutes, List<String> posts, List<String> streets) {
    }

    /// 责任网格覆盖.
    ///
    /// @param walked cells with a position
    /// @param cells  every cell of the duty grid, the unvisited too
    @Schema(name = "DutyGridCoverage")
    public record Coverage(String dutyGrid, String name, LocalDate day, int walked, int total, List<CellVisit> cells) {
    }

    /// 一天的回放, with the duties of that day.
    @Schema(name = "CollectorDay")
    public record Day(String post, LocalDate day, List<Attendance> attendance, Track track) {
    }

    @Transactional(readOnly = true)
    public Day day(String post, LocalDate day) {
        Instant from = day.atStartOfDay(BEIJING).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(BEIJING).toInstant();
        return new Day(post, day, attendance.between(post, from, to), Track.of(positions.track(post, from, to)));
    }

    /// @throws jingwei.standards.RefusedException `no-such-duty-grid`
    @Transactional(readOnly = true)
    public Coverage coverage(String code, LocalDate day) {
        LandMap map = land.current();
        DutyGrid grid = map.dutyGrid(code)
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-duty-grid", "个责任网格 " + code, "duty grid " + code));
        Envelope box = new Envelope();
        grid.cells().forEach(cell -> map.unitGrid(cell).ifPresent(found -> box.expandToInclude(found.outline().getEnvelopeInternal())));
        Instant from = day.atStartOfDay(BEIJING).toInstant();
        Map<UnitGridCode, List<TrackPoint>> byCell = new TreeMap<>();
        positions.within(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), from,
                day.plusDays(1).atStartOfDay(BEIJING).toInstant()).forEach(point -> map.locate(point.point())
                .filter(where -> grid.cells().contains(where.unitGrid()))
                .ifPresent(where -> byCell.computeIfAbsent(where.unitGrid(), cell -> new ArrayList<>()).add(point)));
        List<Place> roads = geocoding.current().places().stream().filter(place -> place.kind() == PlaceKind.ROAD
                && place.geometry() != null && place.inForce(day)
                && place.geometry().getEnvelopeInternal().intersects(box)).toList();
        List<CellVisit> cells = grid.cells().stream().map(cell -> visit(cell, byCell.getOrDefault(cell, List.of()), roads)).toList();
        return new Coverage(code, grid.name(), day, byCell.size(), grid.cells().size(), cells);
    }

    private static CellVisit visit(UnitGridCode cell, List<TrackPoint> points, List<Place> roads) {
        if (points.isEmpty()) {
            return new CellVisit(cell.digits(), 0, null, null, 0, List.of(), List.of());
        }
        int visits = 0;
        Duration stayed = Duration.ZERO;
        Set<String> posts = new LinkedHashSet<>();
        Map<String, TrackPoint> lastOf = new LinkedHashMap<>();
        Set<String> streets = new LinkedHashSet<>();
        TrackPoint named = null;
        Instant first = points.getFirst().at();
        Instant last = first;
        for (TrackPoint point : points) {
            posts.add(point.post());
            TrackPoint before = lastOf.put(point.post(), point);
            Duration since = before == null ? NEW_VISIT.plusSeconds(1) : Duration.between(before.at(), point.at());
            if (since.compareTo(NEW_VISIT) > 0) {
                visits++;
            } else {
                stayed = stayed.plus(since);
            }
            if (named == null || LandMap.distanceMeters(named.point(), point.point()) > 60) {
                street(roads, point).ifPresent(streets::add);
                named = point;
            }
            first = point.at().isBefore(first) ? point.at() : first;
            last = point.at().isAfter(last) ? point.at() : last;
        }
        return new CellVisit(cell.digits(), visits, first, last, stayed.toMinutes(), List.copyOf(posts), List.copyOf(streets));
    }

    /// The road somebody at that point walks on: the nearest centre line within 40 m.
    private static Optional<String> street(List<Place> roads, TrackPoint point) {
        Point at = POINTS.createPoint(new Coordinate(point.longitude(), point.latitude()));
        return roads.stream().map(road -> Map.entry(road.name(), meters(Objects.requireNonNull(road.geometry()), at)))
                .filter(each -> each.getValue() <= ROAD_METERS).min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static double meters(Geometry road, Point at) {
        Coordinate[] nearest = DistanceOp.nearestPoints(road, at);
        return LandMap.distanceMeters(new GeoPoint(nearest[0].x, nearest[0].y), new GeoPoint(at.getX(), at.getY()));
    }
}
