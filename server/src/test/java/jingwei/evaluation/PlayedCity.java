package jingwei.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseOffice;
import jingwei.casework.CaseStore;
import jingwei.casework.Evidence;
import jingwei.casework.Outcome;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.casework.ReportSource;
import jingwei.casework.Surroundings;
import jingwei.catalog.Responsibility;
import jingwei.catalog.Sheet;
import jingwei.demonstration.Cast;
import jingwei.grid.LandMap;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.organization.Organization;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Arrow;
import jingwei.process.ProcessDefinition;
import jingwei.process.StandardProcess;
import jingwei.standards.RefusedException;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// The case office in memory with the demonstration's people: histories by the thousand, every act lawful, every clock real.
public final class PlayedCity implements Surroundings {

    public static final WorkCalendar CALENDAR = WorkCalendar.of(CalendarDraft.standard());
    public static final PlatformId PLATFORM = PlatformId.of("luoyang");
    private static final ProcessDefinition PROCESS = StandardProcess.read();
    private static final Sheet SHEET = Sheet.standard(Cast.responsibilities().toArray(Responsibility[]::new));
    private static final Town TOWN = Town.draw(4103, TownPlan.luoyang());
    private static final java.util.concurrent.atomic.AtomicLong COUNT = new java.util.concurrent.atomic.AtomicLong();
    private static final tools.jackson.databind.json.JsonMapper JSON = new tools.jackson.databind.json.JsonMapper();
    private static final String PHOTO = "f".repeat(64);

    private final Organization organization = Cast.of(8).organization(Instant.EPOCH);
    private final Store store = new Store();
    private final CaseOffice office = new CaseOffice(store, this, performed -> {
    });
    private Instant now = Instant.parse("2026-01-05T01:00:00Z");
    private String kind = "event-0101";
    private @Nullable String limit;

    /// Cases by number, in the order in which they began.
    private static final class Store implements CaseStore {

        private final Map<CaseNumber, Case> cases = new LinkedHashMap<>();
        private final Map<UUID, List<CaseAct>> acts = new LinkedHashMap<>();

        @Override
        public Optional<Case> lock(CaseNumber number) {
            return find(number);
        }

        @Override
        public Optional<Case> find(CaseNumber number) {
            return Optional.ofNullable(cases.get(number));
        }

        @Override
        public Optional<Case> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Case begin(Case theCase, CaseAct act, String region, java.time.LocalDate day) {
            Case numbered = theCase.numbered(region, day, COUNT.incrementAndGet() % 100_000);
            cases.put(numbered.number(), numbered);
            acts.put(theCase.id(), new ArrayList<>(List.of(act)));
            return numbered;
        }

        @Override
        public void append(Case theCase, CaseAct act) {
            cases.put(theCase.number(), theCase);
            acts.get(theCase.id()).add(act);
        }

        @Override
        public List<CaseAct> acts(UUID caseId) {
            return acts.get(caseId);
        }
    }

    public List<Case> cases() {
        return List.copyOf(store.cases.values());
    }

    public List<CaseAct> acts(Case c) {
        return store.acts(c.id());
    }

    public Case theCase(CaseNumber number) {
        return store.find(number).orElseThrow();
    }

    /// The class of the reports from here on.
    public PlayedCity of(String classCode) {
        kind = classCode;
        return this;
    }

    public static List<String> cells() {
        return TOWN.map().cells().stream().map(cell -> cell.code().toString()).toList();
    }

    /// Places in the list of cells that lie, or do not lie, in a beat of the collector of the demonstration.
    public static List<Integer> beat(List<String> dutyGrids, boolean inside) {
        var cells = TOWN.map().cells();
        return java.util.stream.IntStream.range(0, cells.size()).filter(i -> TOWN.map().dutyGridOf(cells.get(i).code())
                .filter(grid -> dutyGrids.contains(grid.code())).isPresent() == inside).boxed().toList();
    }

    public PlayedCity at(Instant moment) {
        now = moment;
        return this;
    }

    public PlayedCity after(Duration more) {
        now = now.plus(more);
        return this;
    }

    /// A case begun and led on; the word after a slash names the post, and a unit, collector or reason needs no saying.
    ///
    /// @param acts such as `report accept file dispatch/water handle report-back ask-check pass-check close`, with `+90m`
    ///             between them to let time pass
    public Case walk(String acts) {
        return walk(null, TOWN.map().cells().get(0).outline().getInteriorPoint().getCoordinate(), acts);
    }

    /// As {@link #walk(String)}, in the unit grid of that place in the list.
    public Case walk(int cell, String acts) {
        var cells = TOWN.map().cells();
        return walk(null, cells.get(Math.floorMod(cell, cells.size())).outline().getInteriorPoint().getCoordinate(), acts);
    }

    public Case walk(Case theCase, String acts) {
        return walk(theCase, null, acts);
    }

    private Case walk(@Nullable Case begun, org.locationtech.jts.geom.@Nullable Coordinate place, String acts) {
        Case c = begun;
        for (String word : acts.strip().split("\\s+")) {
            if (word.startsWith("+")) {
                after(Duration.parse("PT" + word.substring(1).toUpperCase(java.util.Locale.ROOT)));
                continue;
            }
            if (word.startsWith("@")) {
                at(java.time.LocalDateTime.parse(word.substring(1)).atZone(WorkCalendar.ZONE).toInstant());
                continue;
            }
            String[] parts = word.split("/");
            Act act = Act.ofWord(parts[0]).orElseThrow();
            String post = parts.length > 1 && organization.post(parts[1]).isPresent() ? parts[1] : usualPost(act, c);
            limit = act == Act.DISPATCH && !kind.equals("event-0101") && kind.startsWith("event") ? "2 紧急工作日" : null;
            Particulars said = said(act, parts.length > 1 ? parts[parts.length - 1] : null, place, c);
            c = perform(c, act, post, said).orElseThrow(refusal -> new AssertionError(acts + " at " + word + ": " + refusal));
        }
        return c;
    }

    /// What came of it.
    public sealed interface Tried {

        record Done(Case theCase) implements Tried {
        }

        record No(String why) implements Tried {
        }

        default Case orElseThrow(java.util.function.Function<String, AssertionError> otherwise) {
            return switch (this) {
                case Done(Case done) -> done;
                case No(String why) -> throw otherwise.apply(why);
            };
        }
    }

    Tried perform(@Nullable Case c, Act act, String post, Particulars said) {
        try {
            Performer performer = Performer.of(Cast.personOf(post), organization.post(post).orElseThrow());
            ActRequest request = c == null ? ActRequest.begin(act, said) : ActRequest.on(c.number(), act, said);
            Outcome outcome = Tenancy.within(PLATFORM, () -> office.perform(request, performer));
            return switch (outcome) {
                case Outcome.Performed(Case done, CaseAct record) -> new Tried.Done(done);
                case Outcome.Refused(var refusal) -> new Tried.No(refusal.code() + " " + refusal.what().en());
            };
        } catch (RefusedException e) {
            return new Tried.No(e.refusal().code());
        }
    }

    /// A history by chance: lawful acts in any order the process knows, until it ends or `most` acts were tried.
    public Case random(Random random, int most) {
        now = Instant.parse("2026-01-04T16:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
        var cells = TOWN.map().cells();
        Case c = walk(null, cells.get(random.nextInt(cells.size())).outline().getInteriorPoint().getCoordinate(),
                random.nextInt(3) == 0 ? "register" : "report");
        return randomly(c, random, most);
    }

    public Case randomly(Case begun, Random random, int most) {
        Case c = theCase(begun.number());
        now = store.acts(c.id()).getLast().at();
        for (int tries = 0; tries < most; tries++) {
            Case here = c;
            List<Arrow> ways = PROCESS.arrows().stream().filter(arrow -> arrow.from().equals(here.state()))
                    .filter(arrow -> !arrow.stays() || random.nextInt(4) == 0)
                    .filter(arrow -> !List.of(Act.ANNUL, Act.MERGE, Act.MARK_DUPLICATE, Act.DECLINE, Act.REFUSE_FILING,
                            Act.SPLIT, Act.REOPEN).contains(arrow.act()) || random.nextInt(5) == 0).toList();
            if (ways.isEmpty()) {
                break;
            }
            Arrow way = ways.get(random.nextInt(ways.size()));
            now = now.plus(Duration.ofMinutes(random.nextInt(8) == 0 ? random.nextInt(3_000) : random.nextInt(50)));
            List<String> posts = organization.posts().stream().filter(post -> way.by().contains(post.kind()))
                    .filter(post -> post.kind() != PostKind.HANDLER && post.kind() != PostKind.PARTNER
                            || here.assignment() != null && post.organizationId().equals(here.assignment().unit()))
                    .filter(post -> post.kind() != PostKind.COLLECTOR || here.task() == null
                            || post.id().equals(here.task().collector()))
                    .map(post -> post.id()).toList();
            if (posts.isEmpty()) {
                continue;
            }
            String unit = List.of("water", "lighting", "sanitation", "municipal").get(random.nextInt(4));
            String other = way.act() == Act.ASK_CHECK || way.act() == Act.ASK_VERIFY || way.act() == Act.CHECK_AGAIN
                    ? "collector-" + (2 + random.nextInt(6)) : way.act() == Act.DISPATCH ? unit : null;
            Tried tried = perform(c, way.act(), posts.get(random.nextInt(posts.size())), said(way.act(), other, null, c));
            if (tried instanceof Tried.Done(Case done)) {
                c = done;
            }
        }
        return c;
    }

    private String usualPost(Act act, @Nullable Case c) {
        return switch (act) {
            case REPORT, SETTLE_ON_SPOT -> "collector-1";
            case VERIFY_TRUE, VERIFY_FALSE, PASS_CHECK, FAIL_CHECK -> c == null || c.task() == null ? "collector-2"
                    : c.task().collector();
            case REGISTER, ASK_VERIFY, ACCEPT, DECLINE, MARK_DUPLICATE, ASK_CHECK, EXPEDITE -> "operator-1";
            case FILE, SEND_BACK, REFUSE_FILING, CLOSE, REWORK, CHECK_AGAIN, ANNUL, APPROVE_SETTLEMENT, REFUSE_SETTLEMENT,
                CLOSE_SHORT -> "shift-leader-1";
            case REOPEN -> "center-chief-1";
            case HANDLE, RECEIVE, ASK_RETURN, ASK_EXTENSION, ASK_HOLD, ANSWER -> c == null || c.assignment() == null
                    ? "lighting-1" : c.assignment().unit() + "-1";
            default -> "dispatcher-1";
        };
    }

    private Particulars said(Act act, @Nullable String word, org.locationtech.jts.geom.@Nullable Coordinate place,
            @Nullable Case c) {
        Said said = new Said();
        switch (act) {
            case REPORT -> said.report(place).evidence(Evidence.Kind.BEFORE);
            case REGISTER -> said.report(place).source(ReportSource.HOTLINE).evidence(Evidence.Kind.BEFORE);
            case ASK_VERIFY, ASK_CHECK -> said.collector(word);
            case CHECK_AGAIN -> said.collector(word).reason();
            case VERIFY_TRUE, VERIFY_FALSE -> said.evidence(Evidence.Kind.VERIFY);
            case PASS_CHECK -> said.evidence(Evidence.Kind.CHECK);
            case FAIL_CHECK -> said.evidence(Evidence.Kind.CHECK).reason();
            case DISPATCH -> said.limit(limit).unit(word == null || organization.unit(word).isEmpty()
                    ? c != null && c.assignment() != null ? c.assignment().unit() : "lighting" : word);
            case TRANSFER -> said.unit("partner-platform");
            case HANDLE, CLOSE_SHORT -> said.evidence(Evidence.Kind.AFTER).opinion();
            case SETTLE_ON_SPOT -> said.evidence(Evidence.Kind.AFTER);
            case ASK_HOLD -> said.reason().until(now.plus(Duration.ofDays(20)));
            case EXPEDITE, REMIND, INSTRUCT -> said.opinion();
            case ANSWER -> said.opinion().order(c == null ? "1" : c.orders().stream().filter(order -> order.isOpen())
                    .map(order -> order.id()).findFirst().orElse("1"));
            case SPLIT -> said.parts();
            case MARK_DUPLICATE -> said.original(another(c));
            case MERGE -> said.into(another(c));
            case ACCEPT, FILE, GRANT_RETURN, GRANT_EXTENSION, GRANT_HOLD, RELEASE, REPORT_BACK, RECEIVE, CLOSE,
                APPROVE_SETTLEMENT -> said.nothing();
            default -> said.reason();
        }
        return said.made();
    }

    private @Nullable CaseNumber another(@Nullable Case c) {
        return store.cases.values().stream().filter(other -> c == null || !other.id().equals(c.id())).findFirst()
                .map(Case::number).orElse(null);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean onTrial() {
        return false;
    }

    @Override
    public String region() {
        return "4103";
    }

    @Override
    public ProcessDefinition process() {
        return PROCESS;
    }

    @Override
    public ProcessDefinition process(String name, int version) {
        return PROCESS;
    }

    @Override
    public WorkCalendar calendar() {
        return CALENDAR;
    }

    @Override
    public LandMap land() {
        return TOWN.map();
    }

    @Override
    public Organization organization() {
        return organization;
    }

    @Override
    public Sheet sheet() {
        return SHEET;
    }

    @Override
    public Optional<KnownComponent> component(String code) {
        return Optional.empty();
    }

    @Override
    public List<String> unknownMedia(List<String> hashes) {
        return List.of();
    }

    /// The flat form, field by field.
    private final class Said {

        Said limit(@Nullable String text) {
            fields.put("limit", text);
            return this;
        }

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Said report(org.locationtech.jts.geom.@Nullable Coordinate place) {
            fields.put("description", "路灯不亮");
            fields.put("classCode", kind);
            fields.put("condition", 1);
            if (place != null) {
                fields.put("point", Map.of("longitude", place.x, "latitude", place.y));
            }
            return this;
        }

        Said source(ReportSource source) {
            fields.put("source", source.name());
            return this;
        }

        Said evidence(Evidence.Kind kind) {
            fields.put("evidence", List.of(Map.of("hash", PHOTO, "kind", kind.name())));
            return this;
        }

        Said collector(@Nullable String word) {
            fields.put("collector", word == null ? "collector-2" : word);
            return this;
        }

        Said unit(String unit) {
            fields.put("unit", unit);
            return this;
        }

        Said reason() {
            fields.put("reason", "理由");
            return this;
        }

        Said opinion() {
            fields.put("opinion", "意见");
            return this;
        }

        Said until(Instant until) {
            fields.put("until", until.toString());
            return this;
        }

        Said order(String order) {
            fields.put("order", order);
            return this;
        }

        Said parts() {
            fields.put("parts", List.of(Map.of("unit", "lighting", "opinion", "灯"), Map.of("unit", "municipal", "opinion", "杆")));
            return this;
        }

        Said original(@Nullable CaseNumber number) {
            fields.put("original", number == null ? null : number.value());
            return this;
        }

        Said into(@Nullable CaseNumber number) {
            fields.put("into", number == null ? null : number.value());
            return this;
        }

        void nothing() {
            fields.clear();
        }

        Particulars made() {
            return JSON.convertValue(fields, Particulars.class);
        }
    }
}
