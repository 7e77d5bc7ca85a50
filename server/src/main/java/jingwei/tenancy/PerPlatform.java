package jingwei.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// 每平台一份: an immutable picture of a room's tables, one for each platform, loaded again when its revision moves.
///
/// Rooms whose data are read at every act and change a few times a day (calendar, sheet, organization, land, process) keep
/// their picture here. The revision is asked for at most once a second, so another server's change is seen within that
/// second; a change made here is seen at once through {@link #forget}, called after the commit.
public final class PerPlatform<T> {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final Map<PlatformId, Kept<T>> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private final LongSupplier revision;
    private final Supplier<T> load;

    private record Kept<T>(T picture, long revision, Instant checked) {
    }

    /// @param clock    the wall clock
    /// @param revision asks the database for the number that grows with every change of the current platform's data
    /// @param load     makes the picture of the current platform
    public PerPlatform(Clock clock, LongSupplier revision, Supplier<T> load) {
        this.clock = clock;
        this.revision = revision;
        this.load = load;
    }

    /// The picture of the platform being served.
    public T get() {
        PlatformId platform = Tenancy.current();
        Instant now = clock.instant();
        Kept<T> known = kept.get(platform);
        if (known != null && now.isBefore(known.checked().plus(TRUSTED_FOR))) {
            return known.picture();
        }
        long current = revision.getAsLong();
        T picture = known != null && known.revision() == current ? known.picture() : load.get();
        kept.put(platform, new Kept<>(picture, current, now));
        return picture;
    }

    /// Forgets the current platform's picture; call it after the commit of a change.
    public void forget() {
        kept.remove(Tenancy.current());
    }
}
