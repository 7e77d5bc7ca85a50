package jingwei.notice.web;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import jingwei.identity.SignedIn;
import jingwei.notice.Notice;
import jingwei.notice.NoticePage;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 推送流: one browser that listens, and how far it has been told.
final class NoticeStream {

    final SignedIn who;
    final String token;
    final SseEmitter emitter = new SseEmitter(0L);
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<UUID> told = new HashSet<>();
    private volatile Set<Recipient> recipients;
    private long cursor;

    NoticeStream(SignedIn who, String token, long cursor, Set<Recipient> recipients) {
        this.who = who;
        this.token = token;
        this.cursor = cursor;
        this.recipients = recipients;
    }

    interface Reading {

        NoticePage since(long cursor, Set<Recipient> recipients);
    }

    Set<Recipient> recipients() {
        return recipients;
    }

    /// The posts of a person change while a browser listens.
    void recipients(Set<Recipient> now) {
        recipients = now;
    }

    /// Reads what is new and sends it. The event's id is the cursor to come back with, which is safe to repeat from.
    void tell(Reading reading) throws IOException {
        turn.lock();
        try {
            while (true) {
                NoticePage page = reading.since(cursor, recipients);
                long before = cursor;
                Set<UUID> seen = new HashSet<>();
                int fresh = 0;
                for (Notice notice : page.notices()) {
                    seen.add(notice.id());
                    if (!told.contains(notice.id())) {
                        fresh++;
                        // Until the last of this page is out, one has to come back to where the page began.
                        emitter.send(SseEmitter.event().id(Long.toString(before)).name("notice")
                                .data(notice, MediaType.APPLICATION_JSON));
                    }
                }
                told.clear();
                told.addAll(seen);
                cursor = page.cursor();
                if (fresh == 0 || page.notices().size() < Notices.PAGE) {
                    return;
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /// Something moved somewhere: the window asks again for what it shows.
    void ripple() throws IOException {
        turn.lock();
        try {
            emitter.send(SseEmitter.event().name("ripple").data("{}"));
        } finally {
            turn.unlock();
        }
    }

    /// A line that says "still there", and the newest cursor, so that a reconnection begins as late as possible.
    void beat() throws IOException {
        turn.lock();
        try {
            emitter.send(SseEmitter.event().id(Long.toString(cursor)).name("beat").data("{}")
                    .reconnectTime(3_000));
        } finally {
            turn.unlock();
        }
    }
}
