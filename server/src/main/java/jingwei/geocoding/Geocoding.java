package jingwei.geocoding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jingwei.geocoding.store.PlaceStore;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/// 地理编码服务: the published places of the platform being served, in memory (GCF-07).
///
/// A new edition is built beside the old one, which answers until the new one is ready: nobody waits. Another server's publication is
/// noticed within a second.
@Component
public class Geocoding {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final Map<PlatformId, Kept> kept = new ConcurrentHashMap<>();
    private final PlaceStore store;
    private final Clock clock;

    Geocoding(PlaceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Kept(Gazetteer gazetteer, long revision, Instant checked, AtomicBoolean building) {
    }

    /// The gazetteer in force now. Take it once a piece of work.
    public Gazetteer current() {
        PlatformId platform = Tenancy.current();
        Instant now = clock.instant();
        Kept known = kept.get(platform);
        if (known == null) {
            return build(platform).gazetteer();
        }
        if (now.isBefore(known.checked().plus(TRUSTED_FOR))) {
            return known.gazetteer();
        }
        if (store.revision() == known.revision()) {
            kept.replace(platform, known, new Kept(known.gazetteer(), known.revision(), now, known.building()));
        } else if (known.building().compareAndSet(false, true)) {
            Thread.ofVirtual().name("gazetteer").start(() -> {
                try {
                    Tenancy.run(platform, () -> build(platform));
                } finally {
                    known.building().set(false);
                }
            });
        }
        return known.gazetteer();
    }

    /// Builds the newest edition now and answers with it from then on; until it stands, the old one answers.
    void renew() {
        build(Tenancy.current());
    }

    private Kept build(PlatformId platform) {
        long revision = store.revision();
        List<Place> places = store.published();
        Kept fresh = new Kept(Gazetteer.of(places), revision, clock.instant(), new AtomicBoolean());
        // Two may build at once; the one that read the tables earlier does not put the newer one out.
        return kept.merge(platform, fresh, (known, built) -> known.revision() > built.revision() ? known : built);
    }
}
