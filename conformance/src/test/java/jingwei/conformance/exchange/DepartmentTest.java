package jingwei.conformance.exchange;

import static jingwei.conformance.exchange.TwoPlatforms.awaits;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import jingwei.conformance.PackedServer;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 其他部门: the hotline both ways, police addresses, notices of works and planning lines, each by its profile and in the department's
/// own names, codes, times and coordinates; and the register of what is shared by hand.
class DepartmentTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double X = 112.4412;
    private static final double Y = 34.6701;

    private static PackedServer server;
    private static Line city;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        city = new Line(server.address(), server.accounts(), "luoyang");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        city.close();
        server.close();
    }

    @Test
    @Requirement({"EXC-04", "HOT-01", "HOT-02"})
    void theHotlineSendsOrdersLearnsWhatBecameOfThemAndTellsItsSatisfaction() {
        URI door = share("hotline-12345", "12345 热线工单", "市政务服务热线中心", "HOTLINE", Map.of("fields", Map.of("id", "GDBH", "description", "SQNR",
                "classCode", "XLDM", "longitude", "JD", "latitude", "WD", "address", "DZ", "reporterPhone", "LXDH", "wantsReply", "XYHF", "grade", "MYD",
                "solved", "SFJJ"), "codes", Map.of("classCode", Map.of("LD01", "component-0118"), "grade", Map.of("非常满意", "5", "不满意", "1"))));
        Map<String, Object> order = Map.of("GDBH", "RX-2026-001", "SQNR", "小区门口路灯不亮", "XLDM", "LD01", "JD", X, "WD", Y, "DZ", "九都路", "LXDH",
                "13900000051", "XYHF", "是");
        JsonNode first = delivered(door, List.of(order, Map.of("GDBH", "RX-2026-002", "SQNR", "市民反映路面有坑", "XLDM", "WHAT", "JD", X, "WD", Y),
                Map.of("SQNR", "没有编号")));
        assertThat(first.path("taken").asInt()).isEqualTo(2);
        assertThat(first.path("waiting").asInt()).isEqualTo(1);
        assertThat(first.path("refused")).singleElement().satisfies(each -> assertThat(each.path("why").asString("")).contains("GDBH"));
        String number = record("hotline-12345", "RX-2026-001").path("caseNumber").asString();
        JsonNode begun = city.get("operator-1", "/api/cases/" + number).body();
        assertThat(begun.path("reported").path("source").asString("")).isEqualTo("HOTLINE");
        assertThat(begun.path("reported").path("number").asString("")).isEqualTo("RX-2026-001");
        delivered(door, List.of(order));
        assertThat(record("hotline-12345", "RX-2026-001").path("caseNumber").asString()).as("the same order is the same case").isEqualTo(number);

        // What cannot be begun by rule waits for a person, who chooses the class.
        assertThat(record("hotline-12345", "RX-2026-002").path("state").asString("")).isEqualTo("PERSON");
        Reply chosen = city.post("shift-leader-1", "/api/exchange/shares/hotline-12345/records/RX-2026-002/cases", Map.of("classCode", "component-0118"));
        assertThat(chosen.body().path("state").asString("")).as("%s", chosen).isEqualTo("CASE");

        // A hotline's word is looked at in the street before it is accepted; its order names no filing condition.
        act("operator-1", number, "ask-verify", Map.of("collector", "collector-2"));
        act("collector-2", number, "verify-true", Map.of("evidence", List.of(Map.of("hash", city.photo("collector-2", "seen " + number),
                "kind", "VERIFY"))));
        act("operator-1", number, "accept", Map.of("condition", 1));
        act("shift-leader-1", number, "file", Map.of());
        act("dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
        act("lighting-1", number, "handle", Map.of("opinion", "已更换灯泡", "evidence", List.of(Map.of("hash", city.photo("lighting-1", "after " + number),
                "kind", "AFTER"))));
        JsonNode told = result(door, "RX-2026-001");
        assertThat(told.path("act").asString("")).isEqualTo("handle");
        assertThat(told.path("opinion").asString("")).isEqualTo("已更换灯泡");
        assertThat(told.path("unit").asString("")).isNotEmpty();
        assertThat(told.toString()).doesNotContain("13900000051");

        assertThat(delivered(door, List.of(Map.of("GDBH", "RX-2026-001", "MYD", "不满意", "SFJJ", "否"))).path("taken").asInt()).isEqualTo(1);
        JsonNode graded = explained(X, Y, number).path("orders").path(0);
        assertThat(graded.path("grade").asInt()).isEqualTo(1);
        assertThat(graded.path("solved").asBoolean()).isFalse();
        assertThat(graded.path("name").asString("")).as("its description stays").isEqualTo("小区门口路灯不亮");
        assertThat(delivered(door, List.of(Map.of("GDBH", "RX-2026-001", "MYD", "还行"))).path("refused")).hasSize(1);
    }

    @Test
    @Requirement({"EXC-04", "ACC-19"})
    void noticesOfWorksExplainWhatIsReportedThereAndThen() {
        URI door = share("works-notice", "施工占道公告", "市住建局", "WORKS", Map.of("fields", Map.of("id", "SGBH", "kind", "LX", "name", "GCMC", "begins", "KSSJ",
                "ends", "JSSJ", "holder", "SGDW", "longitude", "X", "latitude", "Y", "meters", "BJ", "withdrawn", "CX"), "codes",
                Map.of("kind", Map.of("01", "digging", "02", "closure")), "time", "yyyy-MM-dd HH:mm", "coordinates", "cgcs2000"));
        double x = X + 0.004;
        Map<String, Object> digging = Map.of("SGBH", "SG-7", "LX", "01", "GCMC", "燃气管线开挖", "KSSJ", time(-2), "JSSJ", time(20), "SGDW", "市燃气公司", "X", x,
                "Y", Y, "BJ", 80);
        JsonNode answer = delivered(door, List.of(digging,
                Map.of("SGBH", "SG-8", "LX", "02", "GCMC", "早已结束的封路", "KSSJ", time(-40), "JSSJ", time(-20), "X", x, "Y", Y, "BJ", 80),
                Map.of("SGBH", "SG-9", "LX", "01", "GCMC", "经纬度颠倒", "KSSJ", time(0), "JSSJ", time(1), "X", Y, "Y", x),
                Map.of("SGBH", "SG-10", "LX", "01", "GCMC", "时间颠倒", "KSSJ", time(2), "JSSJ", time(1), "X", x, "Y", Y),
                Map.of("SGBH", "SG-11", "LX", "01", "GCMC", "时间不合格式", "KSSJ", "明天", "JSSJ", time(1), "X", x, "Y", Y)));
        assertThat(answer.path("taken").asInt()).isEqualTo(2);
        assertThat(answer.path("refused")).hasSize(3);
        String number = city.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", "路面开挖未围挡", "classCode",
                "component-0118", "condition", 1, "point", Map.of("longitude", x, "latitude", Y), "evidence", List.of(Map.of("hash",
                city.photo("collector-1", "digging"), "kind", "BEFORE"))))).body().path("number").asString();
        assertThat(works(x, Y, number)).singleElement().satisfies(each -> {
            assertThat(each.path("id").asString("")).isEqualTo("SG-7");
            assertThat(each.path("kind").asString("")).isEqualTo("digging");
            assertThat(each.path("holder").asString("")).contains("市燃气公司");
        });
        assertThat(works(x + 0.003, Y, number)).as("270 m away").isEmpty();
        delivered(door, List.of(with(digging, "CX", "1")));
        assertThat(works(x, Y, number)).as("withdrawn").isEmpty();
        assertThat(shareOf("works-notice").path("lastRecords").asInt()).isEqualTo(1);
    }

    @Test
    @Requirement("EXC-04")
    void planningLinesAndPoliceAddressesComeIn() {
        URI planning = share("control-lines", "规划控制线", "市自然资源和规划局", "CONTROL_LINES", Map.of("coordinates", "gcj-02"));
        double x = X + 0.01;
        String ring = "POLYGON((%1$f %3$f, %2$f %3$f, %2$f %4$f, %1$f %4$f, %1$f %3$f))".formatted(x - 0.002, x + 0.012, Y - 0.006, Y + 0.008);
        JsonNode taken = delivered(planning, List.of(Map.of("id", "LX-1", "kind", "green", "name", "洛浦公园绿线", "shape", ring),
                Map.of("id", "LX-2", "kind", "blue", "name", "坏的", "shape", "POLYGON((1 1")));
        assertThat(taken.path("taken").asInt()).isEqualTo(1);
        assertThat(taken.path("refused")).hasSize(1);
        assertThat(explained(x, Y, "none").path("around")).singleElement().satisfies(each -> assertThat(each.path("kind").asString("")).isEqualTo("green"));

        URI police = share("police-addresses", "公安标准地址", "市公安局", "ADDRESSES", Map.of("fields", Map.of("id", "DZBM", "kind", "DZLX", "name", "DZMC",
                "longitude", "X", "latitude", "Y", "regionCode", "XZQH"), "codes", Map.of("kind", Map.of("小区", "quarter", "兴趣点", "poi"))));
        JsonNode addresses = delivered(police, List.of(Map.of("DZBM", "ga-410302-1", "DZLX", "小区", "DZMC", "警安花园", "X", X, "Y", Y, "XZQH", "410302"),
                Map.of("DZBM", "ga-410302-2", "DZLX", "兴趣点", "DZMC", "缺坐标")));
        assertThat(addresses.path("taken").asInt()).as("%s", addresses).isEqualTo(1);
        assertThat(addresses.path("refused")).hasSize(1);
        awaits("it is a proposal of a place, for people to publish", () -> city.get("administrator-1", "/api/places/proposals").body().toString()
                .contains("警安花园"));
    }

    @Test
    @Requirement("EXC-04")
    void theRegisterSaysWhoSharesWhatOnWhichConditionsAndWhenItLastCame() {
        assertThat(city.put("administrator-1", "/api/exchange/shares/traffic-wardens", Map.of("kind", "PEOPLE", "name", "交警岗亭执勤人员", "owner", "市公安局交警支队",
                "contact", "指挥中心 0379-60000000", "conditions", "突发事件联动时通知，不留存个人信息", "validFrom", "2026-01-01")).done()).isTrue();
        assertThat(city.post("administrator-1", "/api/exchange/shares/traffic-wardens/keys", Map.of()).code()).isEqualTo("no-profile");
        assertThat(city.post("administrator-1", "/api/exchange/shares/traffic-wardens/notes", Map.of("records", 34, "note", "第四季度名单")).done()).isTrue();
        JsonNode noted = shareOf("traffic-wardens");
        assertThat(noted.path("owner").asString("")).isEqualTo("市公安局交警支队");
        assertThat(noted.path("conditions").asString("")).contains("不留存个人信息");
        assertThat(noted.path("lastRecords").asInt()).isEqualTo(34);
        assertThat(noted.path("lastAt").asString("")).isNotEmpty();

        URI door = share("short-lived", "到期的共享", "某局", "WORKS", Map.of());
        assertThat(city.put("administrator-1", "/api/exchange/shares/short-lived", Map.of("kind", "DATA", "name", "到期的共享", "owner", "某局", "conditions",
                "试用", "profile", "WORKS", "validFrom", "2025-01-01", "validTo", "2025-12-31")).done()).isTrue();
        assertThat(posted(door, Map.of("records", List.of())).statusCode()).as("its time is over").isEqualTo(403);
        assertThat(posted(server.address().resolve("/api/exchange/deliveries/luoyang.WRONG"), Map.of("records", List.of())).statusCode()).isEqualTo(403);
        assertThat(city.put("operator-1", "/api/exchange/shares/other", Map.of("kind", "DATA")).status()).as("registering is the administrator's").isEqualTo(403);
        assertThat(city.put("administrator-1", "/api/exchange/shares/bad-one", Map.of("kind", "DATA", "name", "错的", "owner", "某局", "conditions", "无", "profile",
                "WORKS", "mapping", Map.of("fields", Map.of("nothing", "X")), "validFrom", "2026-01-01")).code()).isEqualTo("bad-mapping");
    }

    private static URI share(String id, String name, String owner, String profile, Map<String, ?> mapping) {
        Reply put = city.put("administrator-1", "/api/exchange/shares/" + id, Map.of("kind", "DATA", "name", name, "owner", owner, "contact", "值班室",
                "conditions", "仅供城市管理使用", "profile", profile, "mapping", mapping, "validFrom", "2026-01-01"));
        assertThat(put.done()).as("%s", put).isTrue();
        Reply key = city.post("administrator-1", "/api/exchange/shares/" + id + "/keys", Map.of());
        assertThat(key.status()).as("%s", key).isEqualTo(201);
        return server.address().resolve(key.body().path("path").asString());
    }

    private static JsonNode shareOf(String id) {
        return city.get("administrator-1", "/api/exchange/shares").body().valueStream().filter(each -> each.path("id").asString("").equals(id))
                .findFirst().orElseThrow();
    }

    private static JsonNode record(String share, String id) {
        return city.get("administrator-1", "/api/exchange/shares/" + share + "/records").body().valueStream()
                .filter(each -> each.path("id").asString("").equals(id)).findFirst().orElseThrow();
    }

    private static JsonNode delivered(URI door, List<?> records) {
        HttpResponse<String> answer = posted(door, Map.of("records", records));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> posted(URI door, Object body) {
        return sent(HttpRequest.newBuilder(door).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
    }

    private static JsonNode result(URI door, String id) {
        String since = URLEncoder.encode(OffsetDateTime.now(ZoneId.of("Asia/Shanghai")).minusHours(1).toString(), StandardCharsets.UTF_8);
        HttpResponse<String> answer = sent(HttpRequest.newBuilder(URI.create(door + "/results?since=" + since)).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).valueStream().filter(each -> each.path("id").asString("").equals(id)).findFirst().orElseThrow();
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What the desk sees beside a case of that place, begun now.
    private static JsonNode explained(double longitude, double latitude, String number) {
        Reply reply = city.get("operator-1", "/api/exchange/explanations?longitude=" + longitude + "&latitude=" + latitude + "&at="
                + java.time.Instant.now() + "&number=" + number);
        assertThat(reply.done()).as("%s", reply).isTrue();
        return reply.body();
    }

    /// The works among it: a planning line may lie there as well.
    private static List<JsonNode> works(double longitude, double latitude, String number) {
        return explained(longitude, latitude, number).path("around").valueStream().filter(each -> each.path("profile").asString("").equals("WORKS"))
                .toList();
    }

    private static void act(String post, String number, String act, Map<String, ?> particulars) {
        Reply reply = city.post(post, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
        assertThat(reply.done()).as("%s", reply).isTrue();
    }

    private static Map<String, Object> with(Map<String, Object> record, String field, String value) {
        Map<String, Object> changed = new java.util.LinkedHashMap<>(record);
        changed.put(field, value);
        return changed;
    }

    private static String time(int days) {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusDays(days).format(TIME);
    }
}
