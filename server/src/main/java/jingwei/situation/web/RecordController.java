package jingwei.situation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jingwei.component.Components;
import jingwei.component.ManagedComponent;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.Location;
import jingwei.grid.UnitGrid;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Person;
import jingwei.organization.CollectorDuty;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.Unit;
import jingwei.situation.TrackPoint;
import jingwei.situation.store.FigureTables;
import jingwei.standards.UnitGridCode;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 档案: a person or a grid opened from the map with its full record (CMD-02), and the track of what moves (CMD-06).
@RestController
@RequestMapping("/api/situation")
@Tag(name = "overview")
class RecordController {

    private static final int LINES = 50;
    private static final int TRACK = 5_000;
    private static final Duration LONGEST_TRACK = Duration.ofDays(7);

    private final FigureTables tables;
    private final MovingBook moving;
    private final Land land;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Components components;
    private final FigureKeeper figures;
    private final PlatformClock clock;

    RecordController(FigureTables tables, MovingBook moving, Land land, Organizations organizations, Accounts accounts,
            Components components, FigureKeeper figures, PlatformClock clock) {
        this.tables = tables;
        this.moving = moving;
        this.land = land;
        this.organizations = organizations;
        this.accounts = accounts;
        this.components = components;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/persons/{post}")
    @Permit(Permission.SITUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "人员档案：岗位、责任网格、位置、任务和工作量 a person by the post: beat, place, tasks, work done")
    WallAnswers.PersonRecord person(@Parameter(example = "collector-1") @PathVariable String post) {
        Organization organization = organizations.current();
        Post found = organization.post(post).orElseThrow(() -> Ask.missing("no-such-post", "CMD-02", "没有岗位 " + post,
                "there is no post " + post, "请从地图或岗位列表中选择", "choose one on the map or from the list of posts"));
        LocalDate today = clock.today();
        LandMap map = land.current();
        return new WallAnswers.PersonRecord(post, found.name(),
                found.holders().stream().findFirst().flatMap(accounts::person).map(Person::name).orElse(null),
                organization.unit(found.organizationId()).map(Unit::name).orElse(found.organizationId()),
                organization.duties().stream().filter(duty -> duty.post().equals(post) && !duty.validFrom().isAfter(today)
                        && (duty.validTo() == null || !duty.validTo().isBefore(today))).map(CollectorDuty::dutyGrid).distinct()
                        .map(code -> map.dutyGrid(code).map(grid -> grid.name()).orElse(code)).toList(),
                moving.find(post).orElse(null), tables.of("post", post, today, today),
                tables.of("post", post, today.minusDays(29), today),
                tables.tasksOf(post, LINES).stream().map(WallAnswers.Point::of).toList());
    }

    @GetMapping("/grids/{code}")
    @Permit(Permission.SITUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "网格档案：位置、责任人、部件、在办案件和三十天数字 a unit grid: who is on duty, components, open cases, figures")
    WallAnswers.GridRecord grid(@Parameter(example = "410303001001001") @PathVariable String code) {
        LandMap map = land.current();
        UnitGrid cell = map.unitGrid(UnitGridCode.of(code)).orElseThrow(() -> Ask.missing("unit-grid-unknown", "CMD-02",
                "没有现行的单元网格 " + code, "there is no unit grid " + code + " in force", "请在地图上选择", "choose one on the map"));
        Location where = map.locationOf(cell.code()).orElseThrow();
        Organization organization = organizations.current();
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        List<WallAnswers.OnDuty> onDuty = where.dutyGrid() == null ? List.of()
                : organization.collectorsOnDuty(where.dutyGrid().code(), now).stream()
                        .map(post -> new WallAnswers.OnDuty(post.id(), post.name())).toList();
        return new WallAnswers.GridRecord(code, where.community().name(), where.subdistrict().name(), where.district().name(),
                where.dutyGrid() == null ? null : where.dutyGrid().name(), cell.areaClass().name(), cell.areaSquareMeters(), onDuty,
                tables.openInCell(code, LINES).stream().map(WallAnswers.Point::of).toList(),
                tables.of("cell", code, today.minusDays(29), today), componentsIn(cell));
    }

    @GetMapping("/tracks/{id}")
    @Permit(Permission.SITUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "轨迹：一个采集员或车辆在一段时间走过的地方 where a collector or a vehicle was, oldest first")
    List<TrackPoint> track(@Parameter(example = "collector-1") @PathVariable String id,
            @Parameter(example = "2026-11-28T00:00:00Z") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(example = "2026-11-28T12:00:00Z") @RequestParam(required = false) @Nullable Instant to) {
        Instant until = to == null ? clock.now() : to;
        Instant since = from == null ? until.minus(Duration.ofHours(8)) : from;
        if (!since.isBefore(until) || since.plus(LONGEST_TRACK).isBefore(until)) {
            throw Ask.wrong("bad-period", "CMD-06", "轨迹的时段应在七天以内，起早于止", "a track is of seven days at most and begins before it ends",
                    "请改选时段", "choose another period");
        }
        return moving.track(id, since, until, TRACK).orElseThrow(() -> Ask.missing("no-such-thing", "CMD-06", "没有移动目标 " + id,
                "nothing that moves is called " + id, "请在地图上选择采集员或车辆", "choose a collector or a vehicle on the map"));
    }

    private List<WallAnswers.ShareLine> componentsIn(UnitGrid cell) {
        Map<String, Long> byClass = components.inBox(cell.outline().getEnvelopeInternal(), null, 2_000).stream()
                .filter(one -> one.unitGrid().equals(cell.code()))
                .collect(Collectors.groupingBy((ManagedComponent one) -> one.classCode().toString(), TreeMap::new,
                        Collectors.counting()));
        return byClass.entrySet().stream()
                .map(one -> new WallAnswers.ShareLine(one.getKey(), figures.className(one.getKey()), one.getValue()))
                .sorted(java.util.Comparator.comparingLong(WallAnswers.ShareLine::count).reversed()).toList();
    }
}
