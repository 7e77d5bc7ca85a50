package jingwei.stories;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseOffice;
import jingwei.casework.Outcome;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.casework.Sight;
import jingwei.casework.Surroundings;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.store.CasesInMemory;
import jingwei.catalog.Responsibility;
import jingwei.catalog.Sheet;
import jingwei.component.ManagedComponent;
import jingwei.component.town.Furniture;
import jingwei.demonstration.Cast;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.FindingsInMemory;
import jingwei.grid.LandMap;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.organization.Organization;
import jingwei.organization.Post;
import jingwei.process.Act;
import jingwei.process.ProcessDefinition;
import jingwei.process.StandardProcess;
import jingwei.simulator.story.Answer;
import jingwei.simulator.story.Theatre;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The case office alone, with the demonstration's people and town, and no database: a story in milliseconds.
final class StageInMemory implements Theatre {

    static final JsonMapper JSON = new JsonMapper();
    private static final ProcessDefinition PROCESS = StandardProcess.read();
    private static final Sheet SHEET = Sheet.standard(Cast.responsibilities().toArray(Responsibility[]::new));
    private static final WorkCalendar CALENDAR = WorkCalendar.of(CalendarDraft.standard());
    private static final Town CITY = Town.draw(4103, TownPlan.luoyang());
    private static final Town COUNTY = Town.draw(4103, TownPlan.xinan());
    private static final Map<String, ManagedComponent> COMPONENTS = components();

    private final PlatformId platform;
    private final Organization organization = Cast.of(8).organization(Instant.EPOCH);
    private final Place around;
    private final CasesInMemory store = new CasesInMemory();
    private final CaseOffice office;
    private final FindingsInMemory findings = new FindingsInMemory(CALENDAR);

    StageInMemory(String platform, Instant now) {
        this.platform = PlatformId.of(platform);
        this.around = new Place(platform.equals("xinan"), organization);
        this.around.now = now;
        this.office = new CaseOffice(store, around, performed -> {
        });
    }

    @Override
    public Instant now() {
        return around.now;
    }

    @Override
    public void moveClock(Instant to) {
        around.now = to;
    }

    @Override
    public Answer begin(String post, String act, String id, Map<String, Object> particulars) {
        return answer(post, () -> new ActRequest(null, word(act), null, said(particulars), UUID.fromString(id)));
    }

    @Override
    public Answer perform(String post, String act, String number, @Nullable Integer version,
            Map<String, Object> particulars) {
        return answer(post, () -> new ActRequest(CaseNumber.of(number), word(act), version, said(particulars), null));
    }

    @Override
    public Answer read(String post, String number) {
        Performer reader = performer(post);
        return store.find(CaseNumber.of(number)).filter(found -> Sight.sees(around, reader.post(), found))
                .map(found -> facts(Sight.shown(reader.post(), found)))
                .orElseGet(() -> Answer.refused("no-such-case", null));
    }

    @Override
    public Answer wake(String number) {
        Case held = store.find(CaseNumber.of(number)).orElseThrow();
        var hold = held.clocks().hold();
        if (hold != null && !hold.until().isAfter(around.now)) {
            return perform("auto-dispatcher-1", "release", number, null, Map.of());
        }
        return facts(held);
    }

    @Override
    public String photo(String post, String what) {
        return "%064x".formatted(what.hashCode() & 0xffffffffL);
    }

    @Override
    public Map<String, String> counted(LocalDate first, LocalDate last, Set<String> numbers, Map<String, String> wanted) {
        Instant from = first.atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        List<CaseHistory> histories = numbers.stream().map(this::history).toList();
        return wanted.keySet().stream().collect(Collectors.toMap(word -> word,
                word -> plain(findings.counted(Fact.ofWord(word).orElseThrow(), histories, from, to))));
    }

    private CaseHistory history(String number) {
        Case found = store.find(CaseNumber.of(number)).orElseThrow();
        return CaseHistory.of(found, store.acts(found.id()));
    }

    @Override
    public Answer find(String post, String finding, String number, Map<String, String> said) {
        Post by = performer(post).post();
        try {
            return switch (finding) {
                case "confirm-fault" -> findings.confirm(history(number), said.get("kind"), said.get("collector")) ? Answer.found("confirmed")
                        : Answer.refused("fault-known", "ACC-24");
                case "appeal" -> Answer.found(findings.appeal(history(number), by.organizationId()));
                default -> Answer.found(findings.decide(history(number), "yes".equals(said.get("grant")), by));
            };
        } catch (RefusedException e) {
            return Answer.refused(e.refusal().code(), e.refusal().clause());
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Answer answer(String post, java.util.function.Supplier<ActRequest> request) {
        try {
            Outcome outcome = Tenancy.within(platform, () -> office.perform(request.get(), performer(post)));
            return switch (outcome) {
                case Outcome.Performed(Case done, var act) -> facts(Sight.shown(performer(post).post(), done));
                case Outcome.Refused(Refusal refusal) -> Answer.refused(refusal.code(), refusal.clause());
            };
        } catch (RefusedException e) {
            return Answer.refused(e.refusal().code(), e.refusal().clause());
        }
    }

    private Answer facts(Case c) {
        return CaseFacts.answer(c, store.acts(c.id()), around.now);
    }

    private Performer performer(String post) {
        return Performer.of(Cast.personOf(post), organization.post(post).orElseThrow());
    }

    static Particulars said(Map<String, Object> particulars) {
        return JSON.convertValue(particulars, Particulars.class);
    }

    static Act word(String act) {
        return Act.ofWord(act).orElseThrow(() -> new IllegalStateException("no act " + act));
    }

    private static Map<String, ManagedComponent> components() {
        Map<String, ManagedComponent> all = new HashMap<>();
        Furniture.draw(4103, CITY).forEach(each -> all.put(each.code().toString(), each));
        return all;
    }

    /// The surroundings of the stage.
    private static final class Place implements Surroundings {

        private final boolean county;
        private final Organization organization;
        private Instant now = Instant.EPOCH;

        Place(boolean county, Organization organization) {
            this.county = county;
            this.organization = organization;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public boolean onTrial() {
            return county;
        }

        @Override
        public String region() {
            return county ? "410323" : "4103";
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
            return (county ? COUNTY : CITY).map();
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
            return Optional.ofNullable(COMPONENTS.get(code)).map(found -> new KnownComponent(code,
                    found.classCode().minor(), found.owningUnit(), found.maintainingUnit()));
        }

        @Override
        public List<String> unknownMedia(List<String> hashes) {
            return hashes.stream().filter("0".repeat(64)::equals).toList();
        }
    }
}
