package jingwei.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 穷举: one case in every state, every act tried on it over HTTP by one account of every kind of post.
///
/// A wish from a wrong axis, or about a case one does not see, meets the same wall whichever post of the axis sends it and
/// in whatever state (the test in memory tries them all); of those each act is tried in each state by one post of the axis
/// in turn. Every other wish is sent. A lawful wish is sent with a field its act does not take, so that it is judged to the end and still changes nothing.
class ContractExhaustionTest {

    private static final Expected EXPECTED = Expected.read();

    /// How a case comes into each state, and which unit has it there (empty where no unit sees it).
    private static final Map<String, List<String>> ROUTES = routes();

    private static CaseTown town;

    @BeforeAll
    static void open() {
        town = CaseTown.open();
        EXPECTED.axisOfPosts.keySet().forEach(post -> town.as(account(post)));
    }

    @Test
    void noPostWalksAnArrowTheTableForbids() throws Exception {
        assertThat(ROUTES.keySet()).isEqualTo(new HashSet<>(EXPECTED.states().subList(1, 23)));
        List<String> astray = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            List<Callable<List<String>>> work = new ArrayList<>();
            ROUTES.forEach((state, route) -> work.add(() -> tryAll(state, route)));
            for (Future<List<String>> done : hands.invokeAll(work)) {
                astray.addAll(done.get());
            }
        }
        assertThat(astray).isEmpty();
    }

    @Test
    void nothingButTheThreeBeginningsBeginsACase() {
        List<String> astray = new ArrayList<>();
        for (String act : EXPECTED.axesOfActs.keySet()) {
            for (String post : EXPECTED.axisOfPosts.keySet()) {
                Expected.Verdict verdict = EXPECTED.verdict(new Expected.Wish("none", act, post));
                Answer answer = town.begin(account(post), act, unwanted(act));
                boolean beginning = Set.of("report", "register", "import").contains(act);
                String wanted = switch (verdict) {
                    case NOT_YOUR_AXIS -> "403 not-your-axis";
                    case LAWFUL -> beginning ? "422 missing-particulars" : "422 begins-nothing";
                    case NOT_YOUR_POST, NOT_NOW, FINAL -> beginning ? "403 not-your-post" : "422 begins-nothing";
                };
                String got = answer.status() + " " + answer.code();
                if (!got.equals(wanted)) {
                    astray.add(act + " by " + post + ": " + got + ", wanted " + wanted);
                }
            }
        }
        assertThat(astray).isEmpty();
    }

    private static List<String> tryAll(String state, List<String> route) {
        String number = town.walk(route.getFirst());
        String unit = route.getLast();
        JsonNode before = town.as("operator-1").get("/api/cases/" + number).json();
        List<String> astray = new ArrayList<>();
        if (!before.get("state").asString().equals(state)) {
            astray.add(route + " leads to " + before.get("state") + ", not to " + state);
        }
        List<String> posts = List.copyOf(EXPECTED.axisOfPosts.keySet());
        int turn = EXPECTED.states().indexOf(state);
        for (String post : posts) {
            boolean blind = EXPECTED.axisOfPosts.get(post).equals("H") && !account(post).equals(unit);
            Set<String> lawful = new HashSet<>();
            for (String act : EXPECTED.axesOfActs.keySet()) {
                turn++;
                Expected.Verdict verdict = EXPECTED.verdict(new Expected.Wish(state, act, post));
                if ((blind || verdict == Expected.Verdict.NOT_YOUR_AXIS) && !inTurn(post, turn)) {
                    continue;
                }
                if (verdict == Expected.Verdict.LAWFUL) {
                    lawful.add(act);
                }
                Answer answer = town.act(account(post), number, act, unwanted(act));
                String got = answer.status() + " " + answer.code();
                if (!(blind ? got.equals("404 no-such-case") : fits(verdict, got))) {
                    astray.add(state + " " + act + " by " + post + ": " + got + ", wanted " + verdict);
                }
            }
            Set<String> offered = offered(number, account(post));
            if (!blind && !offered.equals(lawful)) {
                astray.add(state + " offers " + post + " " + offered + ", wanted " + lawful);
            }
        }
        JsonNode after = town.as("operator-1").get("/api/cases/" + number).json();
        if (after.get("version").asInt() != before.get("version").asInt()) {
            astray.add(state + ": the case was moved by what had to be refused");
        }
        return astray;
    }

    /// Whether it is this post's turn among those of its axis.
    private static boolean inTurn(String post, int turn) {
        List<String> axis = EXPECTED.axisOfPosts.keySet().stream()
                .filter(other -> EXPECTED.axisOfPosts.get(other).equals(EXPECTED.axisOfPosts.get(post))).toList();
        return turn % axis.size() == axis.indexOf(post);
    }

    private static boolean fits(Expected.Verdict verdict, String got) {
        return switch (verdict) {
            case NOT_YOUR_AXIS -> got.equals("403 not-your-axis");
            case NOT_YOUR_POST -> got.equals("403 not-your-post");
            case NOT_NOW -> got.equals("409 not-now");
            case FINAL -> got.equals("409 final");
            case LAWFUL -> (got.startsWith("422 ") || got.startsWith("409 ")) && !got.endsWith(" not-now")
                    && !got.endsWith(" final");
        };
    }

    /// The acts a screen would offer or grey out for a reason of the case, not of the process.
    private static Set<String> offered(String number, String account) {
        Set<String> acts = new HashSet<>();
        for (JsonNode act : town.as(account).get("/api/cases/" + number).json().path("possibleActs")) {
            String refusal = act.path("refusal").path("code").asString("");
            if (!Set.of("not-your-axis", "not-your-post", "not-now", "final").contains(refusal)) {
                acts.add(act.get("act").asString());
            }
        }
        return acts;
    }

    private static Map<String, Object> unwanted(String act) {
        return act.startsWith("close") ? Map.of("order", "1") : Map.of("closing", "REAL");
    }

    private static String account(String post) {
        return switch (post) {
            case "handler" -> "lighting-1";
            case "partner" -> "partner-platform-1";
            default -> post + "-1";
        };
    }

    private static Map<String, List<String>> routes() {
        Map<String, List<String>> routes = new LinkedHashMap<>();
        String filed = "report accept file";
        String handling = filed + " dispatch";
        String checking = handling + " handle report-back ask-check";
        routes.put("reported", List.of("report", ""));
        routes.put("verifying", List.of("register ask-verify", ""));
        routes.put("verified", List.of("register ask-verify verify-true", ""));
        routes.put("disproved", List.of("register ask-verify verify-false", ""));
        routes.put("accepted", List.of("report accept", ""));
        routes.put("settled", List.of("report settle-on-spot", ""));
        routes.put("filed", List.of(filed, ""));
        routes.put("to-dispatch", List.of(handling + " ask-return grant-return", ""));
        routes.put("transferred", List.of(filed + " transfer", "partner-platform-1"));
        routes.put("handling", List.of(handling, "lighting-1"));
        routes.put("split", List.of(filed + " split", ""));
        routes.put("feedback", List.of(handling + " handle", "lighting-1"));
        routes.put("to-check", List.of(handling + " handle report-back", "lighting-1"));
        routes.put("checking", List.of(checking, "lighting-1"));
        routes.put("to-close", List.of(checking + " pass-check", "lighting-1"));
        routes.put("failed", List.of(checking + " fail-check", "lighting-1"));
        routes.put("closed", List.of(checking + " pass-check close", "lighting-1"));
        routes.put("declined", List.of("report decline", ""));
        routes.put("duplicate", List.of("report mark-duplicate", ""));
        routes.put("not-filed", List.of("report accept refuse-filing", ""));
        routes.put("annulled", List.of("report annul", ""));
        routes.put("merged", List.of("report accept merge", ""));
        return routes;
    }
}
