package jingwei.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// 盘点: counts every report, act, photo, letter and fact against what the players know they sent. It asks what anybody may ask.
final class Audit {

    private static final String CHIEF = "luoyang/center-chief-1";

    private final Sender sender;

    Audit(Sender sender) {
        this.sender = sender;
    }

    /// What was counted, once all of it is right.
    record Counted(int cases, int acts, int photos, int letters, long facts) {
    }

    /// @param tag words that all of these cases have in common, and no other has
    Counted of(Collection<Played> played, String tag) {
        assertThat(listed(tag)).as("every report is one case, and there is no other").containsExactlyInAnyOrderElementsOf(
                played.stream().map(Played::number).toList());
        int acts = 0;
        int photos = 0;
        for (Played each : played) {
            JsonNode view = sender.get(CHIEF, "audit case", "/api/cases/" + each.number());
            assertThat(view.path("state").asString()).as(each.number()).isEqualTo("closed");
            acts += docket(each, view);
            photos += photos(each, view);
        }
        int letters = letters(played);
        return new Counted(played.size(), acts, photos, letters, facts(played));
    }

    private List<String> listed(String tag) {
        List<String> numbers = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = sender.get(CHIEF, "audit list", "/api/cases?size=200&text=" + java.net.URLEncoder.encode(tag, java.nio.charset.StandardCharsets.UTF_8)
                    + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("cases").forEach(line -> numbers.add(line.path("number").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return numbers;
    }

    /// Every act that was answered stands in the docket, once and in order; no moment runs backwards, no deadline lies before its filing.
    private static int docket(Played played, JsonNode view) {
        List<String> acts = view.path("acts").valueStream().map(act -> act.path("act").asString()).toList();
        List<String> ours = acts.stream().filter(played.acts()::contains).toList();
        assertThat(ours).as(played.number() + " " + acts).isEqualTo(played.acts());
        if (!played.below()) {
            assertThat(acts).as(played.number()).isEqualTo(played.acts());
        }
        Instant before = Instant.EPOCH;
        for (JsonNode act : view.path("acts")) {
            Instant at = OffsetDateTime.parse(act.path("at").asString()).toInstant();
            assertThat(at).as("%s %s", played.number(), act).isAfterOrEqualTo(before);
            if (act.hasNonNull("due")) {
                assertThat(OffsetDateTime.parse(act.path("due").asString()).toInstant()).as("%s %s", played.number(), act).isAfter(
                        OffsetDateTime.parse(act.path("since").asString()).toInstant());
            }
            before = at;
        }
        return acts.size();
    }

    /// Every photo stands in the docket with what it shows, and its bytes are those that were sent.
    private int photos(Played played, JsonNode view) {
        Map<String, String> kept = new HashMap<>();
        view.path("acts").valueStream().flatMap(act -> act.path("particulars").path("evidence").valueStream())
                .forEach(one -> kept.put(one.path("hash").asString(), one.path("kind").asString()));
        assertThat(kept).as("photos of %s", played.number()).isEqualTo(played.photos());
        for (String hash : kept.keySet()) {
            assertThat(Player.sha256(sender.file(CHIEF, "/api/media/" + hash))).as(played.number()).isEqualTo(hash);
        }
        return kept.size();
    }

    /// What went down has one case there, and what came back belongs to it.
    private int letters(Collection<Played> played) {
        Set<String> theirs = new HashSet<>();
        List<Played> below = played.stream().filter(Played::below).toList();
        for (Played each : below) {
            JsonNode links = sender.get("luoyang/dispatcher-1", "audit letters", "/api/exchange/cases/" + each.number()).path("links");
            assertThat(links).as(each.number()).hasSize(1);
            String number = links.path(0).path("theirs").asString();
            assertThat(theirs.add(number)).as("%s answers two of the city's cases", number).isTrue();
            Player.awaits(number + " is closed below as well",
                    () -> sender.get("xinan/dispatcher-1", "audit case", "/api/cases/" + number).path("state").asString("").equals("closed"));
        }
        return below.size();
    }

    /// The facts follow the acts within seconds, and count each case once.
    private long facts(Collection<Played> played) {
        Set<String> days = new TreeSet<>();
        Instant now = OffsetDateTime.parse(sender.get(CHIEF, "clock", "/api/clock").path("now").asString()).toInstant();
        for (Instant day : List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))) {
            days.add(day.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString());
        }
        List<String> span = List.copyOf(days);
        String asked = "/api/evaluation/statistics?measures=reported,closed&from=" + span.getFirst() + "&to=" + span.getLast();
        JsonNode[] seen = {sender.get(CHIEF, "audit facts", asked)};
        long wanted = played.size();
        Player.awaits("facts of " + wanted + " cases; seen last " + seen[0], () -> {
            seen[0] = sender.get(CHIEF, "audit facts", asked);
            return closed(seen[0]) >= wanted;
        });
        assertThat(closed(seen[0])).as("%s", seen[0]).isEqualTo(wanted);
        return closed(seen[0]);
    }

    private static long closed(JsonNode answer) {
        return answer.path("lines").path(0).path("values").path("closed").asLong();
    }

    /// Acts of a case by name, for a line of print.
    static Map<String, Long> byAct(Collection<Played> played) {
        return played.stream().flatMap(each -> each.acts().stream()).collect(Collectors.groupingBy(act -> act, Collectors.counting()));
    }
}
