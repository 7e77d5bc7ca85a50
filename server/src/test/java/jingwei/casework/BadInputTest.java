package jingwei.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// 坏输入: whatever is sent to the case room over HTTP is either done or refused with a reason; nothing is a fault, nothing is
/// half done, nobody sees what is not his (ACQ-05, ACC-07, COL-16, SEC-02, SEC-03).
class BadInputTest {

    private static CaseTown town;

    @BeforeAll
    static void open() {
        town = CaseTown.open();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongReports")
    void aReportThatCannotBeIsRefusedWithItsReason(String field, Object value, int status, String code) {
        Map<String, Object> report = town.report();
        report.put(field, value);
        assertRefused(town.begin("collector-1", "report", report), status, code);
    }

    static Stream<Object[]> wrongReports() {
        return Stream.of(new Object[][] {
            {"classCode", "component-0198", 422, "unknown-class"},
            {"classCode", "井盖", 400, "class-code-malformed"},
            {"classCode", "component-9999999", 400, "class-code-malformed"},
            {"condition", 99, 422, "unknown-condition"},
            {"condition", "first", 400, "unreadable-request"},
            {"component", "4103030118999999", 422, "unknown-component"},
            {"component", "lamp", 400, "component-code-malformed"},
            {"point", Map.of("longitude", 112.0, "latitude", 34.0), 422, "outside-every-grid"},
            {"point", Map.of("longitude", 34.6701, "latitude", 112.4412), 400, "coordinates-swapped"},
            {"point", Map.of("longitude", 500, "latitude", 34.6), 400, "point-malformed"},
            {"point", Map.of("longitude", 112.4), 400, "unreadable-request"},
            {"point", "here", 400, "unreadable-request"},
            {"description", "长".repeat(5001), 422, "text-too-long"},
            {"address", "长".repeat(5001), 422, "text-too-long"},
            {"description", " \n ", 422, "missing-particulars"},
            {"description", "a\u0000b", 400, "text-unreadable"},
            {"evidence", List.of(), 422, "missing-particulars"},
            {"evidence", java.util.Arrays.asList((Object) null), 422, "incomplete-particulars"},
            {"evidence", List.of(Map.of("kind", "BEFORE")), 422, "incomplete-particulars"},
            {"evidence", List.of(Map.of("hash", "0".repeat(64), "kind", "BEFORE")), 422, "unknown-media"},
            {"evidence", List.of(Map.of("hash", "../../etc/passwd", "kind", "BEFORE")), 422, "unknown-media"},
            {"evidence", List.of(Map.of("hash", "x", "kind", "SELFIE")), 400, "unreadable-request"},
            {"weather", "fine", 400, "unreadable-request"},
            {"reporter", Map.of("phone", "13800000000", "wantsReply", false), 422, "unexpected-particulars"},
            {"unit", "lighting", 422, "unexpected-particulars"},
            {"original", "abc", 400, "bad-case-number"}});
    }

    @Test
    void aComponentOfAnotherClassIsRefused() {
        JsonNode near = town.as("collector-1").get("/api/components?near=112.4412,34.6701&meters=2000&limit=200").json();
        String lamp = "";
        for (JsonNode component : near) {
            JsonNode said = component.path("code").isMissingNode() ? component.path("component") : component;
            if (said.path("code").asString("").substring(6, 10).equals("0118")) {
                lamp = said.path("code").asString();
            }
        }
        assertThat(lamp).isNotEmpty();
        Map<String, Object> report = town.report();
        report.put("component", lamp);
        assertThat(town.begin("collector-1", "report", report).status()).isEqualTo(201);
        report.put("classCode", "component-0101");
        assertRefused(town.begin("collector-1", "report", report), 422, "component-of-other-class");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"act": "teleport", "particulars": {}}                                 | 400 | unknown-act
            {"act": null, "particulars": {}}                                       | 400 | unknown-act
            {"particulars": {}}                                                    | 400 | unknown-act
            {"act": "report"}                                                      | 422 | missing-particulars
            {"act": "report", "particulars": null}                                 | 422 | missing-particulars
            {"act": "report", "particulars": {}, "id": "seven"}                    | 400 | unreadable-request
            {"act": "report", "particulars": {}, "priority": 1}                    | 400 | unreadable-request
            {"act": "report", "particulars": []}                                   | 400 | unreadable-request
            {"act": "report", "particulars": {"description": {"$gt": ""}}}         | 400 | unreadable-request
            []                                                                     | 400 | unreadable-request
            null                                                                   | 400 | unreadable-request
            {"act": "report",                                                      | 400 | unreadable-request
            """)
    void aRequestThatIsNoneIsRefused(String body, int status, String code) {
        assertRefused(raw("collector-1", "/api/cases", body), status, code);
    }

    @Test
    void whatADispatcherMayNotSayIsRefused() {
        String number = town.walk("report accept file");
        record Wrong(Map<String, Object> said, int status, String code) {
        }
        Map<String, Object> nobody = new LinkedHashMap<>();
        nobody.put("unit", null);
        nobody.put("opinion", null);
        for (Wrong wrong : List.of(
                new Wrong(Map.of("unit", "lighting", "limit", "4 光年"), 400, "limit-unit-unknown"),
                new Wrong(Map.of("unit", "lighting", "limit", "soon"), 400, "time-limit-malformed"),
                new Wrong(Map.of("unit", "lighting", "limit", "0 工作时"), 400, "time-limit-malformed"),
                new Wrong(Map.of("unit", "lighting", "limit", "200 工作日"), 422, "limit-beyond-sheet"),
                new Wrong(Map.of("unit", "lighting", "limit", "99999 工作日"), 422, "limit-beyond-calendar"),
                new Wrong(Map.of("unit", "nobody"), 422, "no-such-unit"),
                new Wrong(Map.of("unit", "supervision-center"), 422, "no-such-unit"),
                new Wrong(Map.of("unit", "lighting", "supporting", java.util.Arrays.asList((Object) null)), 422,
                        "incomplete-particulars"),
                new Wrong(Map.of("unit", "lighting", "classCode", "component-0101"), 422, "unexpected-particulars"),
                new Wrong(Map.of(), 422, "missing-particulars"))) {
            assertRefused(town.act("dispatcher-1", number, "dispatch", wrong.said()), wrong.status(), wrong.code());
        }
        assertRefused(town.act("dispatcher-1", number, "split", Map.of("parts", List.of(nobody, nobody))), 422,
                "incomplete-particulars");
        assertRefused(town.act("dispatcher-1", number, "split",
                Map.of("parts", List.of(Map.of("unit", "lighting", "opinion", "x")))), 422, "parts-count");
        assertThat(town.as("dispatcher-1").get("/api/cases/" + number).json().get("version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "4103%27--", "..%2F..", "%E4%BA%95", "99999999999999999999999999"})
    void aNumberThatIsNoneIsRefused(String number) {
        for (String path : List.of("", "/proposal", "/duplicates")) {
            Answer answer = town.as("operator-1").get("/api/cases/" + number + path);
            assertThat(answer.status()).as(path).isIn(400, 404);
        }
        assertThat(town.as("operator-1").post("/api/cases/" + number + "/acts", Map.of("act", "accept")).status())
                .isIn(400, 404);
    }

    @Test
    void aStaleVersionAndTheSameActTwiceAreConflicts() {
        String number = town.walk("report");
        TestClient operator = town.as("operator-1");
        Map<String, Object> accept = Map.of("act", "accept", "version", 1);
        assertRefused(operator.post("/api/cases/" + number + "/acts", Map.of("act", "accept", "version", 7)), 409,
                "stale-version");
        assertThat(operator.post("/api/cases/" + number + "/acts", accept).status()).isEqualTo(200);
        assertRefused(operator.post("/api/cases/" + number + "/acts", accept), 409, "stale-version");
        assertRefused(operator.post("/api/cases/" + number + "/acts", Map.of("act", "accept")), 409, "not-now");
    }

    @Test
    void theKeyOfAWriteIsAskedForAndMeansOneWrite() {
        Map<String, Object> body = Map.of("act", "report", "particulars", town.report());
        assertRefused(town.as("collector-1").with("Idempotency-Key", "").post("/api/cases", body), 400,
                "idempotency-key-missing");
        TestClient keyed = town.as("collector-1").with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post("/api/cases", body);
        Answer again = keyed.post("/api/cases", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        Map<String, Object> other = town.report();
        other.put("description", "另一件事");
        assertRefused(keyed.post("/api/cases", Map.of("act", "report", "particulars", other)), 422,
                "idempotency-key-reused");
    }

    @Test
    void aClientMadeIdBeginsOneCaseAndShowsItToNobodyElse() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("act", "register", "id", id, "particulars", town.call());
        Answer first = town.as("operator-1").post("/api/cases", body);
        Answer again = town.as("operator-1").post("/api/cases", body);
        assertThat(again.json().get("number")).isEqualTo(first.json().get("number"));
        assertRefused(town.as("operator-2").post("/api/cases", body), 409, "id-taken");
        assertRefused(town.as("collector-1").post("/api/cases",
                Map.of("act", "report", "id", id, "particulars", town.report())), 409, "id-taken");
        Answer unit = town.as("water-1").post("/api/cases", body);
        assertRefused(unit, 403, "not-your-axis");
        assertThat(unit.body()).doesNotContain("13800000001");
    }

    @Test
    void twoHundredAtOnceAllGetACaseOfTheirOwn() throws Exception {
        Map<String, Object> report = town.report();
        List<Callable<Answer>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String collector = "collector-" + (i % 8 + 1);
            town.as(collector);
            work.add(() -> town.begin(collector, "report", report));
        }
        List<Integer> statuses = new ArrayList<>();
        TreeSet<String> numbers = new TreeSet<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : hands.invokeAll(work)) {
                statuses.add(done.get().status());
                numbers.add(done.get().json().path("number").asString(""));
            }
        }
        assertThat(statuses).containsOnly(201);
        assertThat(numbers).hasSize(200);
        long first = Long.parseLong(numbers.first().substring(12));
        assertThat(Long.parseLong(numbers.last().substring(12)) - first).as("no number was lost").isEqualTo(199);
        assertThat(numbers).allMatch(number -> town.as("operator-1").get("/api/cases/" + number).status() == 200);
    }

    @Test
    void anotherPlatformsCaseDoesNotExist() {
        String number = town.walk("report");
        assertRefused(town.as("xinan", "operator-1").get("/api/cases/" + number), 404, "no-such-case");
        assertRefused(town.as("xinan", "operator-1").post("/api/cases/" + number + "/acts", Map.of("act", "accept")), 404,
                "no-such-case");
        assertRefused(town.as("xinan", "operator-1").get("/api/cases/" + number + "/duplicates"), 404, "no-such-case");
        assertThat(town.as("xinan", "operator-1").get("/api/cases?number=" + number).json().get("cases")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE casework.cases; --", "<script>alert(1)</script>", "\"}], 'x': [{", "100%_\\", "😀🚧👷",
        "$1 ?? {} #{7*7} ${7*7}", "\u202Eenod\u202C\ttab\nline", "\uD800 lone"})
    void whatPeopleWriteIsKeptAsWrittenAndFoundAgain(String text) {
        Map<String, Object> call = town.call();
        call.put("description", "井盖" + text);
        call.put("address", text + "路");
        call.put("number", text);
        call.put("opinion", text);
        call.put("reporter", Map.of("name", text, "phone", text, "wantsReply", true));
        Answer begun = town.begin("operator-1", "register", call);
        assertThat(begun.status()).isEqualTo(201);
        Answer shown = town.as("operator-1").get("/api/cases/" + begun.json().get("number").asString());
        assertThat(shown.header("Content-Type")).startsWith("application/json");
        JsonNode reported = shown.json().get("reported");
        String kept = text.replace('\uD800', '?');
        assertThat(reported.get("description").asString()).isEqualTo("井盖" + kept);
        assertThat(shown.json().get("spot").get("address").asString()).isEqualTo(kept + "路");
        assertThat(reported.get("reporter").get("name").asString()).isEqualTo(kept);
        for (String field : List.of("text", "number", "state", "classCode", "region", "unit", "phone", "foreignNumber",
                "collector", "component", "petition", "actedBy", "dutyGrid")) {
            Answer list = town.as("operator-1").get("/api/cases?" + field + "=" + encoded(kept));
            assertThat(list.status()).as(field).isEqualTo(200);
            if (List.of("text", "phone", "foreignNumber").contains(field)) {
                assertThat(list.body()).as(field).contains(begun.json().get("number").asString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cursor=x                                             | 400 | bad-cursor
            cursor=%27%20OR%201%3D1                              | 400 | bad-cursor
            cursor=MjAyNi0xMS0yNFQwMTowMDowMFogeA                | 400 | bad-cursor
            size=many                                            | 400 | unreadable-request
            size=99999999999999                                  | 400 | unreadable-request
            stage=heaven                                         | 400 | unknown-stage
            light=BLUE                                           | 400 | unreadable-request
            begunFrom=yesterday                                  | 400 | unreadable-request
            held=perhaps                                         | 400 | unreadable-request
            bbox=1,2,3                                           | 400 | bad-box
            bbox=113,34,112,35                                   | 400 | bad-box
            bbox=a,b,c,d                                         | 400 | bad-box
            bbox=NaN,NaN,NaN,NaN                                 | 400 | bad-box
            text=a%00b                                           | 400 | text-unreadable
            state=%00                                            | 400 | text-unreadable
            """)
    void aHostileListIsRefused(String query, int status, String code) {
        assertRefused(town.as("operator-1").get("/api/cases?" + query), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=-1", "size=0", "size=2147483647", "begunFrom=%2B999999999-12-31T23:59:59Z",
        "begunTo=-999999999-01-01T00:00:00Z", "dueTo=%2B999999999-12-31T23:59:59Z", "bbox=-Infinity,-90,Infinity,90",
        "bbox=-1000,-1000,1000,1000", "region=4", "text=%25", "text=''", "number=%25", "open=true", "open=false",
        "cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA"})
    void anExtremeListIsAnswered(String query) {
        Answer answer = town.as("operator-1").get("/api/cases?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("cases").size()).isLessThanOrEqualTo(200);
    }

    @Test
    void aWindowLargerThanTheWorldShowsWhatItContains() {
        town.walk("report");
        assertThat(town.as("operator-1").get("/api/cases?size=1&bbox=-1000,-1000,1000,1000").json().get("cases")).hasSize(1);
    }

    @Test
    void anEndedCaseIsNotOpenAndAnOpenOneIs() {
        String declined = town.walk("report decline");
        String handling = town.walk("report accept file dispatch");
        assertThat(town.as("operator-1").get("/api/cases?open=false&number=" + declined).json().get("cases")).hasSize(1);
        assertThat(town.as("operator-1").get("/api/cases?open=true&number=" + declined).json().get("cases")).isEmpty();
        assertThat(town.as("operator-1").get("/api/cases?endedFrom=2020-01-01T00:00:00Z&number=" + declined).json()
                .get("cases")).hasSize(1);
        assertThat(town.as("operator-1").get("/api/cases?open=true&number=" + handling).json().get("cases")).hasSize(1);
    }

    @Test
    void theSessionOfADisabledAccountEnds() {
        TestClient operator = town.fresh("luoyang", "operator-3");
        TestClient administrator = town.as("administrator-1");
        assertThat(operator.get("/api/cases").status()).isEqualTo(200);
        String id = operator.get("/api/sessions/current").json().get("account").asString();
        assertThat(administrator.post("/api/accounts/" + id + "/disabled", Map.of()).status()).isLessThan(300);
        assertThat(operator.get("/api/cases").status()).isEqualTo(401);
        assertThat(operator.post("/api/cases", Map.of("act", "register", "particulars", town.call())).status())
                .isEqualTo(401);
        assertThat(administrator.delete("/api/accounts/" + id + "/disabled").status()).isLessThan(300);
    }

    @Test
    void whoHasNotSignedInOrMovesNoCaseIsKeptOut() {
        TestClient nobody = TestClient.of(town.server());
        assertThat(nobody.get("/api/cases").status()).isEqualTo(401);
        assertThat(nobody.post("/api/cases", Map.of("act", "report", "particulars", Map.of())).status()).isEqualTo(401);
        assertThat(town.as("administrator-1").post("/api/cases", Map.of("act", "report", "particulars", Map.of())).status())
                .isEqualTo(403);
    }

    @Test
    void aUnitSeesItsOwnCasesOnlyAndNobodysPhone() {
        Map<String, Object> call = town.call();
        call.put("source", "DEPARTMENT");
        call.put("reporter", Map.of("name", "孙先生", "phone", "13911112222", "wantsReply", false));
        String number = town.begin("operator-1", "register", call).json().get("number").asString();
        for (String act : List.of("accept operator-1", "file shift-leader-1")) {
            assertThat(town.act(act.split(" ")[1], number, act.split(" ")[0], Map.of()).status()).isEqualTo(200);
        }
        assertThat(town.act("dispatcher-1", number, "dispatch", Map.of("unit", "lighting")).status()).isEqualTo(200);
        assertThat(town.as("operator-1").get("/api/cases/" + number).body()).contains("13911112222");
        List<Answer> unit = List.of(town.as("lighting-1").get("/api/cases/" + number),
                town.as("lighting-1").get("/api/cases?size=200"),
                town.as("lighting-1").get("/api/cases/" + number + "/proposal"),
                town.as("lighting-1").get("/api/cases/" + number + "/duplicates"),
                town.act("lighting-1", number, "receive", Map.of()));
        assertThat(unit).allSatisfy(answer -> assertThat(answer.body()).doesNotContain("13911112222", "孙先生"));
        assertThat(unit.getFirst().status()).isEqualTo(200);
        assertThat(town.as("lighting-1").get("/api/cases?phone=13911112222&size=200").body())
                .isEqualTo(town.as("lighting-1").get("/api/cases?size=200").body());
        for (String path : List.of("", "/proposal", "/duplicates")) {
            assertRefused(town.as("water-1").get("/api/cases/" + number + path), 404, "no-such-case");
        }
        assertRefused(town.act("water-1", number, "handle", Map.of()), 404, "no-such-case");
        assertThat(town.as("water-1").get("/api/cases?size=200").body()).doesNotContain(number);
        assertThat(town.as("water-1").get("/api/cases/counts").json().properties().stream()
                .mapToLong(entry -> entry.getValue().asLong()).sum())
                .isEqualTo(town.as("water-1").get("/api/cases?size=200").json().get("cases").size());
    }

    @Test
    void aUnitLearnsOfNoOtherUnitsCaseThroughDuplicates() {
        String first = town.walk("report accept file dispatch");
        String second = town.walk("report accept file");
        assertThat(town.as("operator-1").get("/api/cases/" + first + "/duplicates").json()).isNotEmpty();
        assertThat(town.as("lighting-1").get("/api/cases/" + first + "/duplicates").body()).doesNotContain(second);
    }

    private static Answer raw(String account, String path, String body) {
        return town.as(account).with("Content-Type", "application/json").send("POST", path,
                java.net.http.HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo(status + " " + code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
