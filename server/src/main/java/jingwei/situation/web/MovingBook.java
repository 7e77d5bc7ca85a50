package jingwei.situation.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingwei.situation.MovingSource;
import jingwei.situation.MovingThing;
import jingwei.situation.TrackPoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 移动目标簿: all sources of moving things as one.
@Component
class MovingBook {

    private final ObjectProvider<MovingSource> sources;

    MovingBook(ObjectProvider<MovingSource> sources) {
        this.sources = sources;
    }

    List<MovingThing> present() {
        return sources.orderedStream().flatMap(source -> source.present().stream()).toList();
    }

    Optional<MovingThing> find(String id) {
        return present().stream().filter(thing -> thing.id().equals(id)).findFirst();
    }

    Optional<List<TrackPoint>> track(String id, Instant from, Instant to, int most) {
        return sources.orderedStream().flatMap(source -> source.track(id, from, to, most).stream()).findFirst();
    }

    WallAnswers.MovingCount count() {
        List<MovingThing> all = present();
        return new WallAnswers.MovingCount(all.stream().filter(thing -> thing.kind() == MovingThing.Kind.COLLECTOR).count(),
                all.stream().filter(thing -> thing.kind() == MovingThing.Kind.VEHICLE).count(), in(all, MovingThing.State.MOVING),
                in(all, MovingThing.State.STILL), in(all, MovingThing.State.ASTRAY), in(all, MovingThing.State.SILENT));
    }

    private static long in(List<MovingThing> all, MovingThing.State state) {
        return all.stream().filter(thing -> thing.state() == state).count();
    }
}
