package jingwei.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 每平台一份: an immutable picture of a room's tables, one for each platform, loaded again when its revision moves.
///
/// Rooms whose data are read at every act and change a few times a day (calendar, sheet, organization, land, process) keep
/// their picture here. The revision is asked for at most once a second, so another server's change is seen within that
/// second. A transaction that changes the data says so with {@link #changed}: from then on it sees its own picture, and nobody
/// else does; after its commit everybody here sees the new one at once.
public final class PerPlatform<T> {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final Map<PlatformId, Kept<T>> kept = new ConcurrentHashMap<>();
    /// How many transactions that changed something have ended here.
    private final AtomicLong ended = new AtomicLong();
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
        Map<PlatformId, @Nullable T> own = own();
        if (own != null && own.containsKey(platform)) {
            return Objects.requireNonNull(own.compute(platform, (id, picture) -> picture == null ? load.get() : picture));
        }
        Instant now = clock.instant();
        Kept<T> known = kept.get(platform);
        if (known != null && now.isBefore(known.checked().plus(TRUSTED_FOR))) {
            return known.picture();
        }
        long before = ended.get();
        long current = revision.getAsLong();
        T picture = known != null && known.revision() == current ? known.picture() : load.get();
        keep(platform, new Kept<>(picture, current, now), before);
        return picture;
    }

    /// A picture read while a change came to its end may be of before; it serves who asked, and is not kept.
    private synchronized void keep(PlatformId platform, Kept<T> read, long before) {
        if (ended.get() == before) {
            kept.put(platform, read);
        }
    }

    private synchronized void drop(Iterable<PlatformId> platforms) {
        ended.incrementAndGet();
        platforms.forEach(kept::remove);
    }

    /// The open transaction has changed the data; may be said again after every further change.
    public void changed() {
        PlatformId platform = Tenancy.current();
        Map<PlatformId, @Nullable T> own = own();
        if (own == null) {
            own = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(new End(own));
        }
        own.put(platform, null);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<PlatformId, @Nullable T> own() {
        return (Map<PlatformId, @Nullable T>) TransactionSynchronizationManager.getResource(this);
    }

    /// The end of a transaction that changed something, either way: what was read in it is nobody's any more.
    private final class End implements TransactionSynchronization {

        private final Map<PlatformId, ? extends @Nullable T> own;

        End(Map<PlatformId, ? extends @Nullable T> own) {
            this.own = own;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerPlatform.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerPlatform.this, own);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerPlatform.this);
            drop(own.keySet());
        }
    }
}
