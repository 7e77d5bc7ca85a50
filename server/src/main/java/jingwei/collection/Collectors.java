package jingwei.collection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingwei.casework.Case;
import jingwei.casework.CaseRoom;
import jingwei.collection.store.PositionTables;
import jingwei.grid.LandMap;
import jingwei.identity.Accounts;
import jingwei.identity.Person;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 采集员名册: everybody's state now, and who is nearest to a case.
@Component
public class Collectors {

    /// Ten intervals of half a minute without a word: where he is, is not known any more.
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Organizations organizations;
    private final AttendanceBook attendance;
    private final PositionTables positions;
    private final Accounts accounts;
    private final CaseRoom room;
    private final PlatformClock clock;

    Collectors(Organizations organizations, AttendanceBook attendance, PositionTables positions, Accounts accounts,
            CaseRoom room, PlatformClock clock) {
        this.organizations = organizations;
        this.attendance = attendance;
        this.positions = positions;
        this.accounts = accounts;
        this.room = room;
        this.clock = clock;
    }

    /// Everybody, by post.
    @Transactional(readOnly = true)
    public List<CollectorState> all() {
        Organization organization = organizations.current();
        List<Post> posts = organization.postsOf(PostKind.COLLECTOR);
        Instant now = clock.now();
        Map<String, Attendance> onDuty = attendance.onDuty().stream()
                .collect(java.util.stream.Collectors.toMap(Attendance::post, Function.identity(), (a, b) -> a));
        Map<String, TrackPoint> present = positions.present();
        Map<String, Integer> tasks = room.openTasks();
        Map<UUID, Person> persons = accounts.persons(posts.stream().flatMap(post -> holder(post, onDuty).stream()).toList());
        return posts.stream().map(post -> state(post, onDuty, present, tasks, persons, now))
                .sorted(Comparator.comparing(CollectorState::post)).toList();
    }

    /// 轨迹 of a post, oldest first; nothing off duty is in it.
    @Transactional(readOnly = true)
    public List<TrackPoint> track(String post, Instant from, Instant to) {
        return positions.track(post, from, to);
    }

    /// 就近采集员 for a case: on duty before off duty, those of its duty grid first, then the nearest.
    ///
    /// @param wanted only those on duty; the desk may ask for everybody
    @Transactional(readOnly = true)
    public List<NearCollector> nearest(Case theCase, boolean wanted) {
        String grid = theCase.spot().dutyGrid();
        return all().stream().filter(each -> !wanted || each.state() != CollectorState.State.OFF_DUTY)
                .map(each -> new NearCollector(each.post(), each.person(), each.name(),
                        each.state() != CollectorState.State.OFF_DUTY, grid != null && each.dutyGrids().contains(grid),
                        distance(each, theCase), each.lastSeen(), each.openTasks(),
                        each.person() != null && (theCase.hand(Act.REPORT).filter(each.person()::equals).isPresent()
                                || theCase.reported().post().equals(each.post()))))
                .sorted(Comparator.comparing((NearCollector each) -> !each.onDuty())
                        .thenComparing(NearCollector::reportedThisCase)
                        .thenComparing(each -> each.distanceMetres() == null)
                        .thenComparing(each -> each.distanceMetres() == null ? 0 : each.distanceMetres())
                        .thenComparing(each -> !each.sameDutyGrid())
                        .thenComparing(NearCollector::openTasks).thenComparing(NearCollector::post))
                .toList();
    }

    private CollectorState state(Post post, Map<String, Attendance> onDuty, Map<String, TrackPoint> present,
            Map<String, Integer> tasks, Map<UUID, Person> persons, Instant now) {
        Attendance duty = onDuty.get(post.id());
        UUID holder = holder(post, onDuty).orElse(null);
        Person person = holder == null ? null : persons.get(holder);
        // A position of an earlier duty says nothing about this one, and off duty there is none to show.
        TrackPoint seen = duty == null ? null : present.get(post.id());
        if (seen != null && seen.at().isBefore(duty.signedInAt())) {
            seen = null;
        }
        CollectorState.Signal signal = seen == null ? CollectorState.Signal.NONE
                : seen.at().isAfter(now.minus(FRESH)) ? CollectorState.Signal.FRESH : CollectorState.Signal.UNKNOWN;
        return new CollectorState(post.id(), post.name(), holder, person == null ? null : person.name(),
                person == null ? null : person.phone(), duty == null ? CollectorState.State.OFF_DUTY
                        : duty.resting() ? CollectorState.State.ON_BREAK : CollectorState.State.ON_DUTY, signal,
                duty == null ? null : duty.shift(), duty == null ? null : duty.signedInAt(),
                duty == null ? attendance.dutyGrids(post.id(), now) : duty.dutyGrids(),
                longitude(seen, duty), latitude(seen, duty), seen == null ? null : seen.accuracy(),
                seen != null ? (Instant) seen.at() : duty != null && duty.in() != null ? duty.signedInAt() : null,
                seen == null ? null : seen.battery(), tasks.getOrDefault(post.id(), 0));
    }

    /// Until the first position arrives, the point of signing in is the best that is known.
    private static @Nullable Double longitude(@Nullable TrackPoint seen, @Nullable Attendance duty) {
        return seen != null ? (Double) seen.longitude() : duty != null && duty.in() != null ? (Double) duty.in().longitude() : null;
    }

    private static @Nullable Double latitude(@Nullable TrackPoint seen, @Nullable Attendance duty) {
        return seen != null ? (Double) seen.latitude() : duty != null && duty.in() != null ? (Double) duty.in().latitude() : null;
    }

    private static @Nullable Integer distance(CollectorState each, Case theCase) {
        return each.longitude() == null || each.latitude() == null ? null
                : (int) Math.round(LandMap.distanceMeters(
                        new jingwei.grid.GeoPoint(each.longitude(), each.latitude()), theCase.spot().point()));
    }

    private static Optional<UUID> holder(Post post, Map<String, Attendance> onDuty) {
        Attendance duty = onDuty.get(post.id());
        return duty != null ? Optional.of(duty.person()) : post.holders().stream().findFirst();
    }
}
