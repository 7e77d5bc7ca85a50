package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 基础数据 by the contract: files come in, are checked as a whole, reviewed by another person, published as a version, and go
/// out again.
class LandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EDITOR = "administrator-1";
    private static final String REVIEWER = "center-chief-1";
    private static final String STOPS = "id,name,经度,纬度\nB1,汉关,112.135,34.727\nB2,车站,112.137,34.727\n";
    private static PackedServer server;
    private static Line line;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        line = new Line(server.address(), server.accounts(), "xinan");
    }

    @AfterAll
    static void stop() {
        line.close();
        server.close();
    }

    @Test
    @Requirement({"BDR-02", "BDR-05", "BDR-06", "BDR-07", "BDR-09"})
    void aLayerNobodyProgrammedIsAddedFilledAndExported() {
        Reply added = line.put(EDITOR, "/api/basemap/layers/bus-stops", Map.of("nameZh", "公交站点", "nameEn", "Bus stops", "shape", "POINT",
                "leastZoom", 12, "fields", List.of(Map.of("name", "name", "required", true)), "accuracyMeters", 1.0,
                "surveyedOn", "2026-06-30", "keeper", "数字城管中心", "useLimits", "内部使用"));
        assertThat(added.status()).as("%s", added).isEqualTo(204);
        JsonNode done = through("bus-stops", "REPLACE", "stops.csv", STOPS, Map.of("system", "cgcs2000"));
        assertThat(done.path("added").asInt()).isEqualTo(2);
        JsonNode layer = line.get(EDITOR, "/api/basemap/layers").body().valueStream()
                .filter(each -> each.path("id").asString("").equals("bus-stops")).findFirst().orElseThrow();
        assertThat(layer.path("keeper").asString()).isEqualTo("数字城管中心");
        assertThat(layer.path("surveyedOn").asString()).isEqualTo("2026-06-30");
        assertThat(layer.path("useLimits").asString()).isEqualTo("内部使用");
        JsonNode open = line.get(EDITOR, "/ogc/collections/bus-stops/items?limit=10").body();
        assertThat(open.path("features")).hasSize(2);
        assertThat(line.file(EDITOR, "/api/basemap/layers/bus-stops/export")).as("a packed Shapefile").startsWith('P', 'K');
        assertThat(new String(line.file(EDITOR, "/api/basemap/layers/bus-stops/export?form=gpkg"), StandardCharsets.ISO_8859_1))
                .startsWith("SQLite format 3").contains("GPKG");
        assertThat(line.page(EDITOR, "/api/basemap/layers/bus-stops/export?form=csv")).startsWith("id,name,longitude,latitude").contains("汉关");
        String geoJson = line.page(EDITOR, "/api/basemap/layers/bus-stops/export?form=geojson");
        JsonNode again = through("bus-stops", "REPLACE", "again.geojson", geoJson, Map.of("system", "cgcs2000"));
        assertThat(again.path("unchanged").asInt()).as("what goes out comes in again: %s", again).isEqualTo(2);
        assertThat(line.get(EDITOR, "/api/basemap/layers/bus-stops/export?form=dwg").code()).isEqualTo("export-form-unknown");
    }

    @Test
    @Requirement("BDR-03")
    void cellsThatDoNotCoverWithoutHolesAreNotTaken() {
        ObjectNode cells = (ObjectNode) line.get(EDITOR, "/ogc/collections/unit-grids/items?limit=1000").body();
        String community = cells.at("/features/0/id").asString().substring(0, 12);
        List<JsonNode> inside = cells.path("features").valueStream()
                .filter(cell -> cell.path("id").asString().startsWith(community)).toList();
        assertThat(inside).hasSizeGreaterThan(10);
        ObjectNode less = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = less.putArray("features");
        JsonNode middle = middle(inside);
        inside.stream().filter(cell -> cell != middle).forEach(cell -> {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("code", cell.path("id").asString());
            feature.set("geometry", cell.path("geometry"));
        });
        String id = send("unit-grids", "MERGE", "cells.geojson", less.toString(), Map.of());
        JsonNode update = settled(id);
        assertThat(update.path("state").asString()).as("%s", update).isEqualTo("FAULTY");
        assertThat(kinds(id)).isNotEmpty().allMatch(kind -> List.of("hole", "community-not-covered", "not-seamless").contains(kind));
        assertThat(line.post(REVIEWER, "/api/basemap/updates/" + id + "/review", Map.of("accepted", true)).done()).isFalse();
    }

    @Test
    @Requirement("BDR-04")
    void aComponentsCodeIsItsOwnAndItsChangesAreKept() {
        String row = "4103230118%06d,路灯,%s,112.1350,34.7270\n";
        String head = "标识码,名称,主管部门,经度,纬度\n";
        String twice = send("components", "MERGE", "twice.csv", head + row.formatted(880001, "lighting") + row.formatted(880001, "lighting"),
                Map.of("system", "cgcs2000"));
        assertThat(settled(twice).path("state").asString()).isEqualTo("FAULTY");
        assertThat(kinds(twice)).contains("duplicate-code");
        through("components", "MERGE", "once.csv", head + row.formatted(880002, "lighting"), Map.of("system", "cgcs2000"));
        through("components", "MERGE", "again.csv", head + row.formatted(880002, "municipal"), Map.of("system", "cgcs2000"));
        JsonNode lamp = line.get(EDITOR, "/api/components/4103230118880002").body();
        assertThat(lamp.path("history")).hasSize(2);
        assertThat(lamp.toString()).contains("municipal", "lighting");
    }

    @Test
    @Requirement("BDR-08")
    void coordinatesOfTheCitysSystemsBecomeThoseOfTheNation() {
        JsonNode systems = line.get(EDITOR, "/api/basemap/coordinate-systems").body();
        List<String> words = systems.valueStream().map(each -> each.path("word").asString()).toList();
        assertThat(words).contains("cgcs2000", "xian80", "beijing54", "city", "web-mercator", "gcj-02", "bd-09", "cgcs2000-gk3-cm111");
        // A lamp surveyed in the plane of the third-degree zone lies where the same lamp in degrees lies.
        JsonNode plane = line.get(EDITOR, "/api/basemap/conversion?system=cgcs2000-gk3-cm111&x=603900&y=3844500").body();
        double longitude = plane.path("longitude").asDouble();
        double latitude = plane.path("latitude").asDouble();
        assertThat(longitude).isBetween(112.0, 112.3);
        assertThat(latitude).isBetween(34.6, 34.8);
        assertThat(line.get(EDITOR, "/api/basemap/conversion?system=beijing54&x=112.4&y=34.6").code()).isEqualTo("datum-step-missing");
    }

    /// The cell nearest to the middle of them all: without it there is a hole, not only a smaller edge.
    private static JsonNode middle(List<JsonNode> cells) {
        double longitude = cells.stream().mapToDouble(LandTest::longitude).average().orElseThrow();
        double latitude = cells.stream().mapToDouble(LandTest::latitude).average().orElseThrow();
        return cells.stream().min(Comparator.comparingDouble(cell -> Math.hypot(longitude(cell) - longitude, latitude(cell) - latitude)))
                .orElseThrow();
    }

    private static double longitude(JsonNode cell) {
        return cell.at("/geometry/coordinates/0").valueStream().mapToDouble(corner -> corner.get(0).asDouble()).average().orElseThrow();
    }

    private static double latitude(JsonNode cell) {
        return cell.at("/geometry/coordinates/0").valueStream().mapToDouble(corner -> corner.get(1).asDouble()).average().orElseThrow();
    }

    private static String send(String layer, String mode, String name, String file, Map<String, String> more) {
        Map<String, Object> proposal = new LinkedHashMap<>(more);
        proposal.putAll(Map.of("id", UUID.randomUUID().toString(), "layer", layer, "mode", mode, "fileName", name));
        Reply begun = line.post(EDITOR, "/api/basemap/updates", proposal);
        assertThat(begun.done()).as("%s", begun).isTrue();
        String id = begun.body().path("id").asString();
        Reply part = line.part(EDITOR, "/api/basemap/updates/" + id + "/parts/0", file.getBytes(StandardCharsets.UTF_8));
        assertThat(part.done()).as("%s", part).isTrue();
        Reply check = line.post(EDITOR, "/api/basemap/updates/" + id + "/check", Map.of("parts", 1));
        assertThat(check.done()).as("%s", check).isTrue();
        return id;
    }

    /// The update when nobody works on it any more.
    private static JsonNode settled(String id) {
        for (int tries = 0; tries < 1_200; tries++) {
            JsonNode update = line.get(EDITOR, "/api/basemap/updates/" + id).body();
            if (!List.of("CHECKING", "PUBLISHING").contains(update.path("state").asString())) {
                return update;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("the update is never done: " + id);
    }

    private static List<String> kinds(String id) {
        return line.get(EDITOR, "/api/basemap/updates/" + id + "/faults?limit=1000").body().path("features").valueStream()
                .map(fault -> fault.at("/properties/kind").asString()).distinct().collect(Collectors.toList());
    }

    private static JsonNode through(String layer, String mode, String name, String file, Map<String, String> more) {
        String id = send(layer, mode, name, file, more);
        JsonNode checked = settled(id);
        assertThat(checked.path("state").asString()).as("%s %s", checked, kinds(id)).isEqualTo("CHECKED");
        Reply alone = line.post(EDITOR, "/api/basemap/updates/" + id + "/review", Map.of("accepted", true, "remark", "自审"));
        assertThat(alone.done()).as("nobody reviews his own").isFalse();
        assertThat(line.post(REVIEWER, "/api/basemap/updates/" + id + "/review", Map.of("accepted", true, "remark", "同意")).done()).isTrue();
        assertThat(line.post(EDITOR, "/api/basemap/updates/" + id + "/publication", Map.of()).done()).isTrue();
        return settled(id);
    }
}
