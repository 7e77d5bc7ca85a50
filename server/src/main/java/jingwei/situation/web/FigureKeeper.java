package jingwei.situation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassEntry;
import jingwei.casework.ReportSource;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.UnitGrid;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Post;
import jingwei.organization.Unit;
import jingwei.process.Act;
import jingwei.process.ProcessDefinition;
import jingwei.process.Processes;
import jingwei.process.Stage;
import jingwei.process.State;
import jingwei.situation.CountyFigures;
import jingwei.situation.CountySource;
import jingwei.situation.MovingThing;
import jingwei.situation.follow.Milestone;
import jingwei.situation.store.FigureTables;
import jingwei.situation.store.FigureTables.Count;
import jingwei.situation.store.FigureTables.Open;
import jingwei.situation.store.FigureTables.WallCase;
import jingwei.standards.ClassCode;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 大屏数字的汇总: one reckoning for all walls of a platform, at most once a second, anew when a push came or a light may
/// have turned.
@Component
class FigureKeeper {

    private static final Duration LIGHTS_TURN_UNSEEN_FOR = Duration.ofSeconds(5);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(900);
    private static final int TREND_DAYS = 30;
    private static final int LINES = 10;
    private static final int LIVE = 14;

    private final FigureTables tables;
    private final Catalog catalog;
    private final Land land;
    private final Organizations organizations;
    private final Processes processes;
    private final Platforms platforms;
    private final PlatformClock clock;
    private final Clock wall;
    private final MovingBook moving;
    private final ObjectProvider<CountySource> counties;
    private final Map<PlatformId, Kept> kept = new ConcurrentHashMap<>();

    FigureKeeper(FigureTables tables, Catalog catalog, Land land, Organizations organizations, Processes processes,
            Platforms platforms, PlatformClock clock, Clock wall, MovingBook moving, ObjectProvider<CountySource> counties) {
        this.tables = tables;
        this.catalog = catalog;
        this.land = land;
        this.organizations = organizations;
        this.processes = processes;
        this.platforms = platforms;
        this.clock = clock;
        this.wall = wall;
        this.moving = moving;
        this.counties = counties;
    }

    private record Kept(WallAnswers.Figures figures, Instant made) {
    }

    /// The figures of the platform being served.
    @Transactional(readOnly = true)
    public WallAnswers.Figures current() {
        PlatformId platform = Tenancy.current();
        Instant now = wall.instant();
        Kept known = kept.get(platform);
        if (known != null && (now.isBefore(known.made().plus(AT_MOST_EVERY))
                || known.figures().seq() == tables.seq() && now.isBefore(known.made().plus(LIGHTS_TURN_UNSEEN_FOR)))) {
            return known.figures();
        }
        WallAnswers.Figures figures = reckon(platforms.find(platform).orElseThrow());
        kept.put(platform, new Kept(figures, now));
        return figures;
    }

    private WallAnswers.Figures reckon(Platform platform) {
        // The number first: what is counted after it may hold more, never less.
        long seq = tables.seq();
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        LocalDate first = today.minusDays(TREND_DAYS - 1L);
        List<Open> open = tables.openBy(now);
        List<WallAnswers.StageLine> stages = stages(open, processes.current());
        WallAnswers.Lights all = stages.stream().map(WallAnswers.StageLine::lights).reduce(new WallAnswers.Lights(0, 0, 0, 0),
                (a, b) -> a.plus(b.open(), b.yellow(), b.red(), b.held()));
        Organization organization = organizations.current();
        LandMap map = land.current();
        Map<String, String> classNames = catalog.current().entries().stream()
                .collect(Collectors.toMap(entry -> entry.code().toString(), (ClassEntry entry) -> entry.name().zh()));
        return new WallAnswers.Figures(seq, now, clock.rate(), new WallAnswers.Here(platform.id().value(), platform.name().zh(),
                platform.region(), platform.standing().name(), platform.model().name()), all, tables.of("all", "", today, today),
                tables.of("all", "", today.minusDays(1), today.minusDays(1)), stages, days(first, today),
                ranks("unit", open, first, today, unitNames(organization)), ranks("street", open, first, today, streetNames(map)),
                shares(tables.most("class", Milestone.REPORTED.word(), first, today, LINES), key -> classNames.getOrDefault(key, key)),
                shares(tables.most("source", Milestone.REPORTED.word(), first, today, LINES), FigureKeeper::sourceName),
                hotSpots(map, first, today), live(map, organization, classNames), moving.count(),
                counties.orderedStream().flatMap(source -> source.received().stream())
                        .sorted(Comparator.comparing(CountyFigures::region)).toList());
    }

    private static List<WallAnswers.StageLine> stages(List<Open> open, ProcessDefinition process) {
        List<WallAnswers.StageLine> lines = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<WallAnswers.StateLine> states = open.stream()
                    .filter(one -> one.group().equals("stage") && one.key().equals(stage.name()))
                    .map(one -> new WallAnswers.StateLine(one.part(), process.find(one.part()).map(State::zh).orElse(one.part()),
                            lights(one))).toList();
            WallAnswers.Lights sum = states.stream().map(WallAnswers.StateLine::lights).reduce(new WallAnswers.Lights(0, 0, 0, 0),
                    (a, b) -> a.plus(b.open(), b.yellow(), b.red(), b.held()));
            lines.add(new WallAnswers.StageLine(stage.word(), stage.text().zh(), sum, states));
        }
        return lines;
    }

    private static WallAnswers.Lights lights(Open one) {
        return new WallAnswers.Lights(one.open(), one.yellow(), one.red(), one.held());
    }

    private List<WallAnswers.DayLine> days(LocalDate first, LocalDate last) {
        Map<LocalDate, Map<String, Long>> byDay = new LinkedHashMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            byDay.put(day, new LinkedHashMap<>());
        }
        tables.days("all", "", first, last).forEach(one -> byDay.get(one.day()).put(one.what(), one.n()));
        return byDay.entrySet().stream().map(one -> new WallAnswers.DayLine(one.getKey(), one.getValue())).toList();
    }

    private List<WallAnswers.RankLine> ranks(String scope, List<Open> open, LocalDate first, LocalDate last,
            Map<String, String> names) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Count one : tables.counts(scope, first, last)) {
            counts.computeIfAbsent(one.key(), key -> new LinkedHashMap<>()).put(one.what(), one.n());
        }
        Map<String, WallAnswers.Lights> lights = open.stream().filter(one -> one.group().equals(scope) && !one.key().isEmpty())
                .collect(Collectors.toMap(Open::key, FigureKeeper::lights));
        return names.entrySet().stream().filter(one -> counts.containsKey(one.getKey()) || lights.containsKey(one.getKey()))
                .map(one -> new WallAnswers.RankLine(one.getKey(), one.getValue(),
                        lights.getOrDefault(one.getKey(), new WallAnswers.Lights(0, 0, 0, 0)),
                        counts.getOrDefault(one.getKey(), Map.of())))
                .sorted(Comparator.comparing((WallAnswers.RankLine line) -> line.lights().open()).reversed()
                        .thenComparing(WallAnswers.RankLine::code)).toList();
    }

    private static Map<String, String> unitNames(Organization organization) {
        return organization.unitsOf(OrganizationKind.UNIT).stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    private static Map<String, String> streetNames(LandMap map) {
        return map.regions().stream().filter(region -> region.code().level() == RegionCode.Level.SUBDISTRICT)
                .collect(Collectors.toMap(region -> region.code().digits(), region -> region.name()));
    }

    private static List<WallAnswers.ShareLine> shares(List<Count> counts, Function<String, String> name) {
        return counts.stream().map(one -> new WallAnswers.ShareLine(one.key(), name.apply(one.key()), one.n())).toList();
    }

    private static String sourceName(String word) {
        for (ReportSource source : ReportSource.values()) {
            if (source.name().equals(word)) {
                return source.text().zh();
            }
        }
        return word;
    }

    private List<WallAnswers.HotSpot> hotSpots(LandMap map, LocalDate first, LocalDate last) {
        List<WallAnswers.HotSpot> spots = new ArrayList<>();
        for (Count one : tables.most("cell", Milestone.REPORTED.word(), first, last, 12)) {
            map.unitGrid(UnitGridCode.of(one.key())).ifPresent((UnitGrid cell) -> {
                Point center = cell.outline().getCentroid();
                spots.add(new WallAnswers.HotSpot(one.key(), map.region(cell.code().community()).map(region -> region.name())
                        .orElse(one.key()), one.n(), center.getX(), center.getY()));
            });
        }
        return spots;
    }

    private List<WallAnswers.LiveLine> live(LandMap map, Organization organization, Map<String, String> classNames) {
        return tables.newest(LIVE).stream().map((WallCase c) -> new WallAnswers.LiveLine(c.number(),
                classNames.getOrDefault(c.classCode(), c.classCode()),
                map.region(RegionCode.of(c.community())).map(region -> region.name()).orElse(c.community()), c.lastAct(),
                Act.ofWord(c.lastAct()).map(act -> act.text().zh()).orElse(c.lastAct()),
                organization.post(c.lastPost()).map(Post::name).orElse(c.lastPost()),
                c.stage().toLowerCase(java.util.Locale.ROOT), c.lastAt(), c.longitude(), c.latitude())).toList();
    }

    /// The name of a class, for a record.
    String className(String code) {
        return catalog.current().entry(ClassCode.of(code)).map(entry -> entry.name().zh()).orElse(code);
    }
}
