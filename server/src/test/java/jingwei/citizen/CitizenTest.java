package jingwei.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.media.TestPhoto;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 公众上报 over real HTTP: by people without an account, and what the supervision side does with who they are.
class CitizenTest {

    private static final String HOME = "/api/citizen/luoyang";
    private static CaseTown town;
    private static TestClient anyone;

    @BeforeAll
    static void open() {
        town = CaseTown.open();
        anyone = TestClient.of(town.server());
        // A test run reports more from one address than a street does.
        Answer settings = town.as("administrator-1").get("/api/citizen-settings");
        Map<String, Object> wider = new LinkedHashMap<>(Map.of("open", true, "fallbackClass", "event-0102", "offeredClasses",
                List.of(), "perPhoneDay", 5, "perAddressHour", 1000, "maskAfterDays", 180, "rewardPoints", 10, "centerPhone", "12319"));
        assertThat(settings.json().path("perAddressHour").asInt()).isPositive();
        assertThat(town.as("administrator-1").put("/api/citizen-settings", wider).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"PUB-01", "ACC-02"})
    void aReportWithAPhotoBeginsACaseAndTheSameReportAgainGetsTheSameReceipt() {
        Answer front = anyone.get(HOME);
        assertThat(front.json().path("open").asBoolean()).isTrue();
        assertThat(front.json().path("classes").size()).isGreaterThan(20);
        Answer photo = anyone.with("Content-Type", "image/jpeg").send("POST", HOME + "/photos",
                BodyPublishers.ofByteArray(TestPhoto.picture("jpg", 321, 123)));
        assertThat(photo.status()).isEqualTo(201);
        Map<String, Object> report = report("13900000001");
        report.put("photos", List.of(photo.json().path("hash").asString()));
        Answer first = anyone.post(HOME + "/reports", report);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Answer again = anyone.post(HOME + "/reports", report);
        assertThat(again.json()).isEqualTo(first.json());
        String number = first.json().path("number").asString();
        JsonNode theCase = town.as("operator-1").get("/api/cases/" + number).json();
        assertThat(theCase.path("reported").path("reporter").path("phone").asString()).isEqualTo("139****0001");
        assertThat(theCase.toString()).doesNotContain("13900000001");
        report.put("words", "另外一件事情，与前面不同");
        assertThat(anyone.post(HOME + "/reports", report).code()).isEqualTo("report-id-taken");
    }

    @Test
    @Requirement("PUB-01")
    void theClassIsGuessedFromTheWordsWhereNoneIsChosen() {
        Map<String, Object> report = report(null);
        report.remove("classCode");
        report.put("words", "门口的路灯坏了好几天，晚上很黑");
        assertThat(anyone.post(HOME + "/reports", report).json().path("className").asString()).contains("路灯");
    }

    @Test
    @Requirement({"PUB-02", "ACC-14", "PUB-03"})
    void theCitizenFollowsGradesAndSaysItIsNotSolved() {
        Map<String, Object> report = report("13900000002");
        JsonNode receipt = anyone.post(HOME + "/reports", report).json();
        String number = receipt.path("number").asString();
        String code = receipt.path("code").asString();
        String address = HOME + "/reports/" + number;
        assertThat(anyone.get(address + "?code=WRONG234").code()).isEqualTo("no-such-report");
        assertThat(anyone.get(address + "?code=" + code).json().path("steps").size()).isEqualTo(1);
        assertThat(anyone.post(address + "/grade", Map.of("code", code, "grade", 5, "solved", true)).code())
                .isEqualTo("not-ended-yet");
        closes(number);
        JsonNode followed = anyone.get(address + "?code=" + code.toLowerCase()).json();
        assertThat(followed.path("ended").asBoolean()).isTrue();
        assertThat(followed.path("steps").toString()).contains("已立案").contains("路灯管理处").contains("已办结")
                .doesNotContain("operator");
        String hash = followed.path("photos").path(0).asString();
        assertThat(anyone.get(address + "/photos/" + hash + "?code=" + code).status()).isEqualTo(200);
        assertThat(anyone.get(address + "/photos/" + hash + "?code=WRONG234").status()).isEqualTo(404);
        Map<String, Object> grade = Map.of("code", code, "grade", 2, "solved", false, "words", "灯还是不亮");
        assertThat(anyone.post(address + "/grade", grade).json().path("solved").asBoolean(true)).isFalse();
        assertThat(anyone.post(address + "/grade", grade).status()).as("the same again").isEqualTo(200);
        assertThat(anyone.post(address + "/grade", Map.of("code", code, "grade", 5, "solved", true)).code())
                .isEqualTo("graded-already");
        assertThat(town.as("shift-leader-1").get("/api/notices").body()).contains(number);
        assertThat(town.as("operator-1").get("/api/citizen-rewards?phone=13900000002").json().path("balance").asInt()).isEqualTo(10);
        Map<String, Object> spent = Map.of("phone", "13900000002", "points", 10, "reason", "兑换公交卡");
        assertThat(town.as("operator-1").post("/api/citizen-rewards/redemptions", spent).json().path("balance").asInt()).isZero();
        assertThat(town.as("operator-1").post("/api/citizen-rewards/redemptions", spent).code()).isEqualTo("too-few-points");
    }

    @Test
    @Requirement("SEC-03")
    void thePhoneIsSeenByTheSupervisionSideOnlyAndEveryLookIsWrittenDown() {
        String number = anyone.post(HOME + "/reports", report("13900000003")).json().path("number").asString();
        String path = "/api/citizen-reports/" + number + "/reporter";
        assertThat(town.as("lighting-1").get(path).code()).isEqualTo("reporter-hidden");
        assertThat(town.as("dispatcher-1").get(path).code()).isEqualTo("reporter-hidden");
        assertThat(town.as("operator-1").get(path).json().path("phone").asString()).isEqualTo("13900000003");
        assertThat(town.as("administrator-1").get("/api/journal?subject=" + number).body()).contains("reporter-phone-seen");
        assertThat(town.as("operator-1").post("/api/citizen-reports/" + number + "/confirmation", Map.of()).json()
                .path("confirmed").asString()).isEqualTo("CALL");
    }

    @Test
    void whatIsWrongIsRefusedInWords() {
        Map<String, Object> outside = report(null);
        outside.put("point", Map.of("longitude", 120.1, "latitude", 30.2));
        assertThat(anyone.post(HOME + "/reports", outside).status()).isEqualTo(422);
        Map<String, Object> swapped = report(null);
        swapped.put("point", Map.of("longitude", 34.67, "latitude", 112.44));
        assertThat(anyone.post(HOME + "/reports", swapped).status()).isIn(400, 422);
        Map<String, Object> silent = report(null);
        silent.put("words", "坏");
        assertThat(anyone.post(HOME + "/reports", silent).code()).isEqualTo("report-incomplete");
        assertThat(anyone.post(HOME + "/reports", report("abc")).code()).isEqualTo("report-incomplete");
        assertThat(anyone.post("/api/citizen/nowhere/reports", report(null)).code()).isEqualTo("no-such-platform");
        assertThat(anyone.post(HOME + "/codes", Map.of("phone", "13900000009")).code()).isEqualTo("no-message-gateway");
        Map<String, Object> script = report(null);
        script.put("words", "<script>alert(1)</script>'; DROP TABLE citizen.reports; --");
        assertThat(anyone.post(HOME + "/reports", script).status()).isEqualTo(201);
        assertThat(anyone.with("Content-Type", "image/jpeg").send("POST", HOME + "/photos",
                BodyPublishers.ofByteArray("not a photo".getBytes(StandardCharsets.UTF_8))).status()).isEqualTo(415);
    }

    @Test
    void onePhoneCannotFloodAndHundredAtOnceLoseNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(anyone.post(HOME + "/reports", report("13900000004")).status()).isEqualTo(201);
        }
        assertThat(anyone.post(HOME + "/reports", report("13900000004")).code()).isEqualTo("too-many-reports");
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 100).parallel().forEach(i -> numbers.add(anyone.post(HOME + "/reports", report(null)).json()
                .path("number").asString()));
        assertThat(numbers).hasSize(100).doesNotContain("");
    }

    @Test
    @Requirement("ACC-01")
    void anotherSystemReportsAndFollowsByOpen311() {
        Answer issued = town.as("administrator-1").post("/api/open311-clients",
                Map.of("id", "hotline-12345", "name", "市长热线", "source", "HOTLINE"));
        String key = issued.json().path("key").asString();
        assertThat(anyone.get("/open311/v2/discovery.xml").body()).contains("<discovery>").contains("<endpoint>");
        JsonNode services = anyone.get("/open311/v2/services.json?jurisdiction_id=luoyang").json();
        assertThat(services.valueStream().map(each -> each.path("service_code").asString())).contains("component-0118");
        assertThat(anyone.get("/open311/v2/services/component-0118.json?jurisdiction_id=luoyang").json().path("attributes")
                .path(0).path("values").size()).isPositive();
        String form = "jurisdiction_id=luoyang&service_code=component-0118&lat=34.6701&long=112.4412&phone=13900000005"
                + "&description=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE&client_request_id=A-1&api_key=";
        assertThat(posted(form).status()).isEqualTo(403);
        assertThat(posted(form + "jw-wrong").json().path(0).path("code").asInt()).isEqualTo(403);
        Answer begun = posted(form + key);
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        String number = begun.json().path(0).path("service_request_id").asString();
        assertThat(posted(form + key).json().path(0).path("service_request_id").asString()).as("sent twice").isEqualTo(number);
        JsonNode told = anyone.get("/open311/v2/requests/" + number + ".json?jurisdiction_id=luoyang").json().path(0);
        assertThat(told.path("status").asString()).isEqualTo("open");
        assertThat(told.toString()).doesNotContain("13900000005");
        assertThat(anyone.get("/open311/v2/requests.xml?jurisdiction_id=luoyang&status=open&service_code=component-0118").body())
                .contains("<service_request_id>" + number + "</service_request_id>");
        assertThat(anyone.get("/open311/v2/servicerequestupdates.json?jurisdiction_id=luoyang").body()).contains(number);
        assertThat(anyone.get("/open311/v2/requests.json?jurisdiction_id=luoyang&start_date=yesterday").status()).isEqualTo(400);
        assertThat(anyone.get("/open311/v2/requests.json?jurisdiction_id=xinan").body()).doesNotContain(number);
        assertThat(anyone.get("/open311/v2/requests.json").status()).isEqualTo(400);
        assertThat(anyone.get("/open311/v2/services.json?jurisdiction_id=moon").status()).isEqualTo(404);
        assertThat(posted(form.replace("component-0118", "component-9999") + key).status()).isEqualTo(404);
        assertThat(posted(form + key + "&x=" + "y".repeat(300_000)).status()).isEqualTo(413);
        town.as("administrator-1").delete("/api/open311-clients/hotline-12345");
        assertThat(posted(form + key).status()).as("revoked").isEqualTo(403);
    }

    private static Answer posted(String form) {
        return anyone.with("Content-Type", "application/x-www-form-urlencoded").send("POST", "/open311/v2/requests.json",
                BodyPublishers.ofString(form));
    }

    private static void closes(String number) {
        Map<String, Map<String, ?>> acts = new LinkedHashMap<>();
        acts.put("operator-1 ask-verify", Map.of("collector", "collector-2"));
        acts.put("collector-2 verify-true", Map.of("evidence", town.evidence("VERIFY")));
        acts.put("operator-1 accept", Map.of());
        acts.put("shift-leader-1 file", Map.of());
        acts.put("dispatcher-1 dispatch", Map.of("unit", "lighting"));
        acts.put("lighting-1 handle", Map.of("opinion", "已更换灯泡", "evidence", town.evidence("AFTER")));
        acts.put("dispatcher-1 report-back", Map.of());
        acts.put("operator-1 ask-check", Map.of("collector", "collector-3"));
        acts.put("collector-3 pass-check", Map.of("evidence", town.evidence("CHECK")));
        acts.put("shift-leader-1 close", Map.of("opinion", "同意结案"));
        acts.forEach((act, said) -> {
            Answer done = town.act(act.split(" ")[0], number, act.split(" ")[1], said);
            assertThat(done.status()).as(act + ": " + done.body()).isEqualTo(200);
        });
    }

    private static Map<String, Object> report(String phone) {
        Map<String, Object> report = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "words", "路口的路灯不亮了",
                "classCode", "component-0118", "condition", 1, "point", CaseTown.POINT, "wantsReply", phone != null));
        if (phone != null) {
            report.put("phone", phone);
            report.put("name", "王小二");
        }
        return report;
    }
}
