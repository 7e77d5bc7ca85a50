package jingwei.situation.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jingwei.collection.CollectorState;
import jingwei.collection.Collectors;
import jingwei.situation.MovingSource;
import jingwei.situation.MovingThing;
import jingwei.situation.TrackPoint;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;

/// 图上采集员 (CMD-01, CMD-06): where collectors on duty were seen last, as the room of collection tells it. Who is off duty is
/// not shown; a gap is silence and says nothing about where he is.
@Component
class CollectorsOnTheMap implements MovingSource {

    /// A phone tells its position twice a minute; who has told none for so long stands still or has no network.
    private static final Duration STILL = Duration.ofMinutes(2);

    private final Collectors collectors;
    private final PlatformClock clock;

    CollectorsOnTheMap(Collectors collectors, PlatformClock clock) {
        this.collectors = collectors;
        this.clock = clock;
    }

    @Override
    public List<MovingThing> present() {
        Instant now = clock.now();
        return collectors.all().stream().filter(one -> one.longitude() != null && one.latitude() != null && one.lastSeen() != null)
                .map(one -> thing(one, now)).toList();
    }

    @Override
    public Optional<List<TrackPoint>> track(String id, Instant from, Instant to, int most) {
        if (collectors.all().stream().noneMatch(one -> one.post().equals(id))) {
            return Optional.empty();
        }
        return Optional.of(collectors.track(id, from, to).stream().filter(point -> !point.coarse()).limit(most)
                .map(point -> new TrackPoint(point.at(), point.longitude(), point.latitude(), point.speed())).toList());
    }

    private static MovingThing thing(CollectorState one, Instant now) {
        Instant seen = Objects.requireNonNull(one.lastSeen());
        MovingThing.State state = one.signal() != CollectorState.Signal.FRESH ? MovingThing.State.SILENT
                : one.state() == CollectorState.State.ON_BREAK || seen.isBefore(now.minus(STILL)) ? MovingThing.State.STILL
                        : MovingThing.State.MOVING;
        return new MovingThing(one.post(), MovingThing.Kind.COLLECTOR, one.name() == null ? one.postName() : one.name(), one.post(),
                one.person(), null, Objects.requireNonNull(one.longitude()), Objects.requireNonNull(one.latitude()), seen, state,
                null, null);
    }
}
