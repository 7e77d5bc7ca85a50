package jingwei.situation.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import jingwei.identity.SignedIn;
import jingwei.situation.MovingThing;
import jingwei.situation.store.FigureTables.WallCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 大屏推送流: one wall that listens, and the number up to which it has been told.
///
/// Events: `cases` (what pushes brought, a removed case marked so), `figures`, `moving` (things that moved), `reset` (too
/// far behind: load the open cases again), `beat`. The id of an event is the push number to come back with.
final class WallStream {

    final SignedIn who;
    final String token;
    final SseEmitter emitter = new SseEmitter(0L);
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Instant> seen = new HashMap<>();
    private long seq;
    private WallAnswers.@Nullable Figures figures;

    WallStream(SignedIn who, String token, long seq) {
        this.who = who;
        this.token = token;
        this.seq = seq;
    }

    interface Reading {

        /// Rows of pushes above the number; null where they are too many to be worth sending.
        @Nullable List<WallCase> since(long seq);

        long last();

        WallAnswers.Figures figures();

        List<MovingThing> moving();

        WallAnswers.Beat beat(long seq);
    }

    void tell(Reading reading, boolean withMoving, boolean beat) throws IOException {
        turn.lock();
        try {
            cases(reading);
            WallAnswers.Figures now = reading.figures();
            if (figures == null || !same(figures, now)) {
                figures = now;
                send("figures", now);
            }
            if (withMoving) {
                moved(reading.moving());
            }
            if (beat) {
                send("beat", reading.beat(seq));
            }
        } finally {
            turn.unlock();
        }
    }

    private void cases(Reading reading) throws IOException {
        while (true) {
            List<WallCase> rows = reading.since(seq);
            if (rows == null) {
                seq = reading.last();
                send("reset", reading.beat(seq));
                return;
            }
            if (rows.isEmpty()) {
                return;
            }
            // The reading never cuts a push, so the last row's number is wholly told.
            seq = rows.getLast().seq();
            send("cases", new WallAnswers.Push(seq, rows.stream().map(WallAnswers.Point::of).toList()));
        }
    }

    private void moved(List<MovingThing> things) throws IOException {
        List<MovingThing> news = new ArrayList<>();
        for (MovingThing thing : things) {
            Instant before = seen.put(thing.id(), thing.at());
            if (!thing.at().equals(before)) {
                news.add(thing);
            }
        }
        if (!news.isEmpty()) {
            send("moving", news);
        }
    }

    private void send(String name, Object data) throws IOException {
        emitter.send(SseEmitter.event().id(Long.toString(seq)).name(name).data(data, MediaType.APPLICATION_JSON));
    }

    /// The same but for the moment at which it was counted.
    private static boolean same(WallAnswers.Figures a, WallAnswers.Figures b) {
        return a == b || a.seq() == b.seq() && a.open().equals(b.open()) && a.today().equals(b.today())
                && a.stages().equals(b.stages()) && a.moving().equals(b.moving()) && a.counties().equals(b.counties());
    }
}
