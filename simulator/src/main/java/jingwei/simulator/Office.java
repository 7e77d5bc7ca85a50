package jingwei.simulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;

/// 一个平台的班子: what the desks of one platform share: the clock, the lists, the way to act, and what was done already.
final class Office {

    private static final int KNOWN_AT_MOST = 20_000;

    private final Line line;
    private final long seed;
    private final Random random;
    private final BiConsumer<String, Reply> told;
    private final Set<String> tried = new HashSet<>();
    private final List<Desk> desks;
    private Instant now = Instant.EPOCH;
    private int photos;

    Office(Line line, long seed, BiConsumer<String, Reply> told) {
        this.line = line;
        this.seed = seed;
        this.random = new Random(seed);
        this.told = told;
        this.desks = List.of(new FieldDesk(this), new AcceptanceDesk(this), new DispatchDesk(this), new UnitDesk(this),
                new LeaderDesk(this));
    }

    /// One desk after the other does what waits on it.
    void round() {
        now = OffsetDateTime.parse(line.get("operator-1", "/api/clock").body().path("now").asString()).toInstant();
        if (tried.size() > KNOWN_AT_MOST) {
            tried.clear();
        }
        desks.forEach(Desk::work);
    }

    Line line() {
        return line;
    }

    Random random() {
        return random;
    }

    /// One of the posts of a kind, by chance.
    String someone(String kind) {
        List<String> posts = line.accounts().posts(line.platform(), kind);
        return posts.isEmpty() ? "" : posts.get(random.nextInt(posts.size()));
    }

    List<String> everyone(String kind) {
        return line.accounts().posts(line.platform(), kind);
    }

    /// The open cases a post sees that match, the oldest first.
    List<Sighting> list(String post, String query) {
        List<Sighting> found = new ArrayList<>();
        for (JsonNode each : line.get(post, "/api/cases?size=200&" + query).body().path("cases")) {
            found.addFirst(Sighting.of(each, seed, now));
        }
        return found;
    }

    /// True the first time somebody tries this on the case; what was refused is not tried over and over.
    boolean first(Sighting seen, String what) {
        return tried.add(seen.number() + "/" + seen.round() + "/" + what);
    }

    boolean act(String post, String act, Sighting seen, Map<String, Object> particulars) {
        return act(post, act, seen.number(), particulars);
    }

    boolean act(String post, String act, String number, Map<String, Object> particulars) {
        Reply reply = line.post(post, "/api/cases/" + number + "/acts",
                Map.of("act", act, "particulars", particulars));
        told.accept(act, reply);
        return reply.done();
    }

    /// Begins a case and answers its number; empty where it was refused.
    String begin(String post, String act, Map<String, Object> particulars) {
        Reply reply = line.post(post, "/api/cases", Map.of("act", act, "particulars", particulars));
        told.accept(act, reply);
        return reply.done() ? reply.body().path("number").asString() : "";
    }

    /// What is in store for a case a collector has just reported.
    Fate fateOfCollected(String number) {
        return Fate.of(number, seed, true);
    }

    /// Particulars with a photo of that kind; a collector or unit takes a new one each time.
    Map<String, Object> withPhoto(String post, String kind, String key, String words) {
        Map<String, Object> said = new HashMap<>();
        said.put("evidence", List.of(Map.of("hash",
                line.photo(post, line.platform() + seed + "-" + now + "-" + photos++), "kind", kind)));
        if (!words.isEmpty()) {
            said.put(key, words);
        }
        return said;
    }

    static Map<String, Object> opinion(String words) {
        return Map.of("opinion", words);
    }

    static Map<String, Object> reason(String words) {
        return Map.of("reason", words);
    }

    Instant now() {
        return now;
    }
}
