package jingwei.geocoding;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.survey.file.ShapefileWriter;
import jingwei.survey.file.SurveyRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;

/// 地名的来去 over real HTTP: spatial files, sound and broken; places that are renamed, ended and followed by others.
@Requirement({"GEO-05", "GCF-08"})
class PlaceLifeTest {

    private static TestServer server;
    private static TestClient keeper;
    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.account(server, LUOYANG, "keeper", Permission.LAND_READ, Permission.LAND_EDIT);
        keeper = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static JsonNode first(String words, String more) {
        return keeper.get("/api/geocoding/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more).json().path("features").path(0)
                .path("properties");
    }

    private static void load(String csv) {
        TestClient.Answer answer = keeper.with("Content-Type", "text/csv").send("POST", "/api/places/import", BodyPublishers.ofString(csv));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        publish();
    }

    private static void publish() {
        assertThat(keeper.post("/api/places/publication", Map.of("note", "试验")).status()).isEqualTo(200);
    }

    private static TestClient.Answer shapes(String name, byte[] file) {
        return keeper.with("Content-Type", "application/octet-stream")
                .send("POST", "/api/places/import/spatial?name=" + name, BodyPublishers.ofByteArray(file));
    }

    private static SurveyRecord record(int number, String wkt, String... cells) throws ParseException {
        Map<String, String> attributes = new java.util.LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            attributes.put(cells[i], cells[i + 1]);
        }
        return new SurveyRecord(number, new WKTReader().read(wkt), attributes);
    }

    private static byte[] shapefile(List<SurveyRecord> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileWriter.write(out, "places", rows, StandardCharsets.UTF_8);
        return out.toByteArray();
    }

    /// A GeoPackage as any SQLite program writes it: the tables the standard asks for and one table of features in degrees of CGCS2000.
    private byte[] geoPackage(List<SurveyRecord> rows) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "places", ".gpkg");
        Files.delete(file);
        List<String> columns = rows.stream().flatMap(row -> row.attributes().keySet().stream()).distinct().toList();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file); Statement make = database.createStatement()) {
            for (String sql : List.of("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, 'undefined')",
                    "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)",
                    "INSERT INTO gpkg_contents VALUES ('places', 'features', 4490)",
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER)",
                    "INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 'GEOMETRY', 4490)",
                    "CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, \"" + String.join("\" TEXT, \"", columns) + "\" TEXT)")) {
                make.execute(sql);
            }
            try (PreparedStatement put = database.prepareStatement("INSERT INTO places VALUES (?, ?" + ", ?".repeat(columns.size()) + ")")) {
                for (SurveyRecord row : rows) {
                    put.setLong(1, row.number());
                    put.setBytes(2, blob(row.geometry()));
                    for (int i = 0; i < columns.size(); i++) {
                        put.setString(3 + i, row.attributes().get(columns.get(i)));
                    }
                    put.executeUpdate();
                }
            }
        }
        return Files.readAllBytes(file);
    }

    private static byte[] blob(Geometry shape) {
        byte[] wkb = new WKBWriter().write(shape);
        return ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1)
                .putInt(4490).put(wkb).array();
    }

    @Test
    void aShapefileOfAnotherProgramBringsRoadsAndTheyAreCrossed() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/geocoding/spatial/roads-gbk.zip"))) {
            assertThat(shapes("roads.zip", file.readAllBytes()).json().path("count").asInt()).isEqualTo(2);
        }
        publish();
        assertThat(first("槐荫路与柏荫街交叉口向北100米", "").path("grade").asString()).isEqualTo("offset");
        JsonNode road = keeper.get("/api/places/SR1").json().get(0);
        assertThat(road.path("standardName").asString()).isEqualTo("洛阳市槐荫路");
        assertThat(road.path("width").asInt()).isEqualTo(24);
    }

    @Test
    void aShapefileOfPointsAndAGeoPackageOfMixedShapesAreLoaded() throws IOException, ParseException, SQLException {
        byte[] points = shapefile(List.of(record(1, "POINT (112.4411 34.6703)", "id", "SP1", "kind", "landmark", "name", "梧桐塔", "aliases", "老塔|塔下"),
                record(2, "POINT (112.4421 34.6703)", "id", "SP2", "kind", "quarter", "name", "梧桐苑", "communityCode", "410305001001", "streetCode", "410305001")));
        assertThat(shapes("places.zip", points).json().path("count").asInt()).isEqualTo(2);
        byte[] mixed = geoPackage(List.of(record(1, "LINESTRING (112.45 34.66, 112.46 34.66)", "id", "GP1", "KIND", "road", "name", "银杏路", "plateSide", ""),
                record(2, "POINT (112.4551 34.6602)", "id", "GP2", "KIND", "plate", "name", "银杏路8号", "roadId", "GP1", "plateNumber", "8", "plateSide", "n"),
                record(3, "POLYGON ((112.40 34.60, 112.50 34.60, 112.50 34.70, 112.40 34.70, 112.40 34.60))", "id", "GP3", "KIND", "district", "name", "银杏区", "regionCode", "410399")));
        assertThat(shapes("places.gpkg", mixed).json().path("count").asInt()).isEqualTo(3);
        publish();
        assertThat(first("老塔", "").path("places").toString()).contains("SP1");
        assertThat(first("梧桐苑", "").path("grade").asString()).isEqualTo("exact");
        assertThat(first("银杏区银杏路8号", "").path("places").toString()).contains("GP2");
    }

    /// Broken shapes, swapped coordinates, repeated ids, wrong codes, no kind: each record is named, and none of the file is there.
    @Test
    void aBrokenSpatialFileNamesEveryRecordAndLoadsNothing() throws IOException, ParseException, SQLException {
        List<SurveyRecord> rows = new ArrayList<>(List.of(
                record(1, "POINT (112.4411 34.6703)", "id", "B1", "kind", "landmark", "name", "好的"),
                record(2, "POINT (34.6703 112.4411)", "id", "B2", "kind", "landmark", "name", "写反的"),
                record(3, "POINT (112.4411 34.6703)", "id", "B1", "kind", "landmark", "name", "重复的"),
                record(4, "POINT (112.4411 34.6703)", "id", "B4", "kind", "landmark", "name", "代码错", "regionCode", "41X305"),
                record(5, "POINT (112.4411 34.6703)", "id", "B5", "kind", "castle", "name", "没有这类"),
                record(6, "POINT (112.4411 34.6703)", "id", "B6", "kind", "poi", "note", "没有名称")));
        for (TestClient.Answer answer : List.of(shapes("b.zip", shapefile(rows)), shapes("b.gpkg", geoPackage(rows)))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("places-faulty");
            assertThat(answer.body()).contains("第 2 行（B2", "写反", "第 3 行（B1", "重复", "第 4 行（B4", "第 5 行（B5", "第 6 行（B6").doesNotContain("第 1 行（");
        }
        List<SurveyRecord> crossed = List.of(
                record(1, "POLYGON ((112.40 34.60, 112.50 34.60, 112.40 34.70, 112.50 34.70, 112.40 34.60))", "id", "B7", "kind", "district", "name", "自交区"),
                record(2, "POLYGON ((112.40 34.60, 112.50 34.60, 112.50 34.70, 112.40 34.60))", "id", "B8", "kind", "district", "name", "好区"));
        assertThat(shapes("c.gpkg", geoPackage(crossed)).body()).contains("第 1 行（B7", "自相交").doesNotContain("第 2 行（");
        byte[] cut = shapefile(rows);
        assertThat(shapes("cut.zip", java.util.Arrays.copyOf(cut, cut.length / 2)).status()).isBetween(400, 422);
        assertThat(shapes("no.gpkg", "not a database".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("geopackage-unreadable");
        for (String id : List.of("B1", "B2", "B4", "B5", "B6", "B7", "B8")) {
            assertThat(keeper.get("/api/places/" + id).status()).as(id).isEqualTo(404);
        }
    }

    /// A landmark that was rebuilt next door: whoever asks for the old one later is sent to the new one and told so.
    @Test
    void whatTookOverIsFoundByTheOldNameAndSaysHowItIsCalledNow() {
        load("""
                id,kind,name,regionCode,roadId,plateNumber,longitude,latitude,wkt
                L1,landmark,望城旧楼,410305,,,112.4301,34.6701,
                L2,landmark,望城新厦,410305,,,112.4304,34.6702,
                L3,landmark,远郊新馆,410305,,,112.4901,34.6902,
                D1,road,古城巷,410305,,,,,"LINESTRING(112.40 34.65, 112.41 34.65)"
                D2,road,新城路,410305,,,,,"LINESTRING(112.40 34.65, 112.42 34.65)"
                D3,plate,新城路6号,410305,D2,6,112.405,34.6502,
                """);
        assertThat(keeper.post("/api/places/L1/retirement", Map.of("last", "2026-01-31", "reason", "拆除", "successor", "L1")).code()).isEqualTo("place-successor-ended");
        assertThat(keeper.post("/api/places/L1/retirement", Map.of("last", "2026-01-31", "reason", "拆除", "successor", "none")).code()).isEqualTo("place-unknown");
        assertThat(keeper.post("/api/places/L1/retirement", Map.of("last", "2026-01-31", "reason", "原址重建", "successor", "L2")).status()).isEqualTo(204);
        assertThat(keeper.post("/api/places/D1/retirement", Map.of("last", "2026-01-31", "reason", "并入", "successor", "D2")).status()).isEqualTo(204);
        publish();
        JsonNode now = first("望城旧楼", "&asOf=2026-06-01");
        assertThat(now.path("places").toString()).isEqualTo("[\"L2\"]");
        assertThat(now.path("grade").asString()).isEqualTo("exact");
        assertThat(now.path("text").asString()).contains("“望城旧楼”今称“望城新厦”");
        JsonNode then = first("望城旧楼", "&asOf=2025-06-01");
        assertThat(then.path("places").toString()).isEqualTo("[\"L1\"]");
        assertThat(then.path("text").asString()).doesNotContain("今称");
        assertThat(first("古城巷", "&asOf=2026-06-01").path("text").asString()).contains("“古城巷”今称“新城路”");
        JsonNode door = first("古城巷6号", "&asOf=2026-06-01");
        assertThat(door.path("sure").asBoolean()).as("doors may have been numbered anew").isFalse();
        assertThat(door.path("text").asString()).contains("今称“新城路”");
        JsonNode kin = keeper.get("/api/places/L2/relations").json();
        assertThat(kin.path("predecessors").get(0).path("id").asString()).isEqualTo("L1");
        assertThat(keeper.get("/api/places/L1/relations").json().path("successors").get(0).path("name").asString()).isEqualTo("望城新厦");
        assertThat(keeper.get("/api/places/D3/relations").json().path("parents").get(0).path("id").asString()).isEqualTo("D2");
        // A file that brings the ended place once more leaves its successor; one that brings it back to life does not.
        load("id,kind,name,longitude,latitude,validTo\nL1,landmark,望城旧楼,112.4301,34.6701,2026-01-31\n");
        assertThat(keeper.get("/api/places/L1").json().get(0).path("successor").asString()).isEqualTo("L2");
        load("id,kind,name,longitude,latitude\nL1,landmark,望城旧楼,112.4301,34.6701\n");
        assertThat(keeper.get("/api/places/L1").json().get(0).path("successor").asString()).isEmpty();
    }

    /// What took over elsewhere is named, but nobody is sent to either place unasked.
    @Test
    void aSuccessorElsewhereIsAQuestion() {
        load("id,kind,name,longitude,latitude\nM1,landmark,白马旧馆,112.4301,34.6801\nM2,landmark,白马新馆,112.4901,34.6902\n");
        keeper.post("/api/places/M1/retirement", Map.of("last", "2026-01-31", "reason", "迁址", "successor", "M2"));
        publish();
        JsonNode now = first("白马旧馆", "&asOf=2026-06-01");
        assertThat(now.path("sure").asBoolean()).isFalse();
        assertThat(now.path("text").asString()).contains("今称“白马新馆”");
    }

    @Test
    void aRenamedPlaceKeepsItsOldNameWithItsDays() {
        load("id,kind,name,longitude,latitude,wkt,validFrom\nN1,road,胜利大街,,,\"LINESTRING(112.40 34.64, 112.41 34.64)\",1958\nN2,road,横街甲,,,\"LINESTRING(112.405 34.63, 112.405 34.65)\",\n");
        assertThat(keeper.post("/api/places/N1/renaming", Map.of("name", "胜利大街", "from", "2026-01-01", "reason", "x")).code()).isEqualTo("place-name-unchanged");
        assertThat(keeper.post("/api/places/N1/renaming", Map.of("name", "和平大街", "from", "1950-01-01", "reason", "x")).code()).isEqualTo("place-renamed-before-it-was-named");
        assertThat(keeper.post("/api/places/N1/renaming", Map.of("name", "和平大街", "from", "2026-01-01", "reason", "地名公告")).status()).isEqualTo(204);
        publish();
        JsonNode now = first("胜利大街与横街甲交叉口", "&asOf=2026-06-01");
        assertThat(now.path("grade").asString()).isEqualTo("crossing");
        assertThat(now.path("text").asString()).contains("“胜利大街”今称“和平大街”");
        assertThat(first("胜利大街与横街甲交叉口", "&asOf=2020-06-01").path("text").asString()).doesNotContain("今称");
        assertThat(first("和平大街与横街甲交叉口", "&asOf=2026-06-01").path("text").asString()).doesNotContain("今称");
        JsonNode name = keeper.get("/api/places/N1/relations").json().path("formerNames").get(0);
        assertThat(name.path("from").asString()).isEqualTo("1958-01-01");
        assertThat(name.path("to").asString()).isEqualTo("2025-12-31");
    }
}
