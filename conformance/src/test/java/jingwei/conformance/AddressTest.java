package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// 地理编码, by the contract, on the demonstration's places: what an operator types, what a collector's point is called, and how
/// places come and go.
class AddressTest {

    private static PackedServer server;
    private static Line line;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        line = new Line(server.address(), server.accounts(), "luoyang");
    }

    @AfterAll
    static void stop() {
        line.close();
        server.close();
    }

    /// G01 an address as people say it becomes one graded spot, with the reason.
    @ParameterizedTest
    @CsvSource({
        "中州西路与长安路交叉口, crossing",
        "中州西路与长安路交叉口向东50米路北, offset",
        "中州西路（长安路至青岛路段）, crossing",
        "市民反映涧西区中洲西路与长安路口南侧30米有井盖破损, offset",
        "zhongzhouxilu yu changanlu jiaochakou, crossing",
        "王城公园门口, exact",
        "中州路, ambiguous"})
    @Requirement({"GEO-01", "GEO-04", "GEO-06", "GCF-02", "GCF-04", "GCF-07"})
    void wordsBecomeASpot(String words, String grade) {
        JsonNode first = found(words).path("features").path(0);
        assertThat(first.path("properties").path("grade").asString()).isEqualTo(grade);
        assertThat(first.path("properties").path("matched").toString()).isNotEqualTo("[]");
        assertThat(first.path("properties").path("unitGrid").asString("")).matches("\\d{15}");
    }

    /// G02 an offset lies where one would walk to: east of the crossing, by the distance said.
    @Test
    @Requirement({"GEO-01", "GCF-04"})
    void anOffsetLiesWhereOneWouldWalkTo() {
        double[] crossing = point("中州西路与长安路交叉口");
        double[] walked = point("中州西路与长安路交叉口向东50米");
        double east = (walked[0] - crossing[0]) * 111_320 * Math.cos(Math.toRadians(crossing[1]));
        double north = (walked[1] - crossing[1]) * 110_950;
        assertThat(Math.hypot(east, north)).isBetween(49.0, 51.0);
        assertThat(east).isGreaterThan(45);
    }

    /// G03 what is not known is refused, with the reason; nothing is guessed.
    @ParameterizedTest
    @CsvSource({"建设路与景华路交叉口", "中州西路与不存在路交叉口", "郑州市金水区花园路1号", "'; DROP TABLE places; --"})
    @Requirement({"GEO-06", "GCF-02"})
    void whatIsNotKnownIsRefused(String words) {
        JsonNode answer = found(words);
        assertThat(answer.path("features")).isEmpty();
        assertThat(answer.path("refused").path("text").asString()).isNotBlank();
    }

    /// G04 a point is called by its best description and lies in its areas; latitude first is said aloud.
    @Test
    @Requirement({"GEO-02", "GCF-05"})
    void aPointIsDescribed() {
        double[] at = point("中州西路与长安路交叉口向东50米路北");
        JsonNode told = line.get("collector-1", "/api/geocoding/reverse?longitude=" + at[0] + "&latitude=" + at[1]).body();
        assertThat(told.path("features").path(0).path("properties").path("text").asString()).contains("涧西区", "中州西路");
        assertThat(told.path("features").valueStream().map(one -> one.path("properties").path("kind").asString()).toList())
                .contains("street", "district");
        assertThat(line.get("collector-1", "/api/geocoding/reverse?longitude=" + at[1] + "&latitude=" + at[0]).code())
                .isEqualTo("coordinates-swapped");
    }

    /// G05 names are suggested as they are typed: by characters, by sound, by initials.
    @ParameterizedTest
    @CsvSource({"中州西", "zhongzhouxi", "zzxl", "中zhou西"})
    @Requirement({"GEO-03", "GCF-01"})
    void namesAreSuggested(String typed) {
        JsonNode answer = line.get("operator-1", "/api/geocoding/suggest?q=" + encoded(typed)).body();
        assertThat(answer.valueStream().map(one -> one.path("text").asString()).toList()).anyMatch(text -> text.contains("中州西路"));
    }

    /// G06 a place is proposed, published, found, learns another name from a correction, and retires; its old name stays known
    /// for the days it was used.
    @Test
    @Requirement({"GEO-05", "GCF-08", "GCF-10"})
    void aPlaceComesAndGoes() {
        String keeper = "administrator-1";
        Reply proposed = line.csv(keeper, "/api/places/import", "id,kind,name,longitude,latitude\nG6,landmark,丽景门箭楼,112.4401,34.6705\n");
        assertThat(proposed.done()).as("%s", proposed).isTrue();
        assertThat(found("丽景门箭楼").path("features")).as("proposed only").isEmpty();
        assertThat(line.post(keeper, "/api/places/publication", Map.of("note", "新增")).done()).isTrue();
        assertThat(found("丽景门箭楼").path("features")).hasSize(1);
        assertThat(line.post("operator-1", "/api/places/corrections", Map.of("words", "西大城楼", "place", "G6")).done()).isTrue();
        assertThat(line.post(keeper, "/api/places/alias-proposals/settlement",
                Map.of("place", "G6", "alias", "西大城楼", "accepted", true)).done()).isTrue();
        line.post(keeper, "/api/places/publication", Map.of("note", "别名"));
        assertThat(found("西大城楼").path("features")).hasSize(1);
        line.post(keeper, "/api/places/G6/retirement", Map.of("last", "2026-06-30", "reason", "拆除"));
        line.post(keeper, "/api/places/publication", Map.of("note", "停用"));
        assertThat(found("丽景门箭楼").path("features").path(0).path("properties").path("sure").asBoolean())
                .as("an old name is understood, but not sure").isFalse();
        assertThat(line.get("operator-1", "/api/geocoding/search?q=" + encoded("丽景门箭楼") + "&asOf=2026-01-01").body()
                .path("features").path(0).path("properties").path("sure").asBoolean()).isTrue();
        assertThat(line.post("collector-1", "/api/places/publication", Map.of()).status()).isEqualTo(403);
    }

    /// G07 a list is answered row by row, with its quality.
    @Test
    @Requirement("GCF-06")
    void aListIsAnswered() {
        Reply answer = line.csv("operator-1", "/api/geocoding/batch",
                "id,query,asOf\n1,中州西路与长安路交叉口,\n2,不存在路9号,\n3,中州路,\n");
        assertThat(answer.body().path("total").asInt()).isEqualTo(3);
        assertThat(answer.body().path("sure").asInt()).isEqualTo(1);
        Reply faulty = line.csv("administrator-1", "/api/places/import", "id,kind,name,longitude,latitude\nF1,landmark,写反的,34.67,112.44\n");
        assertThat(faulty.code()).isEqualTo("places-faulty");
        assertThat(List.of(faulty.body().toString())).first().asString().contains("F1");
    }

    /// G08 a collector looks a name up, goes there, and reports; the areas and grids of the case follow from the point, not from
    /// what anybody typed.
    @Test
    @Requirement({"ACQ-10", "ACC-03"})
    void aReportIsPlacedByItsAddress() {
        JsonNode first = line.get("collector-1", "/api/geocoding/search?q=" + encoded("中州西路与长安路交叉口向东50米路北")).body().path("features").path(0);
        JsonNode at = first.path("geometry").path("coordinates");
        String told = line.get("collector-1", "/api/geocoding/reverse?longitude=" + at.path(0).asDouble() + "&latitude=" + at.path(1).asDouble())
                .body().path("features").path(0).path("properties").path("text").asString();
        Map<String, Object> report = Map.of("classCode", "event-0201", "condition", 1, "description", "墙面有小广告", "address", told,
                "point", Map.of("longitude", at.path(0).asDouble(), "latitude", at.path(1).asDouble()),
                "evidence", List.of(Map.of("hash", line.photo("collector-1", "g08"), "kind", "BEFORE")));
        Reply begun = line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", report));
        assertThat(begun.done()).as("%s", begun).isTrue();
        JsonNode spot = line.get("operator-1", "/api/cases/" + begun.body().path("number").asString()).body().path("spot");
        assertThat(spot.path("unitGrid").asString()).isEqualTo(first.path("properties").path("unitGrid").asString());
        assertThat(spot.path("address").asString()).isEqualTo(told).contains("中州西路");
        assertThat(spot.path("community").asString()).hasSize(12).startsWith(spot.path("street").asString());
    }

    /// G09 a place is renamed and another gives way to its successor: old names are still found and say how the place is called now.
    @Test
    @Requirement({"GEO-05", "GCF-08"})
    void oldNamesSayWhatBecameOfThem() {
        String keeper = "administrator-1";
        line.csv(keeper, "/api/places/import", "id,kind,name,longitude,latitude\nG91,landmark,望京老楼,112.4401,34.6705\nG92,landmark,望京新楼,112.4404,34.6706\n");
        line.post(keeper, "/api/places/publication", Map.of("note", "新增"));
        assertThat(line.post(keeper, "/api/places/G91/retirement", Map.of("last", "2024-12-31", "reason", "原址重建", "successor", "G92")).done()).isTrue();
        assertThat(line.post(keeper, "/api/places/G92/renaming", Map.of("name", "望京广厦", "from", "2025-02-01", "reason", "地名公告")).done()).isTrue();
        line.post(keeper, "/api/places/publication", Map.of("note", "更名"));
        JsonNode now = found("望京老楼").path("features").path(0).path("properties");
        assertThat(now.path("places").toString()).isEqualTo("[\"G92\"]");
        assertThat(now.path("text").asString()).contains("“望京老楼”今称“望京广厦”");
        assertThat(found("望京新楼").path("features").path(0).path("properties").path("text").asString()).contains("今称“望京广厦”");
        JsonNode kin = line.get("operator-1", "/api/places/G92/relations").body();
        assertThat(kin.path("predecessors").path(0).path("id").asString()).isEqualTo("G91");
        assertThat(kin.path("formerNames").path(0).path("name").asString()).isEqualTo("望京新楼");
    }

    private static JsonNode found(String words) {
        Reply reply = line.get("operator-1", "/api/geocoding/search?q=" + encoded(words));
        assertThat(reply.done()).as("%s: %s", words, reply).isTrue();
        return reply.body();
    }

    private static double[] point(String words) {
        JsonNode at = found(words).path("features").path(0).path("geometry").path("coordinates");
        return new double[] {at.path(0).asDouble(), at.path(1).asDouble()};
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
