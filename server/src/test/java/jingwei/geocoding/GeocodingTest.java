package jingwei.geocoding;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.geocoding.store.PlaceStore;
import jingwei.geocoding.town.TownPlaces;
import jingwei.grid.GridKeeper;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// 地理编码 over real HTTP on the drawn town.
@Requirement({"GEO-01", "GEO-02", "GEO-03", "GEO-04", "GEO-05", "GEO-06", "GCF-01", "GCF-02", "GCF-03", "GCF-04", "GCF-05", "GCF-06", "GCF-07", "GCF-08", "GCF-10"})
class GeocodingTest {

    private static final Town TOWN = Town.draw(4103, TownPlan.luoyang());
    private static TestServer server;
    private static TestClient keeper;
    private static TestClient reader;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, XINAN);
        Tenancy.run(LUOYANG, () -> {
            server.room(GridKeeper.class).importLand(TOWN.draft(), LocalDate.of(2024, 1, 1));
            server.room(PlaceKeeper.class).propose(TownPlaces.draw(4103, TOWN), "test", "drawn");
            server.room(PlaceKeeper.class).publish("test", "first");
        });
        TestPeople.account(server, LUOYANG, "keeper", Permission.LAND_READ, Permission.LAND_EDIT);
        TestPeople.account(server, LUOYANG, "reader", Permission.LAND_READ);
        TestPeople.account(server, XINAN, "other", Permission.LAND_READ);
        keeper = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
        reader = TestClient.of(server).signIn("luoyang", "reader", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static JsonNode search(TestClient by, String words, String more) {
        TestClient.Answer answer = by.get("/api/geocoding/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
        assertThat(answer.status()).as(words).isEqualTo(200);
        return answer.json();
    }

    private static TestClient.Answer csv(TestClient by, String path, String text) {
        return by.with("Content-Type", "text/csv").send("POST", path, BodyPublishers.ofString(text));
    }

    @ParameterizedTest
    @CsvSource({"中州西路与长安路交叉口向东50米路北, offset", "中州路和王城大道路口, crossing", "王城公园门口, exact", "百货楼, exact", "中州西路（长安路至青岛路段）, crossing",
        "wcdd, area", "zhongzhouxilu yu changanlu jiaochakou, crossing", "中州路, ambiguous", "西工区, area", "市民反映涧西区中洲西路与长安路口南侧30米有井盖破损, offset"})
    void wordsBecomeGradedSpotsInAUnitGrid(String words, String grade) {
        JsonNode first = search(reader, words, "").get("features").get(0);
        assertThat(first.get("properties").get("grade").asString()).isEqualTo(grade);
        assertThat(first.get("properties").get("matched").size()).isPositive();
        if (!grade.equals("area")) {
            assertThat(first.get("properties").get("unitGrid").asString("")).matches("\\d{15}");
            assertThat(first.get("geometry").get("coordinates").get(0).asDouble()).isBetween(112.4, 112.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "。。！！", "不存在路88号", "中州西路与不存在路交叉口", "建设路与景华路交叉口", "郑州市金水区花园路1号", "'; DROP TABLE places; --", "😀😀😀", "привет",
        "112.44,34.67", "34.67 112.44", "1234567890123", "嵩县长安路12号",
        "(112.4, 34.6)", "%27%20OR%201=1", "🚧中州🚧", "ｗｗｗ", "西安市长安路11号"})
    void whatIsNotKnownIsRefusedWithTheReason(String words) {
        JsonNode answer = search(reader, words, "");
        assertThat(answer.get("features").size()).isZero();
        assertThat(answer.get("refused").get("text").asString()).isNotBlank();
    }

    @Test
    void tenThousandCharactersAreRefused() {
        assertThat(search(reader, "中".repeat(501), "").get("refused").get("code").asString()).isEqualTo("too-long");
        assertThat(reader.get("/api/geocoding/search?q=" + "%E4%B8%AD".repeat(10_000)).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&limit=0", "&limit=9", "&near=abc", "&near=34.67,112.44", "&window=112.4,34.6,112.5", "&window=a,b,c,d", "&asOf=yesterday", "&area=4103xx", "&dutyGrid=none", "&limit=many"})
    void aMalformedRequestIsRefusedAndNothingElse(String more) {
        TestClient.Answer answer = reader.get("/api/geocoding/search?q=x" + more);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aPointIsDescribedByTheOrderOfTheStandard() {
        JsonNode at = search(reader, "中州西路与长安路交叉口", "").get("features").get(0).get("geometry").get("coordinates");
        JsonNode told = reader.get("/api/geocoding/reverse?longitude=" + at.get(0).asDouble() + "&latitude=" + at.get(1).asDouble()).json();
        assertThat(told.get("features").get(0).get("properties").get("text").asString()).contains("区");
        assertThat(told.get("features").valueStream().map(one -> one.get("properties").get("kind").asString()).toList()).contains("district", "street");
        assertThat(told.get("unitGrid").asString("")).matches("\\d{15}");
        assertThat(reader.get("/api/geocoding/reverse?longitude=34.67&latitude=112.44").code()).isEqualTo("coordinates-swapped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"中州", "zhongz", "zz", "中zhou", "王城dad"})
    void namesAreSuggestedAsTheyAreTyped(String typed) {
        JsonNode answer = reader.get("/api/geocoding/suggest?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).json();
        assertThat(answer.size()).isBetween(1, 8);
        assertThat(answer.get(0).get("text").asString()).containsAnyOf("中州", "王城");
    }

    /// Where the asker stands, what the map shows, the area and the beat of the asker choose among places of one name.
    @Test
    void hintsDecideAmongPlacesOfOneName() {
        JsonNode west = search(reader, "中州西路与长安路交叉口", "").get("features").get(0);
        JsonNode east = search(reader, "王城公园", "").get("features").get(0);
        double[][] at = Stream.of(west, east).map(one -> one.get("geometry").get("coordinates"))
                .map(one -> new double[] {one.get(0).asDouble(), one.get(1).asDouble()}).toArray(double[][]::new);
        assertThat(csv(keeper, "/api/places/import", "id,kind,name,longitude,latitude,regionCode\nH1,landmark,孪生塔," + at[0][0] + "," + at[0][1] + ",410305\nH2,landmark,孪生塔,"
                + at[1][0] + "," + at[1][1] + ",410303\n").status()).isEqualTo(201);
        keeper.post("/api/places/publication", Map.of("note", "同名"));
        assertThat(search(reader, "孪生塔", "").get("features").get(0).get("properties").get("grade").asString()).isEqualTo("ambiguous");
        for (int i = 0; i < 2; i++) {
            double x = at[i][0];
            double y = at[i][1];
            String beat = search(reader, i == 0 ? "中州西路与长安路交叉口" : "王城公园", "").get("features").get(0).get("properties").get("dutyGrid").asString();
            for (String hint : List.of("&near=" + x + "," + y, "&window=" + (x - 0.001) + "," + (y - 0.001) + "," + (x + 0.001) + "," + (y + 0.001),
                    "&area=" + (i == 0 ? "410305" : "410303"), "&dutyGrid=" + beat)) {
                assertThat(search(reader, "孪生塔", hint).get("features").get(0).get("properties").get("places").get(0).asString()).as(hint).isEqualTo("H" + (i + 1));
            }
        }
        assertThat(search(reader, "孪生塔", "&asOf=2016").get("features").size()).isEqualTo(2);
    }

    /// GEO-03: by kind and by area.
    @Test
    void suggestionsAreNarrowedToAKindAndAnArea() {
        String typed = URLEncoder.encode("长安", StandardCharsets.UTF_8);
        JsonNode roads = reader.get("/api/geocoding/suggest?q=" + typed + "&kind=road").json();
        assertThat(roads.valueStream().map(one -> one.get("kind").asString()).toList()).isNotEmpty().containsOnly("road");
        assertThat(reader.get("/api/geocoding/suggest?q=" + typed + "&area=999999").json().size()).isZero();
        assertThat(reader.get("/api/geocoding/suggest?q=" + typed + "&kind=castle").status()).isEqualTo(400);
    }

    @Test
    void aListIsAnsweredRowByRowWithItsQuality() {
        TestClient.Answer answer = csv(reader, "/api/geocoding/batch", "id,query,asOf\n1,中州西路与长安路交叉口,\n2,不存在路9号,\n3,中州路,\n4,王城公园,not-a-day\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("total").asInt()).isEqualTo(4);
        assertThat(answer.json().get("sure").asInt()).isEqualTo(1);
        assertThat(csv(reader, "/api/geocoding/batch", "query\nx\n").status()).isEqualTo(400);
    }

    @Test
    void placesAreProposedPublishedRetiredAndKept() {
        assertThat(csv(keeper, "/api/places/import", "id,kind,name,longitude,latitude\nT1,landmark,丽景门,112.4401,34.6705\n").status()).isEqualTo(201);
        assertThat(search(reader, "丽景门", "").get("features").size()).isZero();
        assertThat(keeper.post("/api/places/publication", Map.of("note", "丽景门")).json().get("count").asInt()).isEqualTo(1);
        assertThat(search(reader, "丽景门", "").get("features").size()).isEqualTo(1);
        assertThat(reader.post("/api/places/corrections", Map.of("words", "西大门楼", "place", "T1")).status()).isEqualTo(204);
        assertThat(keeper.get("/api/places/alias-proposals").json().get(0).get("alias").asString()).isEqualTo("西大门楼");
        assertThat(keeper.post("/api/places/alias-proposals/settlement", Map.of("place", "T1", "alias", "西大门楼", "accepted", true)).status()).isEqualTo(204);
        keeper.post("/api/places/publication", Map.of("note", "别名"));
        assertThat(search(reader, "西大门楼", "").get("features").get(0).get("properties").get("places").get(0).asString()).isEqualTo("T1");
        assertThat(keeper.post("/api/places/T1/retirement", Map.of("last", "2026-06-30", "reason", "拆除")).status()).isEqualTo(204);
        keeper.post("/api/places/publication", Map.of());
        assertThat(keeper.get("/api/places/T1").json().size()).isEqualTo(3);
        assertThat(search(reader, "丽景门", "&asOf=2026-01-01").get("features").size()).isEqualTo(1);
        assertThat(keeper.get("/api/places/editions").json().size()).isGreaterThanOrEqualTo(4);
    }

    /// While editions are published, questions go on and every one is answered.
    @Test
    void aNewEditionReplacesTheOldOneWithoutAPause() throws InterruptedException {
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        List<String> lost = Collections.synchronizedList(new ArrayList<>());
        List<Thread> askers = Stream.generate(() -> Thread.ofPlatform().start(() -> Tenancy.run(LUOYANG, () -> {
            while (going.get()) {
                Answer answer = server.room(Geocoding.class).current().search(Question.of("中州西路与长安路交叉口向东50米路北", LocalDate.of(2026, 6, 1)));
                asked.incrementAndGet();
                if (!(answer instanceof Answer.Spots spots) || spots.found().getFirst().grade() != Grade.OFFSET) {
                    lost.add(answer.toString());
                }
            }
        }))).limit(2).toList();
        for (int edition = 1; edition <= 3; edition++) {
            csv(keeper, "/api/places/import", "id,kind,name,longitude,latitude\nE" + edition + ",landmark,新塔" + edition + "号塔,112.4401,34.6705\n");
            int before = asked.get();
            keeper.post("/api/places/publication", Map.of("note", "不停机 " + edition));
            assertThat(search(reader, "新塔" + edition + "号塔", "").get("features").size()).isEqualTo(1);
            assertThat(asked.get()).as("questions answered while the edition was built").isGreaterThan(before);
        }
        going.set(false);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(lost).isEmpty();
    }

    /// Two servers on the same tables answer alike, to the last figure.
    @Test
    void everyServerAnswersTheSame() {
        Tenancy.run(LUOYANG, () -> {
            List<Gazetteer> servers = Stream.generate(() -> new Geocoding(server.room(PlaceStore.class), Clock.systemUTC()).current()).limit(2).toList();
            for (String words : List.of("中州西路与长安路交叉口向东50米路北", "中州路", "王城公园门口", "zhongzhouxilu", "wcdd", "西工区", "不存在路3号", "百货楼",
                    "中州西路（长安路至青岛路段）", "中洲西路与长安路口")) {
                Question question = Question.of(words, LocalDate.of(2026, 6, 1));
                assertThat(servers.getFirst().search(question)).as(words).usingRecursiveComparison()
                        .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                        .isEqualTo(servers.getLast().search(question));
                assertThat(servers.getFirst().suggest(words, 8)).as(words).isEqualTo(servers.getLast().suggest(words, 8));
            }
        });
    }

    @Test
    void aFaultyFileNamesEveryRowAndLoadsNothing() {
        TestClient.Answer answer = csv(keeper, "/api/places/import", """
                id,kind,name,longitude,latitude,wkt,regionCode
                F1,landmark,好的地方,112.44,34.67,,410303
                F2,landmark,写反的,34.67,112.44,,410303
                F3,road,断了的,,,LINESTRING(112.4 34.6,,410303
                F1,landmark,重复的,112.44,34.67,,410303
                F5,landmark,代码错,112.44,34.67,,41X303
                F6,castle,没有这类,112.44,34.67,,410303
                """.replace("LINESTRING(112.4 34.6,", "\"LINESTRING(112.4 34.6\""));
        assertThat(answer.code()).isEqualTo("places-faulty");
        assertThat(answer.body()).contains("第 3 行").contains("第 4 行").contains("第 5 行").contains("第 6 行").contains("第 7 行").doesNotContain("第 2 行（");
        assertThat(keeper.get("/api/places/F1").status()).isEqualTo(404);
    }

    private static TestClient.Answer shapes(TestClient by, String name, String text) {
        return by.with("Content-Type", "application/octet-stream").send("POST", "/api/places/import/spatial?name=" + name, BodyPublishers.ofString(text));
    }

    /// A road and a landmark come as GeoJSON; a file with a fault names the record and loads nothing.
    @Test
    void spatialFilesAreProposedLikeAnyOther() {
        String sound = """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","id":"J1","properties":{"kind":"road","name":"新修路","WIDTH":"18"},
                  "geometry":{"type":"LineString","coordinates":[[112.4401,34.6701],[112.4421,34.6702]]}},
                 {"type":"Feature","id":"J2","properties":{"kind":"landmark","name":"新修塔","regioncode":"410305"},
                  "geometry":{"type":"Point","coordinates":[112.4411,34.6703]}}]}
                """;
        assertThat(shapes(keeper, "places.geojson", sound).json().get("count").asInt()).isEqualTo(2);
        keeper.post("/api/places/publication", Map.of("note", "空间文件"));
        assertThat(search(reader, "新修塔", "").get("features").get(0).get("properties").get("grade").asString()).isEqualTo("exact");
        assertThat(keeper.get("/api/places/J1").json().get(0).get("width").asInt()).isEqualTo(18);
        TestClient.Answer faulty = shapes(keeper, "places.geojson", sound.replace("J1", "J3").replace("J2", "J4").replace("[112.4411,34.6703]", "[34.6703,112.4411]"));
        assertThat(faulty.code()).isEqualTo("places-faulty");
        assertThat(faulty.body()).contains("J4");
        assertThat(keeper.get("/api/places/J3").status()).isEqualTo(404);
        assertThat(shapes(keeper, "places.doc", "x").code()).isEqualTo("file-format-unknown");
    }

    @Test
    void onlyWhoMayEditsAndEachPlatformHasItsOwnPlaces() {
        assertThat(csv(reader, "/api/places/import", "id,kind,name\n").status()).isEqualTo(403);
        TestClient other = TestClient.of(server).signIn("xinan", "other", PASSWORD);
        assertThat(search(other, "王城公园", "").get("features").size()).isZero();
        assertThat(List.of(reader.get("/api/places/none").code())).containsExactly("place-unknown");
    }
}
