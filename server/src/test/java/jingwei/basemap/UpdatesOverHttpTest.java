package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jingwei.casework.CaseTown;
import jingwei.component.town.Furniture;
import jingwei.component.ManagedComponent;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.survey.InternetShift;
import jingwei.survey.file.ShapefileWriter;
import jingwei.survey.file.SurveyRecord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/// Updates of the land from the file to the published version, over HTTP: what is sound is published by two people, what is not
/// is told fault by fault (BDR-02, BDR-05, BDR-06, BDR-08).
@Requirement({"BDR-02", "BDR-05", "BDR-06", "BDR-08", "BDR-09"})
class UpdatesOverHttpTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final Town DRAWN = Town.draw(4103, TownPlan.xinan());
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final UpdateFlow FLOW = new UpdateFlow(TOWN.as("xinan", "administrator-1"), TOWN.as("xinan", "center-chief-1"));

    @Test
    void aNewLayerIsAddedFilledAndFollowed() {
        TestClient editor = TOWN.as("xinan", "administrator-1");
        Map<String, Object> entry = Map.of("nameZh", "公交站点", "nameEn", "Bus stops", "shape", "POINT", "leastZoom", 12,
                "fields", List.of(Map.of("name", "name", "required", true)), "accuracyMeters", 1.0, "surveyedOn", "2026-06-30", "keeper", "市数字城管中心", "useLimits", "内部使用");
        assertThat(editor.put("/api/basemap/layers/bus-stops", entry).status()).isEqualTo(204);
        JsonNode first = FLOW.through("bus-stops", "REPLACE", "stops.csv",
                "id,name,经度,纬度\nB1,汉关,112.135,34.727\nB2,车站,112.137,34.727\nB3,县医院,112.136,34.726\n".getBytes(StandardCharsets.UTF_8),
                Map.of("system", "cgcs2000", "note", "首次"));
        assertThat(first.get("added").asInt()).isEqualTo(3);
        assertThat(first.get("version").asInt()).isEqualTo(1);
        JsonNode second = FLOW.through("bus-stops", "REPLACE", "stops.csv",
                "id,name,经度,纬度\nB1,汉关,112.135,34.727\nB2,火车站,112.137,34.727\nB4,新站,112.134,34.726\n".getBytes(StandardCharsets.UTF_8),
                Map.of("system", "cgcs2000"));
        assertThat(List.of(second.get("added").asInt(), second.get("changed").asInt(), second.get("removed").asInt(),
                second.get("unchanged").asInt())).isEqualTo(List.of(1, 1, 1, 1));
        JsonNode changes = editor.get("/api/basemap/layers/bus-stops/changes?since=1").json();
        assertThat(changes.get("changed").findValuesAsString("id")).containsExactly("B2", "B4");
        assertThat(changes.get("removed").get(0).asString()).isEqualTo("B3");
        assertThat(editor.get("/api/basemap/layers/bus-stops/versions").json()).hasSize(2);
        JsonNode about = editor.get("/api/basemap/layers").json();
        JsonNode stops = about.valueStream().filter(layer -> layer.get("id").asString().equals("bus-stops")).findFirst().orElseThrow();
        assertThat(stops.get("keeper").asString()).isEqualTo("市数字城管中心");
        assertThat(stops.get("count").asInt()).isEqualTo(3);
        assertThat(editor.get("/api/basemap/layers/bus-stops/export").status()).isEqualTo(200);
        assertThat(editor.put("/api/basemap/layers/bus-stops", Map.of("shape", "LINE")).code()).isEqualTo("layer-shape-fixed");
        assertThat(editor.put("/api/basemap/layers/Bad", Map.of("shape", "LINE")).code()).isEqualTo("layer-malformed");
    }

    @Test
    void nobodyReviewsHisOwnProposalAndNothingIsPublishedWithoutReview() {
        TestClient editor = TOWN.as("xinan", "administrator-1");
        String id = FLOW.send("landmarks", "MERGE", "a.csv", "id,name,x,y\nL1,甲,112.135,34.727\n".getBytes(StandardCharsets.UTF_8),
                Map.of("system", "cgcs2000"));
        FLOW.settled(id);
        assertThat(FLOW.publish(id).code()).isEqualTo("update-not-now");
        assertThat(editor.post("/api/basemap/updates/" + id + "/review", Map.of("accepted", true)).code())
                .isEqualTo("permission-missing");
        assertThat(TOWN.as("xinan", "collector-1").post("/api/basemap/updates", Map.of()).code()).isEqualTo("permission-missing");
        Answer cancelled = editor.post("/api/basemap/updates/" + id + "/cancellation", Map.of());
        assertThat(cancelled.json().get("state").asString()).isEqualTo("CANCELLED");
        assertThat(editor.post("/api/basemap/updates/" + id + "/cancellation", Map.of()).code()).isEqualTo("update-not-now");
    }

    @Test
    void partsThatLackAreNamed() {
        TestClient editor = TOWN.as("xinan", "administrator-1");
        Answer begun = editor.post("/api/basemap/updates", Map.of("layer", "components", "mode", "MERGE", "fileName", "a.csv"));
        Answer answer = editor.post("/api/basemap/updates/" + begun.json().get("id").asString() + "/check", Map.of("parts", 2));
        assertThat(answer.code()).isEqualTo("update-parts-missing");
        assertThat(answer.body()).contains("\"0\"", "\"1\"");
        assertThat(editor.post("/api/basemap/updates", Map.of("layer", "components", "mode", "REPLACE", "fileName", "a.csv")).code())
                .isEqualTo("update-mode-wrong");
        assertThat(editor.post("/api/basemap/updates", Map.of("layer", "communities", "fileName", "a.csv")).code())
                .isEqualTo("layer-derived");
        assertThat(editor.post("/api/basemap/updates", Map.of("layer", "roads")).code()).isEqualTo("update-field-missing");
    }

    @Test
    void componentsComeInWithTheirFaultsToldOneByOne() {
        Coordinate in = DRAWN.map().cells().getFirst().outline().getCentroid().getCoordinate();
        String grid = DRAWN.map().cells().getFirst().code().digits();
        String other = DRAWN.map().cells().getLast().code().digits();
        String at = "," + in.x + "," + in.y;
        String id = FLOW.send("components", "MERGE", "部件.csv", ("标识码,名称,状态,单元网格,定位精度,初始日期,经度,纬度\n"
                + "4103230118900001,路灯,完好,," + "A,2026-01-05" + at + "\n"
                + "4103230118900001,路灯,完好,,," + at + "\n"
                + "41032301189,路灯,完好,,," + at + "\n"
                + "4103239918900003,怪物,完好,,," + at + "\n"
                + "4103230118900004,路灯,坏了,,," + at + "\n"
                + "4103230118900005,路灯,完好," + other + ",," + at + "\n"
                + "4103230118900006,路灯,完好,,,,113.9,34.1\n"
                + "4103230118900007,路灯,完好,,,\n"
                + "4103230118900008,路灯,完好,,D," + at + "\n"
                + "4103230118900009,路灯,完好," + grid + ",,昨天" + at + "\n"
                + "4103230118900010,路灯,完好,,,,经度,纬度\n"
                + "4103230118900011,路灯,完好,,," + at + "\n").getBytes(Charset.forName("GBK")), Map.of("system", "cgcs2000"));
        JsonNode update = FLOW.settled(id);
        assertThat(update.get("state").asString()).isEqualTo("FAULTY");
        List<String> kinds = new ArrayList<>();
        FLOW.faults(id).forEach(one -> kinds.add(one.get("properties").get("kind").asString()));
        assertThat(kinds).contains("duplicate-code", "component-code-malformed", "class-unknown", "state-unknown", "outside-its-grid",
                "outside-every-grid", "position-missing", "position-class-unknown", "date-malformed", "shape-flawed", "same-place");
        JsonNode astray = FLOW.faults(id).valueStream().filter(one -> one.get("properties").get("kind").asString()
                .equals("outside-every-grid")).findFirst().orElseThrow();
        assertThat(astray.get("geometry").get("coordinates").get(0).asDouble()).isEqualTo(113.9);
        assertThat(FLOW.review(id).code()).isEqualTo("update-not-now");
        TestClient editor = TOWN.as("xinan", "administrator-1");
        assertThat(editor.post("/api/basemap/updates/" + id + "/faults/1/settlement", Map.of("settled", true, "remark", "已改"))
                .status()).isEqualTo(204);
        assertThat(FLOW.faults(id).get(0).get("properties").get("settled").asBoolean()).isTrue();
        assertThat(editor.get("/api/components/4103230118900001").status()).isEqualTo(404);
    }

    @Test
    void soundComponentsArePublishedWithTheCoordinatesTheyCameIn() {
        List<ManagedComponent> lamps = Furniture.draw(9, DRAWN).subList(0, 150);
        jingwei.survey.Conversion zone = jingwei.survey.Conversion.of(
                jingwei.survey.CoordinateSystem.of("cgcs2000-gk3-cm111"), Map.of());
        String rows = lamps.stream().map(lamp -> {
            Coordinate plane = zone.fromDegrees(new Coordinate(lamp.at().longitude(), lamp.at().latitude()));
            return serial(lamp) + "," + lamp.name() + ",lighting," + plane.x + "," + plane.y;
        }).collect(Collectors.joining("\n", "标识码,名称,主管部门,横坐标,纵坐标\n", "\n"));
        JsonNode done = FLOW.through("components", "MERGE", "lamps.csv", rows.getBytes(StandardCharsets.UTF_8),
                Map.of("system", "cgcs2000-gk3-cm111", "note", "路灯补测"));
        assertThat(done.get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(done.get("added").asInt()).isEqualTo(150);
        TestClient editor = TOWN.as("xinan", "administrator-1");
        JsonNode one = editor.get("/api/components/" + serial(lamps.get(3))).json();
        assertThat(one.get("component").get("longitude").asDouble()).isCloseTo(lamps.get(3).at().longitude(),
                org.assertj.core.api.Assertions.within(1e-8));
        assertThat(one.get("history")).hasSize(1);
        // Attributes alone, from a table without coordinates: the place stays, the former content is kept.
        JsonNode changed = FLOW.through("components", "MERGE", "attributes.csv", ("标识码,养护单位\n" + serial(lamps.get(3))
                + ",municipal\n").getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(changed.get("changed").asInt()).isEqualTo(1);
        JsonNode after = editor.get("/api/components/" + serial(lamps.get(3))).json();
        assertThat(after.get("history")).hasSize(2);
        assertThat(after.get("component").get("maintainingUnit").asString()).isEqualTo("municipal");
        long revision = changed.get("version").asLong();
        JsonNode since = editor.get("/api/basemap/layers/components/changes?since=" + (revision - 1)).json();
        assertThat(since.get("changed").findValuesAsString("id")).contains(serial(lamps.get(3)));
    }

    private static String serial(ManagedComponent lamp) {
        return lamp.code().digits().substring(0, 10) + String.format("%06d", 700000 + lamp.code().sequence());
    }

    @Test
    void internetCoordinatesDeclaredAsCgcs2000AreFoundOut() {
        List<ManagedComponent> lamps = Furniture.draw(9, DRAWN).subList(0, 150);
        String rows = lamps.stream().map(lamp -> {
            Coordinate gcj = InternetShift.toGcj(new Coordinate(lamp.at().longitude(), lamp.at().latitude()));
            return serial(lamp).replaceFirst(".{6}$", String.format("%06d", 600000 + lamp.code().sequence())) + ",灯," + gcj.x + "," + gcj.y;
        }).collect(Collectors.joining("\n", "标识码,名称,经度,纬度\n", "\n"));
        String id = FLOW.send("components", "MERGE", "gcj.csv", rows.getBytes(StandardCharsets.UTF_8), Map.of("system", "cgcs2000"));
        FLOW.settled(id);
        assertThat(kinds(id)).contains("internet-coordinates");
        String swapped = lamps.stream().map(lamp -> serial(lamp) + ",灯," + lamp.at().latitude() + "," + lamp.at().longitude())
                .collect(Collectors.joining("\n", "标识码,名称,经度,纬度\n", "\n"));
        String second = FLOW.send("components", "MERGE", "swapped.csv", swapped.getBytes(StandardCharsets.UTF_8),
                Map.of("system", "cgcs2000"));
        FLOW.settled(second);
        assertThat(kinds(second)).contains("coordinates-swapped", "coordinates-implausible");
        String noSystem = FLOW.send("components", "MERGE", "none.csv", rows.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(FLOW.settled(noSystem).get("message").asString()).contains("文件没有说明坐标系");
        String broken = FLOW.send("components", "MERGE", "x.gpkg", rows.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(FLOW.settled(broken).get("message").asString()).contains("这不是 GeoPackage");
    }

    private static List<String> kinds(String id) {
        List<String> kinds = new ArrayList<>();
        FLOW.faults(id).forEach(one -> kinds.add(one.get("properties").get("kind").asString()));
        return kinds;
    }

    @Test
    void cellsAreProvedAsAWholeAndASplitLeavesItsTrail() throws IOException {
        List<UnitGrid> cells = DRAWN.map().cells();
        String community = cells.getFirst().code().community().digits();
        List<UnitGrid> inside = cells.stream().filter(cell -> cell.code().community().digits().equals(community)).toList();
        // A cell left out: the union shows the hole, or the cells beside it no longer touch.
        UnitGrid middle = inside.stream().filter(cell -> cells.stream().filter(other -> other != cell
                && other.outline().touches(cell.outline())).count() == 8).findFirst().orElseThrow();
        String hole = FLOW.send("unit-grids", "MERGE", "hole.zip", shapefile(inside.stream().filter(cell -> cell != middle)
                .toList(), Map.of()), Map.of());
        FLOW.settled(hole);
        assertThat(kinds(hole)).containsOnly("hole");
        // A corner moved by 2 cm: named at the edge.
        Geometry moved = middle.outline().copy();
        moved.getCoordinates()[1].x += 2e-7;
        String gap = FLOW.send("unit-grids", "MERGE", "gap.zip", shapefile(inside, Map.of(middle, moved)), Map.of());
        FLOW.settled(gap);
        assertThat(kinds(gap)).contains("not-seamless");
        assertThat(FLOW.faults(gap).get(0).get("geometry").get("type").asString()).contains("LineString");
        // A bow-tie.
        Coordinate[] corners = middle.outline().getEnvelope().getCoordinates();
        String tie = FLOW.send("unit-grids", "MERGE", "tie.zip", shapefile(inside, Map.of(middle, SHAPES.createPolygon(
                new Coordinate[] {corners[0], corners[2], corners[1], corners[3], corners[0]}))), Map.of());
        FLOW.settled(tie);
        assertThat(kinds(tie)).contains("bad-outline");
        // Split in two along a line from corner to corner: published, the old code leads to the new ones.
        Coordinate[] ring = middle.outline().getExteriorRing().getCoordinates();
        int half = ring.length / 2;
        Geometry one = SHAPES.createPolygon(ring(ring, 0, half));
        Geometry two = SHAPES.createPolygon(ring(ring, half, ring.length - 1));
        List<SurveyRecord> rows = new ArrayList<>();
        inside.stream().filter(cell -> cell != middle).forEach(cell -> rows.add(row(rows.size(), cell.code().digits(), cell.outline())));
        rows.add(row(rows.size(), community + "901", one));
        rows.add(row(rows.size(), community + "902", two));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileWriter.write(out, "split", rows, StandardCharsets.UTF_8);
        JsonNode done = FLOW.through("unit-grids", "MERGE", "split.zip", out.toByteArray(), Map.of("note", "拆分"));
        assertThat(done.get("added").asInt()).isEqualTo(2);
        assertThat(done.get("removed").asInt()).isEqualTo(1);
        TestClient reader = TOWN.as("xinan", "collector-1");
        assertThat(reader.get("/api/unit-grids/" + middle.code()).status()).isEqualTo(404);
        JsonNode trail = reader.get("/api/unit-grids/" + middle.code() + "/successions").json();
        assertThat(trail.findValuesAsString("to")).containsExactly(community + "901", community + "902");
        assertThat(trail.get(0).get("kind").asString()).isEqualTo("SPLIT");
        // The new cells went to the beat of the old one.
        assertThat(reader.get("/api/unit-grids/" + community + "901").json().get("properties").get("dutyGrid").asString())
                .isEqualTo(DRAWN.map().dutyGridOf(middle.code()).orElseThrow().code());
    }

    private static Coordinate[] ring(Coordinate[] all, int from, int to) {
        List<Coordinate> part = new ArrayList<>(List.of(all).subList(from, to + 1));
        part.add(all[from]);
        return part.toArray(Coordinate[]::new);
    }

    private static SurveyRecord row(int number, String code, Geometry shape) {
        return new SurveyRecord(number + 1L, shape, Map.of("code", code));
    }

    private static byte[] shapefile(List<UnitGrid> cells, Map<UnitGrid, Geometry> instead) throws IOException {
        List<SurveyRecord> rows = new ArrayList<>();
        cells.forEach(cell -> rows.add(row(rows.size(), cell.code().digits(), instead.getOrDefault(cell, cell.outline()))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileWriter.write(out, "cells", rows, StandardCharsets.UTF_8);
        return out.toByteArray();
    }

    @Test
    void controlPointsMakeACityGridUsable() {
        TestClient editor = TOWN.as("administrator-1");
        assertThat(editor.get("/api/basemap/conversion?system=beijing54&x=112.4&y=34.6").code()).isEqualTo("datum-step-missing");
        assertThat(editor.get("/api/basemap/conversion?system=cgcs2000&x=34.6&y=112.4").code()).isEqualTo("coordinates-implausible");
        List<Map<String, Object>> points = new ArrayList<>();
        jingwei.survey.Conversion plane = jingwei.survey.Conversion.of(jingwei.survey.CoordinateSystem.of("cgcs2000-cm112.5"), Map.of());
        double[][] places = {{112.3, 34.55}, {112.6, 34.55}, {112.3, 34.75}, {112.6, 34.75}, {112.45, 34.65}};
        for (double[] place : places) {
            Coordinate at = plane.fromDegrees(new Coordinate(place[0], place[1]));
            points.add(Map.of("name", "K" + points.size(), "x", at.x - 200_000, "y", at.y - 3_500_000, "longitude", place[0],
                    "latitude", place[1]));
        }
        Answer few = editor.post("/api/basemap/datum-fits", Map.of("system", "city", "points", points.subList(0, 3)));
        assertThat(few.code()).isEqualTo("control-points-too-few");
        Answer fit = editor.post("/api/basemap/datum-fits", Map.of("system", "city", "points", points, "keep", true));
        assertThat(fit.status()).as(fit.body()).isEqualTo(201);
        assertThat(fit.json().get("version").asInt()).isEqualTo(1);
        assertThat(editor.post("/api/basemap/datum-fits", Map.of("system", "gcj-02", "points", points)).code())
                .isEqualTo("datum-step-fixed");
        assertThat(editor.put("/api/basemap/datum-steps/XIAN_80", Map.of("dx", 110, "dy", -60, "dz", 20, "rx", 0, "ry", 0, "rz", 0,
                "ppm", 0)).status()).isEqualTo(204);
        Answer systems = editor.get("/api/basemap/coordinate-systems");
        assertThat(systems.json().valueStream().filter(one -> one.get("word").asString().equals("city")).findFirst().orElseThrow()
                .get("usable").asBoolean()).isTrue();
    }
}
