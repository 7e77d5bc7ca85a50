package jingwei.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.media.TestPhoto;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 其他系统经 Open311 接入: the hotline both ways, cameras and sensors, forms with pictures, and what is refused.
class Open311Test {

    private static final String REQUESTS = "/open311/v2/requests";
    private static final String EDGE = "----jingwei-edge";
    private static CaseTown town;
    private static TestClient anyone;

    @BeforeAll
    static void open() {
        town = CaseTown.open();
        anyone = TestClient.of(town.server());
    }

    private static String key(String client, String source) {
        return town.as("administrator-1").post("/api/open311-clients", Map.of("id", client, "name", client, "source", source)).json()
                .path("key").asString();
    }

    private static Map<String, String> form(String key, String own) {
        return new LinkedHashMap<>(Map.of("api_key", key, "jurisdiction_id", "luoyang", "service_code", "component-0118", "lat", "34.6701",
                "long", "112.4412", "description", "路灯不亮", "client_request_id", own));
    }

    private static Answer posted(String path, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return anyone.with("Content-Type", "application/x-www-form-urlencoded").send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    private static Answer withFile(Map<String, String> form, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return anyone.with("Content-Type", "multipart/form-data; boundary=" + EDGE).send("POST", REQUESTS + ".json",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static String number(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path(0).path("service_request_id").asString();
    }

    private static JsonNode shown(String number) {
        return anyone.get(REQUESTS + "/" + number + ".json?jurisdiction_id=luoyang").json().path(0);
    }

    @Test
    @Requirement({"VID-02", "VID-03", "ACC-01"})
    void aSnapshotOfACameraWaitsForAPersonsConfirmation() {
        String key = key("camera-analysis", "VIDEO");
        Map<String, String> form = form(key, "alarm-4711");
        form.put("device_id", "CAM-12");
        byte[] snapshot = TestPhoto.picture("jpg", 333, 91);
        String number = number(withFile(form, snapshot));
        assertThat(number(withFile(form, snapshot))).as("the alarm sent twice").isEqualTo(number);
        JsonNode begun = town.as("operator-1").get("/api/cases/" + number).json();
        assertThat(begun.path("state").asString()).as("nobody but an operator accepts it").isEqualTo("reported");
        assertThat(begun.path("reported").path("source").asString()).isEqualTo("VIDEO");
        assertThat(begun.path("reported").path("description").asString()).contains("CAM-12");
        assertThat(begun.path("reported").path("evidence").size()).isEqualTo(1);
        assertThat(withFile(form(key, "alarm-4712"), "no picture".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(withFile(form("jw-wrong", "alarm-4713"), snapshot).status()).isEqualTo(403);
        String sensor = number(posted(REQUESTS + ".json", form(key("manhole-sensor", "SENSOR"), "level-1")));
        assertThat(town.as("operator-1").get("/api/cases/" + sensor).json().path("reported").path("source").asString()).isEqualTo("SENSOR");
    }

    @Test
    @Requirement("HOT-02")
    void theHotlineFollowsItsOrderAndSaysWhetherTheCallerIsSatisfied() {
        String key = key("hotline-orders", "HOTLINE");
        String number = number(posted(REQUESTS + ".json", form(key, "order-9")));
        assertThat(shown(number).path("expected_datetime").asString()).isEmpty();
        Map<String, String> grade = new LinkedHashMap<>(Map.of("api_key", key, "jurisdiction_id", "luoyang", "grade", "2", "solved", "false",
                "description", "来电人说仍不亮"));
        String satisfaction = REQUESTS + "/" + number + "/satisfaction.json";
        assertThat(posted(satisfaction, grade).status()).as("not ended yet").isEqualTo(400);
        step("operator-1", number, "ask-verify", Map.of("collector", "collector-2"));
        step("collector-2", number, "verify-true", Map.of("evidence", town.evidence("VERIFY")));
        step("operator-1", number, "accept", Map.of("condition", 1));
        step("shift-leader-1", number, "file", Map.of());
        step("dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
        assertThat(shown(number).path("expected_datetime").asString()).startsWith("20").contains("+08:00");
        assertThat(shown(number).path("agency_responsible").asString()).contains("路灯");
        assertThat(shown(number).path("media_url").asString()).as("nothing is public before the end").isEmpty();
        step("lighting-1", number, "handle", Map.of("opinion", "已更换灯泡", "evidence", town.evidence("AFTER")));
        step("dispatcher-1", number, "report-back", Map.of());
        step("operator-1", number, "ask-check", Map.of("collector", "collector-3"));
        step("collector-3", number, "pass-check", Map.of("evidence", town.evidence("CHECK")));
        step("shift-leader-1", number, "close", Map.of("opinion", "同意结案"));
        String updates = anyone.get("/open311/v2/servicerequestupdates.json?jurisdiction_id=luoyang").body();
        assertThat(updates).contains(number).contains("已办结");
        String link = shown(number).path("media_url").asString();
        assertThat(link).contains("/open311/v2/photos/luoyang/" + number + "/").endsWith(".jpg");
        assertThat(updates).contains(link);
        String path = link.substring(link.indexOf("/open311"));
        assertThat(anyone.get(path).status()).isEqualTo(200);
        assertThat(anyone.get(path.replaceAll("[0-9a-f]{64}", "0".repeat(64))).status()).isEqualTo(404);
        assertThat(anyone.get(path.replace("/luoyang/", "/xinan/")).status()).isEqualTo(404);
        assertThat(posted(satisfaction, grade).json().path(0).path("status").asString()).isEqualTo("closed");
        assertThat(posted(satisfaction, grade).status()).as("the same again").isEqualTo(200);
        grade.put("grade", "5");
        assertThat(posted(satisfaction, grade).status()).as("another grade").isEqualTo(400);
        grade.put("solved", "maybe");
        assertThat(posted(satisfaction, grade).status()).isEqualTo(400);
        assertThat(town.as("shift-leader-1").get("/api/notices").body()).as("not solved is told").contains(number);
        grade.put("solved", "true");
        grade.put("api_key", key("another-hotline", "HOTLINE"));
        assertThat(posted(satisfaction, grade).status()).as("of another client").isEqualTo(404);
    }

    @Test
    @Requirement("ACC-01")
    void whatIsNoRequestIsRefusedAsTheStandardSays() {
        String key = key("bad-input", "DEPARTMENT");
        Map<String, String> none = form(key, "b-1");
        none.remove("api_key");
        assertThat(posted(REQUESTS + ".json", none).status()).isEqualTo(403);
        Map<String, String> unknown = form(key, "b-2");
        unknown.put("service_code", "component-9999");
        assertThat(posted(REQUESTS + ".xml", unknown).body()).contains("<code>404</code>");
        Map<String, String> elsewhere = form(key, "b-3");
        elsewhere.put("jurisdiction_id", "moon");
        assertThat(posted(REQUESTS + ".json", elsewhere).status()).isEqualTo(404);
        elsewhere.put("jurisdiction_id", "xinan");
        assertThat(posted(REQUESTS + ".json", elsewhere).status()).as("a key of another platform").isEqualTo(403);
        Map<String, String> long0 = form(key, "b-4");
        long0.put("description", "字".repeat(10 * 1024 * 1024 / 3));
        assertThat(posted(REQUESTS + ".json", long0).status()).as("10 MB of text").isEqualTo(413);
        Map<String, String> longer = form(key, "b-5");
        longer.put("description", "字".repeat(5000));
        assertThat(posted(REQUESTS + ".json", longer).status()).isEqualTo(400);
        Map<String, String> nowhere = form(key, "b-6");
        nowhere.put("lat", "north");
        assertThat(posted(REQUESTS + ".json", nowhere).status()).isEqualTo(400);
        nowhere.put("lat", "112.4412");
        nowhere.put("long", "34.6701");
        assertThat(posted(REQUESTS + ".json", nowhere).status()).as("swapped").isEqualTo(400);
        nowhere.remove("lat");
        assertThat(posted(REQUESTS + ".json", nowhere).status()).isEqualTo(400);
        for (String date : new String[] {"yesterday", "2026-11-31T00:00:00Z", "2026-11-28", "2026-11-28T00:00:00"}) {
            assertThat(anyone.get(REQUESTS + ".json?jurisdiction_id=luoyang&start_date=" + date).status()).as(date).isEqualTo(400);
        }
        assertThat(anyone.get(REQUESTS + ".json?jurisdiction_id=luoyang&status=lost").status()).isEqualTo(400);
        assertThat(anyone.get(REQUESTS + ".json?jurisdiction_id=luoyang&page=x").status()).isEqualTo(400);
        assertThat(withFile(form(key, "b-7"), new byte[13 * 1024 * 1024]).status()).as("a picture of 13 MB").isEqualTo(413);
    }

    private static void step(String account, String number, String act, Map<String, ?> said) {
        Answer done = town.act(account, number, act, said);
        assertThat(done.status()).as(act + ": " + done.body()).isEqualTo(200);
    }
}
