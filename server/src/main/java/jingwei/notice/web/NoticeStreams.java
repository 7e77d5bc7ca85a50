package jingwei.notice.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import jingwei.identity.Sessions;
import jingwei.identity.SignedIn;
import jingwei.notice.NoticeSignal;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 推送: all browsers that listen on this server. Woken by {@link NoticeSignal}, and by itself every twenty seconds.
///
/// It stops before the web server does, or open streams would hold a graceful shutdown up.
@Component
class NoticeStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeStreams.class);
    /// Enough for the windows a person has open; a program that leaks streams meets the bar instead of the memory.
    private static final int PER_ACCOUNT = 6;
    private static final int READING_AT_ONCE = 4;

    private final List<NoticeStream> streams = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore reading = new Semaphore(READING_AT_ONCE, true);
    private final Notices notices;
    private final Sessions sessions;
    private final Recipients recipients;
    private volatile boolean running;

    NoticeStreams(Notices notices, Sessions sessions, Recipients recipients, NoticeSignal signal) {
        this.notices = notices;
        this.sessions = sessions;
        this.recipients = recipients;
        signal.hear(this::wake);
    }

    /// Opens a stream that goes on after a cursor; null begins now.
    ///
    /// @throws RefusedException `too-many-streams`
    SseEmitter open(SignedIn who, String token, @Nullable Long after) {
        Set<Recipient> now = recipients.of(who);
        long cursor = after != null ? after : notices.newest(who.account(), now, 1).cursor();
        NoticeStream stream = new NoticeStream(who, token, cursor, now);
        synchronized (streams) {
            if (streams.stream().filter(open -> open.who.account().equals(who.account())).count() >= PER_ACCOUNT) {
                throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-streams",
                        Text.of("此账号打开的通知窗口过多", "this account listens in too many windows"),
                        Text.of("请关闭不用的窗口", "close the windows that are not needed")).asException();
            }
            streams.add(stream);
        }
        stream.emitter.onCompletion(() -> streams.remove(stream));
        stream.emitter.onError(e -> streams.remove(stream));
        stream.emitter.onTimeout(() -> streams.remove(stream));
        work.execute(() -> serve(stream, true));
        return stream.emitter;
    }

    int open() {
        return streams.size();
    }

    @Scheduled(fixedDelayString = "${jingwei.notice.heartbeat:PT20S}")
    void beat() {
        streams.forEach(stream -> work.execute(() -> serve(stream, true)));
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

    private void wake(NoticeSignal.@Nullable Raised raised) {
        if (raised != null && raised.recipient().equals(NoticeSignal.EVERYBODY)) {
            streams.stream().filter(stream -> stream.who.platform().equals(raised.platform()))
                    .forEach(stream -> work.execute(() -> ripple(stream)));
            return;
        }
        for (NoticeStream stream : streams) {
            if (raised == null || stream.who.platform().equals(raised.platform()) && stream.recipients().stream()
                    .anyMatch(recipient -> recipient.word().equals(raised.recipient()))) {
                work.execute(() -> serve(stream, false));
            }
        }
    }

    private void ripple(NoticeStream stream) {
        try {
            stream.ripple();
        } catch (IOException | IllegalStateException e) {
            streams.remove(stream);
            stream.emitter.complete();
        }
    }

    private void serve(NoticeStream stream, boolean beat) {
        try {
            if (beat && !sessions.lives(stream.token)) {
                streams.remove(stream);
                stream.emitter.complete();
                return;
            }
            Tenancy.<@Nullable Void, IOException>within(stream.who.platform(), () -> {
                if (beat) {
                    stream.recipients(recipients.of(stream.who));
                }
                stream.tell((cursor, whom) -> {
                    reading.acquireUninterruptibly();
                    try {
                        return notices.since(cursor, stream.who.account(), whom);
                    } finally {
                        reading.release();
                    }
                });
                if (beat) {
                    stream.beat();
                }
                return null;
            });
        } catch (IOException | IllegalStateException e) {
            // The browser has gone.
            streams.remove(stream);
            stream.emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("notices could not be read; the next beat tries again", e);
        }
    }
}
