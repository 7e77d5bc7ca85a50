package jingwei.situation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// 移动目标来源: a bean of this type puts what it knows of moving things on the wall. It answers for the platform being served
/// and is asked every two seconds while somebody looks, so it reads a table of last positions and not the tracks.
public interface MovingSource {

    /// Everything that moves now, or is on duty and silent; each id once over all sources.
    List<MovingThing> present();

    /// 轨迹: where it was in a period, oldest first, at most `most` points; empty optional where the id is not this source's.
    Optional<List<TrackPoint>> track(String id, Instant from, Instant to, int most);
}
