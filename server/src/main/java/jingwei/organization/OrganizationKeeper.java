package jingwei.organization;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingwei.grid.Land;
import jingwei.identity.Accounts;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.store.OrganizationStore;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 机构岗位维护: the only writer of organizations, posts, holdings and duties (APM-01). Every write is journaled (APM-09).
///
/// It says in words what the database would refuse anyway (SEC-01); the constraints stay the judge.
@Component
public class OrganizationKeeper {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final OrganizationStore store;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Land land;
    private final Journal journal;
    private final PlatformClock clock;
    private final ObjectProvider<WaitingWork> waiting;

    OrganizationKeeper(OrganizationStore store, Organizations organizations, Accounts accounts, Land land,
            Journal journal, PlatformClock clock, ObjectProvider<WaitingWork> waiting) {
        this.waiting = waiting;
        this.store = store;
        this.organizations = organizations;
        this.accounts = accounts;
        this.land = land;
        this.journal = journal;
        this.clock = clock;
    }

    /// 建机构. The axis follows from the kind, a team's from the organization above it.
    ///
    /// @throws RefusedException `field-malformed`, `no-such-organization`, `team-parent` or `organization-taken`
    @Transactional
    public Unit createUnit(String id, String name, OrganizationKind kind, @Nullable String parent, boolean joined) {
        requireId(id);
        requireName(name);
        Organization before = begin();
        @Nullable Axis axis = kind.axis().orElse(null);
        @Nullable Unit above = parent == null ? null : requireUnit(before, parent);
        if (kind == OrganizationKind.TEAM) {
            axis = teamAxis(above);
        }
        Unit unit = new Unit(id, name.strip(), kind, axis, parent, joined, today(), null);
        try {
            store.insert(unit);
        } catch (DuplicateKeyException e) {
            throw OrganizationRefusals.taken(id);
        }
        write(id, "organization-created", Map.of("name", unit.name(), "kind", kind.name()));
        return unit;
    }

    /// 改机构: name, place in the tree, and whether it works with the system itself.
    @Transactional
    public Unit changeUnit(String id, String name, @Nullable String parent, boolean joined) {
        requireName(name);
        Organization before = begin();
        Unit unit = requireUnit(before, id);
        @Nullable Unit above = parent == null ? null : requireUnit(before, parent);
        if (above != null && before.within(id).contains(above)) {
            throw OrganizationRefusals.circle(id);
        }
        if (unit.kind() == OrganizationKind.TEAM && teamAxis(above) != unit.axis()) {
            throw OrganizationRefusals.teamAxis();
        }
        try {
            store.change(id, name.strip(), parent, joined);
        } catch (DuplicateKeyException e) {
            throw OrganizationRefusals.taken(id);
        }
        write(id, "organization-changed", Map.of("name", name.strip(), "before", unit.name(), "joined", joined,
                "parent", parent == null ? "" : parent));
        return new Unit(id, name.strip(), unit.kind(), unit.axis(), parent, joined, unit.validFrom(), null);
    }

    /// 撤销机构. @throws RefusedException `organization-in-use` while it has posts or organizations below
    @Transactional
    public void endUnit(String id) {
        Organization before = begin();
        requireUnit(before, id);
        List<String> left = Stream.concat(before.children(id).stream().map(Unit::name),
                before.posts().stream().filter(post -> post.inForce() && post.organizationId().equals(id))
                        .map(Post::name)).toList();
        if (!left.isEmpty()) {
            throw OrganizationRefusals.inUse(id, left);
        }
        store.endUnit(id, today());
        write(id, "organization-ended", Map.of());
    }

    /// 设岗位. @throws RefusedException `post-axis` where kind and organization lie on different axes (SEC-01)
    @Transactional
    public Post createPost(String id, PostKind kind, String organization, String name) {
        requireId(id);
        requireName(name);
        Unit unit = requireUnit(begin(), organization);
        Post post = Post.vacant(id, kind, organization, name.strip());
        if (!kind.side().equals(unit.side())) {
            throw OrganizationRefusals.postAxis(kind, unit);
        }
        try {
            store.insert(post);
        } catch (DuplicateKeyException e) {
            throw OrganizationRefusals.taken(id);
        }
        write(id, "post-created", Map.of("name", post.name(), "kind", kind.word(), "organization", organization));
        return post;
    }

    @Transactional
    public void renamePost(String id, String name) {
        requireName(name);
        Post post = requirePost(begin(), id);
        store.renamePost(id, name.strip());
        write(id, "post-renamed", Map.of("name", name.strip(), "before", post.name()));
    }

    /// 撤销岗位. @throws RefusedException `organization-in-use` while somebody holds it or duties name it
    @Transactional
    public void endPost(String id) {
        Organization before = begin();
        Post post = requirePost(before, id);
        List<String> left = new ArrayList<>();
        post.holders().forEach(person -> left.add("任岗 " + person));
        before.duties().stream().filter(duty -> duty.post().equals(id)
                        && (duty.validTo() == null || !duty.validTo().isBefore(today())))
                .forEach(duty -> left.add("值守 " + duty.dutyGrid()));
        if (!left.isEmpty()) {
            throw OrganizationRefusals.inUse(id, left);
        }
        store.endPost(id, clock.now());
        write(id, "post-ended", Map.of());
    }

    /// 任命. Nobody appoints himself, and of the three administrators none holds another's post (三员分立).
    ///
    /// @throws RefusedException `other-axis` where the person sits on another axis (SEC-01), `other-administrator`,
    ///                          `own-appointment`, `already-held`
    @Transactional
    public void assign(String id, UUID person) {
        Organization before = begin();
        Post post = requirePost(before, id);
        refuseOwn(person);
        if (accounts.person(person).isEmpty()) {
            throw OrganizationRefusals.noSuch("人员", "person", person.toString());
        }
        List<Post> held = before.postsOf(person);
        if (held.stream().anyMatch(other -> !other.kind().side().equals(post.kind().side()))) {
            throw OrganizationRefusals.otherSide(post, held);
        }
        if (post.holders().contains(person)) {
            throw OrganizationRefusals.alreadyHeld(post);
        }
        try {
            store.hold(post, person, clock.now());
        } catch (DataIntegrityViolationException e) {
            throw OrganizationRefusals.otherSide(post, held);
        }
        write(id, "post-assigned", Map.of("person", person));
    }

    /// 离任. The last one who could go on with what waits at the post does not leave without a successor (交接).
    ///
    /// @param successor takes the post in the same transaction; null where others go on
    /// @throws RefusedException `tasks-waiting`, `own-appointment`, `no-such-holding`, and what {@link #assign} refuses
    @Transactional
    public void release(String id, UUID person, @Nullable UUID successor) {
        if (successor != null) {
            assign(id, successor);
        }
        Organization before = begin();
        refuseOwn(person);
        Post post = requirePost(before, id);
        if (successor == null && post.holders().equals(List.of(person)) && !servedBeside(post, before)) {
            long left = waiting.stream().mapToLong(work -> work.at(post)).sum();
            if (left > 0) {
                throw OrganizationRefusals.tasksWaiting(post, left);
            }
        }
        if (store.release(id, person, clock.now()) == 0) {
            throw OrganizationRefusals.noSuch("任岗", "holding", id + " " + person);
        }
        write(id, "post-released", Map.of("person", person));
    }

    /// Whether somebody at another post sees the same work: a collector's tasks are his own, a unit's are the unit's, the
    /// others' are their kind's.
    private static boolean servedBeside(Post post, Organization now) {
        return post.kind() != PostKind.COLLECTOR && now.postsOf(post.kind()).stream()
                .anyMatch(other -> !other.id().equals(post.id()) && !other.holders().isEmpty()
                        && (post.axis() != Axis.HANDLING || other.organizationId().equals(post.organizationId())));
    }

    private static void refuseOwn(UUID person) {
        if (SignedIn.find().filter(who -> who.person().equals(person)).isPresent()) {
            throw OrganizationRefusals.own();
        }
    }

    /// 定班次: makes a shift or changes its hours.
    @Transactional
    public void putShift(Shift shift) {
        requireId(shift.id());
        requireName(shift.name());
        begin();
        store.put(shift);
        write(shift.id(), "shift-put", Map.of("name", shift.name(), "starts", shift.starts().toString(),
                "ends", shift.ends().toString()));
    }

    /// 排值守: a collector's post serves a duty grid in a shift (ACC-05).
    ///
    /// @throws RefusedException `no-such-post`, `no-such-shift`, `no-such-duty-grid` or `post-axis` for a post that is no
    ///                          collector's
    @Transactional
    public CollectorDuty addDuty(String id, String dutyGrid, String shift, Set<DayOfWeek> weekdays, LocalDate from,
            @Nullable LocalDate to) {
        if (weekdays.isEmpty()) {
            throw OrganizationRefusals.malformed("weekdays");
        }
        if (to != null && to.isBefore(from)) {
            throw OrganizationRefusals.malformed("validTo");
        }
        Organization before = begin();
        Post post = requirePost(before, id);
        if (post.kind() != PostKind.COLLECTOR) {
            throw OrganizationRefusals.postAxis(PostKind.COLLECTOR, requireUnit(before, post.organizationId()));
        }
        if (land.current().dutyGrid(dutyGrid).isEmpty()) {
            throw OrganizationRefusals.noSuch("责任网格", "duty-grid", dutyGrid);
        }
        Shift hours = store.shifts().stream().filter(each -> each.id().equals(shift)).findFirst()
                .orElseThrow(() -> OrganizationRefusals.noSuch("班次", "shift", shift));
        CollectorDuty duty = new CollectorDuty(UuidCreator.getTimeOrderedEpoch(), id, dutyGrid, hours, weekdays, from,
                to);
        store.insert(duty);
        write(id, "duty-added", Map.of("duty", duty.id(), "dutyGrid", dutyGrid, "shift", shift));
        return duty;
    }

    /// 终止值守, today being its last day.
    @Transactional
    public void endDuty(UUID id) {
        begin();
        if (store.endDuty(id, today()) == 0) {
            throw OrganizationRefusals.noSuch("值守", "duty", id.toString());
        }
        write(id.toString(), "duty-ended", Map.of());
    }

    /// One writer a platform at a time; what is there now, read from the tables and not from memory.
    private Organization begin() {
        store.begin();
        organizations.changed();
        return store.load();
    }

    private void write(String subject, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.DATA_CHANGE, subject, action, detail);
    }

    private LocalDate today() {
        return clock.today();
    }

    private static Axis teamAxis(@Nullable Unit above) {
        if (above == null || above.axis() == null || above.axis() == Axis.LEADERSHIP) {
            throw OrganizationRefusals.teamAxis();
        }
        return above.axis();
    }

    private static Unit requireUnit(Organization organization, String id) {
        return organization.unit(id).filter(Unit::inForce)
                .orElseThrow(() -> OrganizationRefusals.noSuch("机构", "organization", id));
    }

    private static Post requirePost(Organization organization, String id) {
        return organization.post(id).filter(Post::inForce)
                .orElseThrow(() -> OrganizationRefusals.noSuch("岗位", "post", id));
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw OrganizationRefusals.malformed("id");
        }
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw OrganizationRefusals.malformed("name");
        }
    }
}
