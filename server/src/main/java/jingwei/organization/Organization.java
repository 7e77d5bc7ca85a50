package jingwei.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// 机构岗位快照: all organizations, posts, holdings and duties of a platform at one revision; immutable, no database needed.
///
/// Ended organizations and posts are kept, so that an old act still has a name; lists of what can be chosen leave them out.
public final class Organization {

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final List<Holding> holdings;
    private final List<CollectorDuty> duties;

    private Organization(Collection<Unit> units, Collection<Post> posts, Collection<Holding> holdings,
            Collection<CollectorDuty> duties) {
        units.forEach(unit -> this.units.put(unit.id(), unit));
        Map<String, List<UUID>> holders = new LinkedHashMap<>();
        holdings.stream().filter(Holding::isLive).forEach(holding ->
                holders.computeIfAbsent(holding.post(), post -> new ArrayList<>()).add(holding.person()));
        posts.forEach(post -> this.posts.put(post.id(), post.heldBy(holders.getOrDefault(post.id(), List.of()))));
        this.holdings = List.copyOf(holdings);
        this.duties = List.copyOf(duties);
    }

    public static Organization of(Collection<Unit> units, Collection<Post> posts, Collection<Holding> holdings,
            Collection<CollectorDuty> duties) {
        return new Organization(units, posts, holdings, duties);
    }

    public static Organization empty() {
        return of(List.of(), List.of(), List.of(), List.of());
    }

    /// Every organization, ended ones too.
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    public Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /// The organizations of a kind that are in force: the responsible units to choose from, for instance.
    public List<Unit> unitsOf(OrganizationKind kind) {
        return units.values().stream().filter(unit -> unit.kind() == kind && unit.inForce()).toList();
    }

    /// The organizations right below, in force.
    public List<Unit> children(String id) {
        return units.values().stream().filter(unit -> id.equals(unit.parent()) && unit.inForce()).toList();
    }

    /// The organizations above, the nearest first.
    public List<Unit> ancestors(String id) {
        List<Unit> above = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(id));
        Optional<Unit> next = unit(id).map(Unit::parent).flatMap(this::unit);
        while (next.isPresent() && seen.add(next.get().id())) {
            above.add(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(this::unit);
        }
        return List.copyOf(above);
    }

    /// The organization and everything below it, in force: a unit may do what its teams may.
    public List<Unit> within(String id) {
        return units.values().stream().filter(Unit::inForce)
                .filter(unit -> unit.id().equals(id)
                        || ancestors(unit.id()).stream().anyMatch(above -> above.id().equals(id)))
                .toList();
    }

    /// Every post, ended ones too.
    public List<Post> posts() {
        return List.copyOf(posts.values());
    }

    public Optional<Post> post(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    /// The posts a person holds now.
    public List<Post> postsOf(UUID person) {
        return posts.values().stream().filter(post -> post.inForce() && post.holders().contains(person)).toList();
    }

    /// The posts of one kind in an organization, in force, held or vacant.
    public List<Post> postsOfOrganization(String id, PostKind kind) {
        return posts.values().stream()
                .filter(post -> post.inForce() && post.kind() == kind && post.organizationId().equals(id)).toList();
    }

    /// The posts of one kind in the whole platform, in force.
    public List<Post> postsOf(PostKind kind) {
        return posts.values().stream().filter(post -> post.inForce() && post.kind() == kind).toList();
    }

    /// 处置人员: who handles for a unit, its teams included.
    public List<Post> handlersOf(String unit) {
        return within(unit).stream()
                .flatMap(below -> postsOfOrganization(below.id(), PostKind.HANDLER).stream()).toList();
    }

    /// The collectors' posts on duty in a duty grid at that moment that somebody holds (ACC-05); empty where nobody is.
    public List<Post> collectorsOnDuty(String dutyGrid, Instant at) {
        return duties.stream().filter(duty -> duty.dutyGrid().equals(dutyGrid) && duty.covers(at))
                .map(CollectorDuty::post).distinct().flatMap(id -> post(id).stream())
                .filter(post -> post.inForce() && !post.holders().isEmpty()).toList();
    }

    /// The duty grids a post serves at that moment.
    public List<String> dutyGridsOf(String post, Instant at) {
        return duties.stream().filter(duty -> duty.post().equals(post) && duty.covers(at))
                .map(CollectorDuty::dutyGrid).distinct().toList();
    }

    /// Whether anybody holds a post of that kind or ever did.
    public boolean everHeld(PostKind kind) {
        return holdings.stream().anyMatch(holding -> post(holding.post()).filter(post -> post.kind() == kind).isPresent());
    }

    public List<CollectorDuty> duties() {
        return duties;
    }

    /// Who held what and when, ended holdings too.
    public List<Holding> holdings() {
        return holdings;
    }
}
