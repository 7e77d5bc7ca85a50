package jingwei.situation.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import jingwei.identity.Sessions;
import jingwei.identity.SignedIn;
import jingwei.situation.MovingThing;
import jingwei.situation.store.FigureTables;
import jingwei.situation.store.FigureTables.WallCase;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 大屏推送: all walls that listen on this server. It looks at the tables a few times a second while anybody listens, so it
/// sees what any server wrote; a platform nobody looks at costs nothing.
///
/// It stops before the web server does, or open streams would hold a graceful shutdown up.
@Component
class WallStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WallStreams.class);
    /// More than a wall of many screens has; a program that leaks streams meets the bar instead of the memory.
    private static final int PER_ACCOUNT = 24;
    private static final int READING_AT_ONCE = 3;
    private static final int PAGE = 2_000;
    private static final int WORTH_SENDING = 5_000;
    private static final Duration MOVING_EVERY = Duration.ofSeconds(2);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(5);

    private final List<WallStream> streams = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore reading = new Semaphore(READING_AT_ONCE, true);
    private final Map<PlatformId, Told> told = new ConcurrentHashMap<>();
    private final FigureTables tables;
    private final FigureKeeper figures;
    private final MovingBook moving;
    private final Sessions sessions;
    private final PlatformClock clock;
    private final Clock wall;
    private volatile boolean running;

    /// What a platform's walls were told when.
    private record Told(Instant moving, Instant beat) {
    }

    WallStreams(FigureTables tables, FigureKeeper figures, MovingBook moving, Sessions sessions, PlatformClock clock, Clock wall) {
        this.tables = tables;
        this.figures = figures;
        this.moving = moving;
        this.sessions = sessions;
        this.clock = clock;
        this.wall = wall;
    }

    /// Opens a stream that goes on after a push number; null begins now.
    ///
    /// @throws jingwei.standards.RefusedException `too-many-streams`
    SseEmitter open(SignedIn who, String token, @Nullable Long after) {
        long last = tables.seq();
        // A number from the future is one of another database, before the data were moved: everything is told anew.
        WallStream stream = new WallStream(who, token, after == null ? last : after > last ? 0 : after);
        synchronized (streams) {
            if (streams.stream().filter(open -> open.who.account().equals(who.account())).count() >= PER_ACCOUNT) {
                throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-streams",
                        Text.of("此账号打开的大屏过多", "this account has too many walls open"),
                        Text.of("请关闭不用的大屏", "close the walls that are not needed")).under("CMD-08").asException();
            }
            streams.add(stream);
        }
        stream.emitter.onCompletion(() -> streams.remove(stream));
        stream.emitter.onError(e -> streams.remove(stream));
        stream.emitter.onTimeout(() -> streams.remove(stream));
        work.execute(() -> serve(stream, new Shared(), true, true));
        return stream.emitter;
    }

    @Scheduled(fixedDelayString = "${jingwei.situation.push-every:350}")
    void push() {
        Map<PlatformId, List<WallStream>> byPlatform = streams.stream().collect(Collectors.groupingBy(one -> one.who.platform()));
        byPlatform.forEach((platform, listening) -> {
            Instant now = wall.instant();
            Told before = told.getOrDefault(platform, new Told(Instant.EPOCH, Instant.EPOCH));
            boolean move = !now.isBefore(before.moving().plus(MOVING_EVERY));
            boolean beat = !now.isBefore(before.beat().plus(BEAT_EVERY));
            told.put(platform, new Told(move ? now : before.moving(), beat ? now : before.beat()));
            Shared shared = new Shared();
            listening.forEach(stream -> work.execute(() -> serve(stream, shared, move, beat)));
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.forEach(stream -> stream.emitter.complete());
        work.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void serve(WallStream stream, Shared shared, boolean move, boolean beat) {
        try {
            if (beat && !sessions.lives(stream.token)) {
                streams.remove(stream);
                stream.emitter.complete();
                return;
            }
            reading.acquireUninterruptibly();
            try {
                Tenancy.<@Nullable Void, IOException>within(stream.who.platform(), () -> {
                    stream.tell(shared, move, beat);
                    return null;
                });
            } finally {
                reading.release();
            }
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; whoever failed to write to it has ended the request already.
            streams.remove(stream);
        } catch (RuntimeException e) {
            LOG.warn("the wall could not be told; the next time tries again", e);
        }
    }

    /// One look at the tables, shared by the walls of a platform.
    private final class Shared implements WallStream.Reading {

        private @Nullable List<MovingThing> things;

        @Override
        public @Nullable List<WallCase> since(long seq) {
            return tables.seq() == seq ? List.of() : tables.moreThan(seq, WORTH_SENDING) ? null : tables.since(seq, PAGE);
        }

        @Override
        public long last() {
            return tables.seq();
        }

        @Override
        public WallAnswers.Figures figures() {
            return figures.current();
        }

        @Override
        public synchronized List<MovingThing> moving() {
            if (things == null) {
                things = moving.present();
            }
            return things;
        }

        @Override
        public WallAnswers.Beat beat(long seq) {
            return new WallAnswers.Beat(seq, clock.now(), clock.rate());
        }
    }
}
