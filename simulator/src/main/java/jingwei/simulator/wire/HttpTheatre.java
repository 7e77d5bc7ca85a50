package jingwei.simulator.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jingwei.simulator.story.Answer;
import jingwei.simulator.story.Theatre;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 远程剧场: plays on a running server, by the contract.
public final class HttpTheatre implements Theatre {

    private static final String ADMINISTRATOR = "administrator-1";
    private static final String EVALUATOR = "center-chief-1";
    private static final String EVALUATION = "/api/evaluation";
    /// What the evaluation says of a case whose last act it has not read yet.
    private static final Set<String> AWAITED = Set.of("case-not-counted", "not-closed-yet");
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int TRIES = 300;

    private final Line line;

    public HttpTheatre(Line line) {
        this.line = line;
    }

    @Override
    public Instant now() {
        return Instant.parse(must(line.get(ADMINISTRATOR, "/api/clock")).path("now").asString());
    }

    @Override
    public void moveClock(Instant to) {
        must(line.put(ADMINISTRATOR, "/api/clock", Map.of("moveTo", to.toString(), "rate", 0)));
    }

    @Override
    public Answer begin(String post, String act, String id, Map<String, Object> particulars) {
        return answer(line.post(post, "/api/cases", Map.of("act", act, "id", id, "particulars", particulars)));
    }

    @Override
    public Answer perform(String post, String act, String number, @Nullable Integer version,
            Map<String, Object> particulars) {
        Map<String, Object> doing = new HashMap<>(Map.of("act", act, "particulars", particulars));
        if (version != null) {
            doing.put("version", version);
        }
        return answer(line.post(post, "/api/cases/" + number + "/acts", doing));
    }

    /// A case is known to the evaluation within seconds of its acts; until then it is asked again.
    @Override
    public Answer find(String post, String finding, String number, Map<String, String> said) {
        Reply reply = found(post, finding, number, said);
        for (int tries = 0; AWAITED.contains(String.valueOf(reply.code())) && tries < TRIES; tries++) {
            LockSupport.parkNanos(PATIENCE.toNanos());
            reply = found(post, finding, number, said);
        }
        return !reply.done() ? answer(reply) : Answer.found(finding.equals("confirm-fault") ? "confirmed" : appeal(number).path("status").asString());
    }

    private Reply found(String post, String finding, String number, Map<String, String> said) {
        String words = said.getOrDefault("words", "");
        return switch (finding) {
            case "confirm-fault" -> line.post(post, EVALUATION + "/faults", Map.of("kind", said.get("kind"), "number", number, "post", said.get("collector"),
                    "reason", words));
            case "appeal" -> line.post(post, EVALUATION + "/appeals", Map.of("number", number, "reason", words));
            default -> line.post(post, EVALUATION + "/appeals/" + appeal(number).path("id").asString() + "/decision",
                    Map.of("grant", "yes".equals(said.get("grant")), "opinion", words));
        };
    }

    private JsonNode appeal(String number) {
        return must(line.get(EVALUATOR, EVALUATION + "/appeals")).valueStream().filter(one -> one.path("number").asString().equals(number))
                .findFirst().orElseThrow(() -> new IllegalStateException("no appeal about " + number));
    }

    @Override
    public Answer read(String post, String number) {
        return answer(line.get(post, "/api/cases/" + number));
    }

    /// The server's keeper does its round by itself; this waits for it, but not for ever.
    @Override
    public Answer wake(String number) {
        Answer seen = read("dispatcher-1", number);
        for (int tries = 0; "yes".equals(seen.facts().get("held")) && tries < TRIES; tries++) {
            LockSupport.parkNanos(PATIENCE.toNanos());
            seen = read("dispatcher-1", number);
        }
        return seen;
    }

    @Override
    public String photo(String post, String what) {
        return line.photo(post, what);
    }

    /// Every number is followed to its cases, as a unit that is judged would do.
    @Override
    public Map<String, String> counted(LocalDate first, LocalDate last, Set<String> numbers, Map<String, String> wanted) {
        Map<String, String> found = Map.of();
        for (int tries = 0; !found.equals(wanted) && tries < TRIES; tries++) {
            if (tries > 0) {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
            found = wanted.keySet().stream().collect(Collectors.toMap(fact -> fact, fact -> counted(fact, first, last, numbers)));
        }
        return found;
    }

    private String counted(String fact, LocalDate first, LocalDate last, Set<String> numbers) {
        String path = EVALUATION + "/facts/" + fact + "/cases?subject=city&code=city&period=custom&day=" + first + "&last=" + last;
        BigDecimal sum = BigDecimal.ZERO;
        String cursor = "";
        do {
            JsonNode page = must(line.get(EVALUATOR, path + cursor));
            for (JsonNode one : page.path("cases")) {
                if (numbers.contains(one.path("number").asString())) {
                    sum = sum.add(new BigDecimal(one.path("amount").asString()));
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
    }

    private static JsonNode must(Reply reply) {
        if (!reply.done()) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply.body();
    }

    /// The same facts in the same words as the other theatres answer them.
    static Answer answer(Reply reply) {
        JsonNode c = reply.body();
        if (!reply.done()) {
            return Answer.refused(reply.code(), c.hasNonNull("clause") ? c.get("clause").asString() : null);
        }
        List<String> parts = new ArrayList<>();
        c.path("links").path("parts").forEach(part -> parts.add(part.asString()));
        return Answer.performed(c.path("number").asString(), c.path("state").asString(),
                c.path("version").asInt(), parts, facts(c, parts));
    }

    private static Map<String, String> facts(JsonNode c, List<String> parts) {
        Map<String, String> facts = new LinkedHashMap<>();
        clock(facts, c.path("clock"));
        JsonNode handling = c.path("handlingClock");
        text(facts, "handling-due", handling.path("due"));
        text(facts, "limit", handling.path("limit"));
        lower(facts, "handling-light", handling.path("light"));
        facts.put("held", yes(c.path("held").asBoolean()));
        facts.put("round", c.path("round").asString());
        facts.put("trial", yes(c.path("trial").asBoolean()));
        facts.put("version", c.path("version").asString());
        text(facts, "unit", c.path("assignment").path("unit"));
        text(facts, "return-until", c.path("assignment").path("returnUntil"));
        facts.put("received", yes(c.path("assignment").path("received").asBoolean(false)));
        List<String> supporting = new ArrayList<>();
        c.path("assignment").path("supporting").forEach(unit -> supporting.add(unit.asString()));
        if (!supporting.isEmpty()) {
            facts.put("supporting", String.join(",", supporting));
        }
        text(facts, "condition", c.path("filing").path("condition"));
        text(facts, "class", c.path("subject").path("classCode"));
        lower(facts, "source", c.path("reported").path("source"));
        text(facts, "foreign-number", c.path("reported").path("number"));
        facts.put("reporter", c.path("reported").hasNonNull("reporter") ? "shown" : "none");
        text(facts, "task", c.path("task").path("collector"));
        petition(facts, c.path("petitions"));
        orders(facts, c.path("orders"));
        facts.put("parts", String.valueOf(parts.size()));
        facts.put("original", yes(c.path("links").hasNonNull("original")));
        facts.put("into", yes(c.path("links").hasNonNull("into")));
        marks(facts, c.path("marks"));
        JsonNode acts = c.path("acts");
        facts.put("acts", String.valueOf(acts.size()));
        JsonNode last = acts.path(acts.size() - 1);
        facts.put("overdue", yes(last.path("overdue").asBoolean(false)));
        text(facts, "entered-by", last.path("enteredBy"));
        return facts;
    }

    private static void clock(Map<String, String> facts, JsonNode clock) {
        text(facts, "clock", clock.path("name"));
        text(facts, "due", clock.path("due"));
        lower(facts, "light", clock.path("light"));
        if (!clock.isMissingNode()) {
            facts.put("provisional", yes(clock.path("provisional").asBoolean()));
        }
    }

    private static void petition(Map<String, String> facts, JsonNode petitions) {
        if (!petitions.isEmpty()) {
            JsonNode last = petitions.get(petitions.size() - 1);
            lower(facts, "petition", last.path("status"));
            text(facts, "approvals", last.path("approvals"));
            facts.put("late", yes(last.path("late").asBoolean()));
        }
    }

    private static void orders(Map<String, String> facts, JsonNode orders) {
        int answered = 0;
        for (JsonNode order : orders) {
            answered += order.hasNonNull("answer") ? 1 : 0;
        }
        facts.put("orders", String.valueOf(orders.size() - answered));
        facts.put("answered", String.valueOf(answered));
    }

    private static void marks(Map<String, String> facts, JsonNode marks) {
        text(facts, "wrong-dispatches", marks.path("wrongDispatches"));
        text(facts, "late-returns", marks.path("lateReturns"));
        text(facts, "groundless-returns", marks.path("groundlessReturns"));
        text(facts, "extensions", marks.path("extensions"));
        text(facts, "holds", marks.path("holds"));
        text(facts, "invalid-checks", marks.path("invalidChecks"));
        lower(facts, "closing", marks.path("closing"));
    }

    private static void text(Map<String, String> facts, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            facts.put(name, moment(name, value.asString()));
        }
    }

    private static void lower(Map<String, String> facts, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            facts.put(name, value.asString().toLowerCase(Locale.ROOT));
        }
    }

    /// Moments come in the server's zone; facts carry them as plain instants.
    private static String moment(String name, String value) {
        return name.endsWith("due") || name.equals("return-until")
                ? java.time.OffsetDateTime.parse(value).toInstant().toString() : value;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
