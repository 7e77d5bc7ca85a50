package jingwei.collection.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.FilingCondition;
import jingwei.catalog.Forms;
import jingwei.catalog.Sheet;
import jingwei.collection.AttendanceBook;
import jingwei.collection.SettingsKeeper;
import jingwei.collection.census.Censuses;
import jingwei.identity.Accounts;
import jingwei.identity.Person;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.component.Components;
import jingwei.component.ManagedComponent;
import jingwei.grid.DutyGrid;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.UnitGrid;
import jingwei.standards.UnitGridCode;
import jingwei.workcalendar.PlatformClock;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 基础数据同步: everything a collector needs for a shift without a network, in named chunks (ACQ-13, DEV-18).
///
/// A chunk's version is a digest of its content. A phone asks for the list, fetches the chunks whose version it does not have
/// and forgets those that are no longer listed; nothing is kept here about what a phone has. Chunks are cut so that a change
/// touches few: classes by major class, cells and components by unit grid.
@Component
public class ReferenceData {

    private static final int MOST_COMPONENTS = 20_000;
    private static final List<PostKind> CALLED = List.of(PostKind.SHIFT_LEADER, PostKind.OPERATOR, PostKind.CENTER_CHIEF, PostKind.COLLECTOR);

    private final Catalog catalog;
    private final Forms forms;
    private final Land land;
    private final Components components;
    private final AttendanceBook attendance;
    private final SettingsKeeper settings;
    private final Censuses censuses;
    private final Organizations organizations;
    private final Accounts accounts;
    private final PlatformClock clock;
    private final JsonMapper json;

    ReferenceData(Catalog catalog, Forms forms, Land land, Components components, AttendanceBook attendance, SettingsKeeper settings,
            Censuses censuses, Organizations organizations, Accounts accounts, PlatformClock clock, JsonMapper json) {
        this.catalog = catalog;
        this.forms = forms;
        this.land = land;
        this.components = components;
        this.attendance = attendance;
        this.settings = settings;
        this.censuses = censuses;
        this.organizations = organizations;
        this.accounts = accounts;
        this.clock = clock;
        this.json = json;
    }

    /// @param name    `settings`, `contacts`, `censuses`, `duty-grids`, `classes-component-01`, `cell-410303001001001`
    /// @param version digest of the content
    /// @param bytes   size of the content as JSON
    @Schema(name = "SyncChunk")
    public record Chunk(@Schema(example = "classes-component-01") String name,
            @Schema(example = "5e884898da280471") String version, int bytes) {
    }

    /// Name, version and body of every chunk of a collector.
    @Transactional(readOnly = true)
    public List<Chunk> list(Performer who) {
        return bodies(who).entrySet().stream().map(each -> new Chunk(each.getKey(), version(each.getValue()),
                each.getValue().length)).toList();
    }

    /// One chunk as JSON; empty where it is none of his.
    @Transactional(readOnly = true)
    public Optional<byte[]> chunk(Performer who, String name) {
        if (name.startsWith("classes-")) {
            return Optional.ofNullable(classes().get(name)).map(json::writeValueAsBytes);
        }
        if (name.startsWith("cell-")) {
            return own(who).stream().flatMap(grid -> grid.cells().stream())
                    .filter(cell -> name.equals("cell-" + cell.digits())).findFirst()
                    .map(cell -> json.writeValueAsBytes(cell(cell, componentsOf(own(who)))));
        }
        return Optional.ofNullable(bodies(who).get(name));
    }

    public static String version(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> bodies(Performer who) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        List<DutyGrid> own = own(who);
        bodies.put("settings", json.writeValueAsBytes(settings.current()));
        bodies.put("duty-grids", json.writeValueAsBytes(own.stream().map(grid -> {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("code", grid.code());
            said.put("name", grid.name());
            said.put("cells", grid.cells().stream().map(UnitGridCode::digits).toList());
            return said;
        }).toList()));
        bodies.put("contacts", json.writeValueAsBytes(contacts()));
        bodies.put("censuses", json.writeValueAsBytes(censuses.running(own.stream().map(DutyGrid::code).toList())));
        classes().forEach((name, body) -> bodies.put(name, json.writeValueAsBytes(body)));
        Map<String, List<ManagedComponent>> things = componentsOf(own);
        own.forEach(grid -> grid.cells().forEach(cell ->
                bodies.put("cell-" + cell.digits(), json.writeValueAsBytes(cell(cell, things)))));
        return bodies;
    }

    private List<DutyGrid> own(Performer who) {
        LandMap map = land.current();
        return attendance.dutyGrids(who.post().id(), clock.now()).stream().flatMap(code -> map.dutyGrid(code).stream()).toList();
    }

    /// 通讯录: the supervision center and the colleagues (ACQ-22). Units are not in it.
    private List<Map<String, Object>> contacts() {
        Organization organization = organizations.current();
        List<Post> posts = CALLED.stream().flatMap(kind -> organization.postsOf(kind).stream()).toList();
        Map<UUID, Person> persons = accounts.persons(posts.stream().flatMap(post -> post.holders().stream()).toList());
        List<Map<String, Object>> said = new ArrayList<>();
        for (Post post : posts) {
            for (UUID holder : post.holders()) {
                Person person = persons.get(holder);
                if (person != null) {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("post", post.id());
                    one.put("kind", post.kind().word());
                    one.put("name", person.name());
                    one.put("postName", post.name());
                    one.put("phone", person.phone());
                    said.add(one);
                }
            }
        }
        return said;
    }

    private Map<String, Object> classes() {
        Sheet sheet = catalog.current();
        Map<String, List<Map<String, Object>>> chunks = new TreeMap<>();
        for (ClassEntry entry : sheet.entries()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("code", entry.code().toString());
            said.put("name", entry.name().zh());
            said.put("nameEn", entry.name().en());
            said.put("major", entry.major());
            said.put("majorName", entry.majorName().zh());
            said.put("geometry", entry.geometry().name());
            said.put("conditions", sheet.conditions(entry.code()).stream().map(ReferenceData::condition).toList());
            said.put("fields", forms.of(entry.code()));
            chunks.computeIfAbsent("classes-" + entry.code().kind().word() + "-" + entry.major(), name -> new ArrayList<>())
                    .add(said);
        }
        return new TreeMap<>(chunks);
    }

    private static Map<String, Object> condition(FilingCondition condition) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("number", condition.number());
        said.put("text", condition.text());
        said.put("closing", condition.closing());
        Map<String, String> limits = new TreeMap<>();
        condition.plans().forEach((area, plan) -> limits.put(area.name(), plan.limit().toString()));
        said.put("limits", limits);
        return said;
    }

    private Map<String, List<ManagedComponent>> componentsOf(List<DutyGrid> own) {
        LandMap map = land.current();
        Map<String, List<ManagedComponent>> byCell = new LinkedHashMap<>();
        for (DutyGrid grid : own) {
            Envelope box = new Envelope();
            grid.cells().forEach(cell -> map.unitGrid(cell)
                    .ifPresent(found -> box.expandToInclude(found.outline().getEnvelopeInternal())));
            components.inBox(box, null, MOST_COMPONENTS).stream().filter(each -> grid.cells().contains(each.unitGrid()))
                    .sorted(Comparator.comparing(ManagedComponent::code))
                    .forEach(each -> byCell.computeIfAbsent(each.unitGrid().digits(), code -> new ArrayList<>()).add(each));
        }
        return byCell;
    }

    private Map<String, Object> cell(UnitGridCode code, Map<String, List<ManagedComponent>> things) {
        LandMap map = land.current();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("code", code.digits());
        said.put("outline", map.unitGrid(code).map(UnitGrid::outline).map(outline -> {
            List<double[]> ring = new ArrayList<>();
            for (Coordinate at : outline.getExteriorRing().getCoordinates()) {
                ring.add(new double[] {at.x, at.y});
            }
            return ring;
        }).orElse(List.of()));
        said.put("community", map.locationOf(code).map(where -> where.community().name()).orElse(""));
        said.put("components", things.getOrDefault(code.digits(), List.of()).stream().map(each -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", each.code().digits());
            one.put("classCode", each.classCode().toString());
            one.put("name", each.name());
            one.put("at", new double[] {each.at().longitude(), each.at().latitude()});
            one.put("owner", each.owningUnit());
            one.put("state", each.state().name());
            return one;
        }).toList());
        return said;
    }
}
