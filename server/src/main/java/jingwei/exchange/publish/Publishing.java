package jingwei.exchange.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jingwei.catalog.Catalog;
import jingwei.catalog.SheetExport;
import jingwei.catalog.SheetKeeper;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.cases.Inbox;
import jingwei.exchange.cases.Verdict;
import jingwei.exchange.store.LinkTables;
import jingwei.geocoding.Geocoding;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.process.ProcessDefinition;
import jingwei.process.Processes;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 版本发布: what the platforms of a city have in common travels as versions (四统一, EXC-02, EXC-08): the process text, the
/// filing-and-closing sheet, the calendar, grids, places, who is on duty. A version is kept as it came; people take it into use.
@Component
public class Publishing implements Inbox.Sorting {

    /// Characters of content in one letter; Chinese needs three bytes each.
    private static final int PIECE = 200_000;
    private static final Set<String> COMMON = Set.of("process", "catalogue", "calendar");

    private final Outbox outbox;
    private final LinkTables tables;
    private final Processes processes;
    private final Catalog catalog;
    private final SheetKeeper sheets;
    private final Calendars calendars;
    private final Land land;
    private final Geocoding geocoding;
    private final Organizations organizations;
    private final Journal journal;
    private final PlatformClock business;
    private final Clock clock;
    private final JsonMapper json;

    Publishing(Outbox outbox, LinkTables tables, Processes processes, Catalog catalog, SheetKeeper sheets, Calendars calendars,
            Land land, Geocoding geocoding, Organizations organizations, Journal journal, PlatformClock business, Clock clock,
            JsonMapper json) {
        this.outbox = outbox;
        this.tables = tables;
        this.processes = processes;
        this.catalog = catalog;
        this.sheets = sheets;
        this.calendars = calendars;
        this.land = land;
        this.geocoding = geocoding;
        this.organizations = organizations;
        this.journal = journal;
        this.business = business;
        this.clock = clock;
        this.json = json;
    }

    /// A version, ready to travel.
    record Version(String subject, String version, String content) {
    }

    /// Sends the common versions in force to a partner.
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(PlatformId partner) {
        publish(partner, COMMON);
    }

    /// Sends versions of the named subjects; answers how many letters that made.
    ///
    /// @param subjects `process`, `catalogue`, `calendar`, `grids`, `places`, `duty`
    /// @throws jingwei.standards.RefusedException `unknown-subject`
    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(PlatformId partner, Set<String> subjects) {
        int letters = 0;
        for (String subject : subjects.stream().sorted().toList()) {
            Version version = version(subject);
            int parts = Math.max(1, (version.content().length() + PIECE - 1) / PIECE);
            for (int part = 1; part <= parts; part++) {
                ObjectNode body = json.createObjectNode().put("subject", subject).put("version", version.version()).put("part", part)
                        .put("parts", parts).put("content", version.content().substring((part - 1) * PIECE,
                                Math.min(version.content().length(), part * PIECE)));
                outbox.write(partner, subject.equals("duty") ? LetterKind.ORGANIZATION : LetterKind.PUBLICATION, null, null, null, body);
                letters++;
            }
        }
        return letters;
    }

    private Version version(String subject) {
        return switch (subject) {
            case "process" -> {
                ProcessDefinition process = processes.current();
                yield new Version(subject, process.name() + " " + process.version(), process.text());
            }
            case "catalogue" -> new Version(subject, String.valueOf(catalog.current().version()),
                    new String(SheetExport.csv(catalog.current()), java.nio.charset.StandardCharsets.UTF_8));
            case "calendar" -> new Version(subject, String.valueOf(calendars.current().version()),
                    json.writeValueAsString(calendars.current().draft()));
            case "grids" -> grids();
            case "places" -> places();
            case "duty" -> duty();
            default -> throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "unknown-subject", Text.of("没有“" + subject + "”这种版本",
                    "there is no such subject: " + subject), Text.of("可发布 process、catalogue、calendar、grids、places、duty",
                            "choose process, catalogue, calendar, grids, places or duty")).under("EXC-08").asException();
        };
    }

    private Version grids() {
        LandMap map = land.current();
        List<Map<String, Object>> cells = new ArrayList<>();
        map.cells().forEach(cell -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", cell.code().toString());
            one.put("areaClass", cell.areaClass().name());
            one.put("outline", cell.outline().toText());
            cells.add(one);
        });
        return new Version("grids", String.valueOf(cells.size()), json.writeValueAsString(cells));
    }

    /// Shapes as WKT: a shape is no record that JSON could print by itself.
    private Version places() {
        List<Map<String, Object>> places = geocoding.current().places().stream().map(place -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", place.id());
            one.put("kind", place.kind().name());
            one.put("name", place.name());
            one.put("standardName", place.standardName());
            one.put("aliases", place.aliases());
            one.put("regionCode", place.regionCode());
            one.put("streetCode", place.streetCode());
            one.put("communityCode", place.communityCode());
            one.put("roadId", place.roadId());
            one.put("plateNumber", place.plateNumber());
            one.put("longitude", place.hasPoint() ? place.longitude() : null);
            one.put("latitude", place.hasPoint() ? place.latitude() : null);
            one.put("wkt", place.geometry() == null ? null : place.geometry().toText());
            one.put("validFrom", place.validFrom());
            one.put("validTo", place.validTo());
            return one;
        }).toList();
        return new Version("places", String.valueOf(places.size()), json.writeValueAsString(places));
    }

    private Version duty() {
        Organization organization = organizations.current();
        Instant now = business.now();
        List<Map<String, Object>> units = organization.units().stream().filter(unit -> unit.inForce())
                .map(unit -> Map.<String, Object>of("id", unit.id(), "name", unit.name(), "kind", unit.kind().name())).toList();
        List<Map<String, Object>> onDuty = land.current().dutyGrids().stream()
                .sorted(Comparator.comparing(grid -> grid.code())).map(grid -> Map.<String, Object>of("dutyGrid", grid.code(), "collectors",
                        organization.collectorsOnDuty(grid.code(), now).stream().map(post -> post.name()).toList())).toList();
        return new Version("duty", now.toString(), json.writeValueAsString(Map.of("units", units, "onDuty", onDuty)));
    }

    @Override
    public Set<LetterKind> kinds() {
        return EnumSet.of(LetterKind.PUBLICATION, LetterKind.ORGANIZATION, LetterKind.FIGURES, LetterKind.POSITIONS, LetterKind.NOTICE,
                LetterKind.HEARTBEAT);
    }

    @Override
    public Verdict apply(LetterKind kind, Letter letter, Partner partner) {
        if (kind == LetterKind.HEARTBEAT) {
            return Verdict.DONE;
        }
        ObjectNode body = letter.body();
        String subject = body.path("subject").asString(kind.word());
        String version = body.path("version").asString(letter.written().toString());
        int parts = body.path("parts").asInt(1);
        if (parts > 1) {
            version = version + " " + body.path("part").asInt(1) + "/" + parts;
        }
        tables.put(new LinkTables.CameVersion(partner.id(), subject, version, letter.id(),
                body.has("content") ? body.path("content").asString("") : body.toString(), clock.instant(), null, null));
        return Verdict.DONE;
    }

    /// 采用: brings a version that came into use here: a process is published, a sheet becomes a draft, a calendar is published.
    /// Anything else is only marked as seen.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-version`, and whatever the room says that takes it
    @Transactional
    public void take(PlatformId partner, String subject, String version, String post) {
        LinkTables.CameVersion came = tables.publications(partner).stream()
                .filter(each -> each.subject().equals(subject) && each.version().equals(version)).findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-version", Text.of("没有收到这个版本", "this version did not come"),
                        Text.of("请从来版列表里选择", "choose from the list")).under("EXC-02").asException());
        switch (subject) {
            case "process" -> processes.publish(came.body(), post, business.now());
            case "catalogue" -> sheets.importDraft(partner + "规范第 " + version + " 版", "catalogue.csv",
                    came.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "calendar" -> calendars.publish(Objects.requireNonNull(json.readValue(came.body(), CalendarDraft.class))
                    .validFrom(business.today()), post);
            default -> {
                // kept for reading; nothing of this platform changes
            }
        }
        tables.taken(partner, subject, version, clock.instant(), post);
        journal.write(JournalEntry.Kind.EXCHANGE, partner.value(), "version-taken", Map.of("subject", subject, "version", version));
    }
}
