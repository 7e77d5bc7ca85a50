package jingwei.conformance.exchange;

import static jingwei.conformance.exchange.TwoPlatforms.awaits;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.conformance.PackedServer;
import jingwei.conformance.exchange.OldGateway.Came;
import jingwei.conformance.exchange.OldGateway.Generation;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Photos;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// 异构平台: our county below a city platform somebody else built, and a county platform somebody else built below our city, in both
/// generations of message, from dispatch to close.
class StrangerTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, Object> POINT = Map.of("longitude", 112.1402, "latitude", 34.7251);

    private static PackedServer server;
    private static Line county;
    private static Line city;
    private static final Map<Generation, OldGateway> CITIES = new LinkedHashMap<>();
    private static final Map<Generation, OldGateway> COUNTIES = new LinkedHashMap<>();
    private static final Map<OldGateway, URI> DOORS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_COUNTY", "on"));
        county = new Line(server.address(), server.accounts(), "xinan");
        city = new Line(server.address(), server.accounts(), "luoyang");
        for (Generation generation : Generation.values()) {
            OldGateway above = new OldGateway(generation, "00", "03");
            CITIES.put(generation, above);
            DOORS.put(above, takenIn(county, above, "city-" + name(generation), "ABOVE", generation));
            OldGateway below = new OldGateway(generation, "05", "00");
            COUNTIES.put(generation, below);
        }
    }

    @AfterAll
    static void stop() {
        CITIES.values().forEach(OldGateway::close);
        COUNTIES.values().forEach(OldGateway::close);
        county.close();
        city.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    @Requirement({"EXC-01", "EXC-05", "EXC-06", "ACC-21"})
    void ourCountyBelowACityOfAnotherMake(Generation g) {
        OldGateway above = CITIES.get(g);
        String up = "SZ" + name(g) + "0001";
        Map<String, String> dispatch = dispatch(up, "路灯不亮，喆喆小区门口");
        assertThat(above.send(DOORS.get(above), dispatchCode(g), dispatch, Photos.of("before " + g)).statusCode()).isEqualTo(200);
        String down = countyCase(g, up);
        JsonNode begun = county.get("dispatcher-1", "/api/cases/" + down).body();
        assertThat(begun.path("state").asString("")).isEqualTo("filed");
        assertThat(begun.toString()).contains("喆喆小区").contains(up);

        // No receipts and no sequence: the same again is a repeat, and known as one.
        above.send(DOORS.get(above), dispatchCode(g), dispatch, Photos.of("before " + g));
        awaits("the repeat is counted", () -> messages(county, "city-" + name(g)).valueStream()
                .anyMatch(each -> each.path("number").asString("").equals(up) && each.path("repeats").asInt() == 1));
        assertThat(links(county, "city-" + name(g)).stream().filter(each -> each.path("theirs").asString("").equals(up))).hasSize(1);

        checkedBelow(down, "第一次");
        awaits("the result is told", () -> above.last(resultCode(g), up).isPresent());
        Came result = above.last(resultCode(g), up).orElseThrow();
        assertThat(result.sender()).isEqualTo("03");
        assertThat(result.fields()).containsEntry("Result", "1").containsEntry("DownTaskNo", down).containsEntry("ResultText", "已更换灯具（喆喆小区），第一次");
        assertThat(result.attachments()).as("photos inside").isNotEmpty();

        // A dispatch after the result is its way to say that it was not enough: a new round.
        Map<String, String> again = new LinkedHashMap<>(dispatch);
        again.put("Opinion", "现场仍不亮，请返工");
        again.put("Deadline", time(20));
        above.send(DOORS.get(above), dispatchCode(g), again, Photos.of("still dark " + g));
        awaits("the case goes into its second round", () -> state(county, down).equals("to-dispatch"));
        assertThat(links(county, "city-" + name(g)).stream().filter(each -> each.path("theirs").asString("").equals(up)))
                .singleElement().satisfies(each -> assertThat(each.path("round").asInt()).isEqualTo(2));
        checkedBelow(down, "第二次");
        awaits("the second result is told", () -> above.came(resultCode(g), up).size() == 2);

        above.send(DOORS.get(above), g == Generation.G2013 ? "0105" : "03", numbers(up, down, g == Generation.G2013
                ? Map.of("Result", "2", "Opinion", "回访满意", "Satisfaction", "满意") : Map.of("CloseType", "1", "Opinion", "同意结案")));
        awaits("closed with it", () -> state(county, down).equals("closed"));
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    @Requirement({"EXC-01", "EXC-05", "EXC-06", "COL-15"})
    void aCountyOfAnotherMakeBelowOurCity(Generation g) {
        String partner = "county-" + name(g);
        OldGateway below = COUNTIES.get(g);
        DOORS.put(below, takenIn(city, below, partner, "BELOW", g));
        String up = filed("路灯不亮，交旧平台 " + g);
        act(city, "dispatcher-1", up, "transfer", Map.of("unit", "partner-platform"));
        awaits("its gateway has it", () -> below.last(dispatchCode(g), up).isPresent());
        Came dispatched = below.last(dispatchCode(g), up).orElseThrow();
        assertThat(dispatched.fields()).containsEntry("ClassType", "01").containsEntry("SubClass", "0118").containsEntry("FilingCondition", "1");
        assertThat(dispatched.fields().get("Deadline")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(dispatched.attachments()).hasSize(1);
        awaits("that it was taken is acceptance enough", () -> state(city, up).equals("handling"));

        below.send(DOORS.get(below), g == Generation.G2013 ? "0109" : "U05", numbers(up, "XA-77", Map.of("Reason", "等待配件", "LimitText", "2 工作日")));
        awaits("the wish is at the dispatcher's", () -> city.get("dispatcher-1", "/api/cases/" + up).body().toString().contains("等待配件"));
        act(city, "dispatcher-1", up, "grant-extension", Map.of("limit", "2 工作日"));
        awaits("the decision is told", () -> below.last(g == Generation.G2013 ? "0111" : "05", up).isPresent());
        assertThat(below.last(g == Generation.G2013 ? "0111" : "05", up).orElseThrow().fields()).containsEntry("Result", "0");

        below.send(DOORS.get(below), resultCode(g), numbers(up, "XA-77", Map.of("Result", "1", "ResultText", "已更换")), Photos.of("after " + g));
        awaits("the city knows it is done", () -> state(city, up).equals("feedback"));
        act(city, "dispatcher-1", up, "report-back", Map.of());
        act(city, "operator-1", up, "ask-check", Map.of("collector", "collector-2"));
        act(city, "collector-2", up, "fail-check", Map.of("reason", "仍不亮", "evidence", photo(city, "collector-2", "failed " + g, "CHECK")));
        act(city, "shift-leader-1", up, "rework", Map.of("reason", "返工"));
        act(city, "dispatcher-1", up, "transfer", Map.of("unit", "partner-platform"));
        awaits("the second round is dispatched", () -> below.last(dispatchCode(g), up).map(each -> each.fields().get("Round")).orElse("").equals("2"));
        assertThat(below.last(dispatchCode(g), up).orElseThrow().fields()).containsEntry("DownTaskNo", "XA-77");

        below.send(DOORS.get(below), resultCode(g), numbers(up, "XA-77", Map.of("Result", "1", "ResultText", "再次更换")), Photos.of("after again " + g));
        awaits("done again", () -> state(city, up).equals("feedback"));
        act(city, "dispatcher-1", up, "report-back", Map.of());
        act(city, "operator-1", up, "ask-check", Map.of("collector", "collector-2"));
        act(city, "collector-2", up, "pass-check", Map.of("evidence", photo(city, "collector-2", "passed " + g, "CHECK")));
        act(city, "shift-leader-1", up, "close", Map.of("opinion", "已结案"));
        String close = g == Generation.G2013 ? "0105" : "03";
        // The first generation says with the same code that a check has failed; the value tells them apart.
        String field = g == Generation.G2013 ? "Result" : "CloseType";
        String closed = g == Generation.G2013 ? "2" : "1";
        awaits("the closing is told", () -> below.came(close, up).stream().anyMatch(each -> closed.equals(each.fields().get(field))));
        assertThat(city.post("administrator-1", "/api/exchange/partners/" + partner + "/revocations", Map.of("reason", "换下一代")).done()).isTrue();
    }

    @Test
    @Requirement({"EXC-05", "EXC-06"})
    void whatCannotBeMappedOrReadWaitsForAPerson() {
        OldGateway above = CITIES.get(Generation.G2013);
        URI door = DOORS.get(above);
        Map<String, String> foreign = dispatch("SZ-ODD-1", "本县没有的小类");
        foreign.put("SubClass", "0999");
        above.send(door, "0001", foreign, Photos.of("odd"));
        JsonNode waiting = person("unmappable-class");
        assertThat(county.put("administrator-1", "/api/exchange/partners/city-2013/codes", Map.of("list", "class", "theirs", "component-0999",
                "ours", "component-0118", "validFrom", "2026-01-01")).status()).isEqualTo(204);
        assertThat(county.post("dispatcher-1", "/api/exchange/inbox/city-2013/" + waiting.path("id").asString() + "/applications", Map.of())
                .body().path("state").asString("")).isEqualTo("DONE");
        assertThat(countyCase(Generation.G2013, "SZ-ODD-1")).isNotEmpty();

        // A code the mapping file has no message for: kept, shown, read again once the file says what it is.
        above.send(door, "0777", numbers("SZ-ODD-1", "", Map.of("Content", "另一种督办")));
        JsonNode unknown = person("unknown-message");
        String letter = unknown.path("id").asString();
        assertThat(county.get("dispatcher-1", "/api/exchange/strangers/city-2013/letters/" + letter + "/message").body().path("text").asString(""))
                .contains("另一种督办");
        Reply unread = county.post("dispatcher-1", "/api/exchange/strangers/city-2013/letters/" + letter + "/readings", Map.of());
        assertThat(unread.body().path("understood").asBoolean()).isFalse();
        JsonNode file = county.get("administrator-1", "/api/exchange/strangers/city-2013/dialect").body();
        Map<String, Object> changed = new LinkedHashMap<>();
        file.properties().forEach(each -> changed.put(each.getKey(), each.getValue()));
        List<Object> kinds = new ArrayList<>();
        file.path("messages").forEach(kinds::add);
        kinds.add(Map.of("code", "0777", "name", "另一种督办", "from", "GIVER", "kinds", List.of("order"), "in", true,
                "fields", List.of(Map.of("xml", "Body/Content", "letter", "/body/opinion"))));
        changed.put("messages", kinds);
        assertThat(county.put("administrator-1", "/api/exchange/strangers/city-2013/dialect", changed).status()).isEqualTo(204);
        assertThat(county.post("dispatcher-1", "/api/exchange/strangers/city-2013/letters/" + letter + "/readings", Map.of()).body()
                .path("understood").asBoolean()).isTrue();
        String down = countyCase(Generation.G2013, "SZ-ODD-1");
        awaits("it is an order on the case", () -> county.get("dispatcher-1", "/api/cases/" + down).body().toString().contains("另一种督办"));
        assertThat(county.put("administrator-1", "/api/exchange/strangers/city-2013/dialect", Map.of("id", "half")).code()).isEqualTo("bad-dialect");
    }

    @Test
    @Requirement({"EXC-06", "SEC-06"})
    void whatIsNoMessageOfItsIsRefused() {
        OldGateway above = CITIES.get(Generation.G2013);
        URI door = DOORS.get(above);
        String good = above.envelope("0001", dispatch("SZ-BAD-1", "坏报文"));
        assertThat(above.put(door, good.replace("<soapenv:Envelope", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><soapenv:Envelope"))
                .statusCode()).as("no document type").isEqualTo(400);
        assertThat(above.put(door, good.substring(0, good.length() / 2)).statusCode()).as("half a message").isEqualTo(400);
        assertThat(above.put(door, "<a>".repeat(500)).statusCode()).isEqualTo(400);
        assertThat(above.put(door, "{\"json\": true}").statusCode()).isEqualTo(400);
        assertThat(above.put(URI.create(door.toString().substring(0, door.toString().length() - 3) + "222"), good).statusCode()).isEqualTo(403);
        assertThat(above.put(server.address().resolve("/api/exchange/gateways/nowhere.ABC"), good).statusCode()).isEqualTo(403);
        OldGateway second = CITIES.get(Generation.G2015);
        HttpResponse<String> told = second.put(DOORS.get(second), second.envelope("02", dispatch("SZ-BAD-2", "冒名")).replace("<sender>00<", "<sender>99<"));
        assertThat(told.body()).contains("<return>1|").contains("99");
        assertThat(links(county, null).stream().filter(each -> each.path("theirs").asString("").startsWith("SZ-BAD"))).isEmpty();
        assertThat(county.post("administrator-1", "/api/exchange/partners/city-2013/reconciliations", Map.of()).code()).isIn("cannot-reconcile", "not-allowed",
                "permission-missing");
    }

    @Test
    @Requirement({"EXC-03", "EXC-06"})
    void theCountyWorksOnWhileTheOldCityIsAwayAndARefusalParksWithItsReason() {
        OldGateway above = CITIES.get(Generation.G2015);
        String up = "SZ-AWAY-1";
        above.send(DOORS.get(above), "02", dispatch(up, "断线期间办理"), Photos.of("away"));
        String down = countyCase(Generation.G2015, up);
        above.away(true);
        checkedBelow(down, "断线时");
        awaits("what waits is seen", () -> partner("city-2015").path("failures").asInt() > 0);
        above.away(false);
        above.refuses("任务已锁定");
        awaits("its refusal is shown with the reason", () -> county.get("administrator-1", "/api/exchange/outbox?partner=city-2015").body().toString()
                .contains("任务已锁定"));
        above.refuses("");
        awaits("and goes through in the end", () -> above.last("U01", up).isPresent());
        assertThat(above.came("U01", up)).hasSize(1);
    }

    private static URI takenIn(Line ours, OldGateway theirs, String partner, String standing, Generation g) {
        boolean above = standing.equals("ABOVE");
        Reply reply = ours.post("administrator-1", "/api/exchange/strangers", Map.of("partner", partner, "nameZh", "旧平台 " + name(g), "region",
                above ? "4103" : "410324", "standing", standing, "address", theirs.address(), "dialect", "gateway-" + name(g), "ourCode",
                above ? "03" : "00", "theirCode", above ? "00" : "05", "unit", "partner-platform"));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return server.address().resolve(reply.body().path("door").asString());
    }

    private static String name(Generation g) {
        return g.name().substring(1);
    }

    private static String dispatchCode(Generation g) {
        return g == Generation.G2013 ? "0001" : "02";
    }

    private static String resultCode(Generation g) {
        return g == Generation.G2013 ? "0101" : "U01";
    }

    private static String time(int days) {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusDays(days).format(TIME);
    }

    private static Map<String, String> dispatch(String up, String words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("UpTaskNo", up);
        fields.put("ClassType", "01");
        fields.put("SubClass", "0118");
        fields.put("SubClassName", "路灯");
        fields.put("FilingCondition", "1");
        fields.put("X", "112.1402");
        fields.put("Y", "34.7251");
        fields.put("Address", "新安县城关镇");
        fields.put("Description", words);
        fields.put("Opinion", "请按期处置");
        fields.put("Deadline", time(30));
        return fields;
    }

    private static Map<String, String> numbers(String up, String down, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("UpTaskNo", up);
        fields.put("DownTaskNo", down);
        fields.putAll(more);
        return fields;
    }

    /// The county's case for the old city's number, once it has one.
    private static String countyCase(Generation g, String up) {
        awaits("the county has " + up, () -> links(county, "city-" + name(g)).stream().anyMatch(each -> each.path("theirs").asString("").equals(up)));
        return links(county, "city-" + name(g)).stream().filter(each -> each.path("theirs").asString("").equals(up)).findFirst().orElseThrow()
                .path("ours").asString();
    }

    private static void checkedBelow(String down, String round) {
        act(county, "dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        act(county, "lighting-1", down, "handle", Map.of("opinion", "已更换灯具（喆喆小区），" + round, "evidence", photo(county, "lighting-1", down + round, "AFTER")));
        act(county, "dispatcher-1", down, "report-back", Map.of());
        act(county, "operator-1", down, "ask-check", Map.of("collector", "collector-2"));
        act(county, "collector-2", down, "pass-check", Map.of("evidence", photo(county, "collector-2", "checked " + down + round, "CHECK")));
    }

    private static String filed(String words) {
        String number = done(city.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", words, "classCode",
                "component-0118", "condition", 1, "point", POINT, "evidence", photo(city, "collector-1", words, "BEFORE"))))).path("number").asString();
        act(city, "operator-1", number, "accept", Map.of());
        act(city, "shift-leader-1", number, "file", Map.of());
        return number;
    }

    private static void act(Line line, String post, String number, String act, Map<String, ?> particulars) {
        done(line.post(post, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars)));
    }

    private static JsonNode done(Reply reply) {
        assertThat(reply.done()).as("%s", reply).isTrue();
        return reply.body();
    }

    private static List<Map<String, Object>> photo(Line line, String post, String what, String kind) {
        return List.of(Map.of("hash", line.photo(post, what), "kind", kind));
    }

    private static String state(Line line, String number) {
        return line.get("dispatcher-1", "/api/cases/" + number).body().path("state").asString("");
    }

    private static List<JsonNode> links(Line line, String partner) {
        return line.get("administrator-1", "/api/exchange/cases?size=200" + (partner == null ? "" : "&partner=" + partner)).body().valueStream().toList();
    }

    private static JsonNode messages(Line line, String partner) {
        return line.get("administrator-1", "/api/exchange/strangers/" + partner + "/messages?size=200").body();
    }

    private static JsonNode partner(String id) {
        return county.get("administrator-1", "/api/exchange/partners").body().valueStream().filter(each -> each.path("id").asString("").equals(id))
                .findFirst().orElseThrow();
    }

    /// The letter that waits for a person for that reason.
    private static JsonNode person(String reason) {
        JsonNode[] found = new JsonNode[1];
        awaits("a letter waits: " + reason, () -> {
            found[0] = county.get("administrator-1", "/api/exchange/inbox?state=PERSON&size=200").body().valueStream()
                    .filter(each -> each.path("answerText").asString("").equals(reason)).findFirst().orElse(null);
            return found[0] != null;
        });
        return found[0];
    }
}
