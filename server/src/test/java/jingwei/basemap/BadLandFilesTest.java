package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingwei.casework.CaseTown;
import jingwei.component.ManagedComponent;
import jingwei.component.town.Furniture;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.file.ShapefileWriter;
import jingwei.survey.file.SurveyRecord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/// What surveyors hand in by mistake, through the import as they would: each is told by its name and its place, and nothing is published.
@Requirement({"BDR-02", "BDR-03", "BDR-06", "BDR-08"})
class BadLandFilesTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final Town DRAWN = Town.draw(4103, TownPlan.xinan());
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final UpdateFlow FLOW = new UpdateFlow(TOWN.as("xinan", "administrator-1"), TOWN.as("xinan", "center-chief-1"));
    private static final List<UnitGrid> CELLS = DRAWN.map().cells();
    private static final UnitGrid MIDDLE = CELLS.stream().filter(cell -> CELLS.stream().filter(other -> other != cell
            && other.outline().touches(cell.outline())).count() == 8).findFirst().orElseThrow();

    @Test
    void aSliverOfFiveCentimetersIsShownAtItsEdge() throws IOException {
        Polygon cell = (Polygon) MIDDLE.outline().copy();
        // Two corners of an edge on one side only, five centimeters to the east of where the neighbor has them.
        Coordinate[] ring = cell.getExteriorRing().getCoordinates();
        ring[1].x += 5.5e-7;
        ring[2].x += 5.5e-7;
        JsonNode told = only("not-seamless", cells(MIDDLE, SHAPES.createPolygon(ring), MIDDLE.code().digits()));
        assertThat(told.get("geometry").get("type").asString()).contains("LineString");
    }

    @Test
    void aCornerThatOneSideAloneHasIsShown() throws IOException {
        CoordinateList ring = new CoordinateList(MIDDLE.outline().getExteriorRing().getCoordinates(), true);
        Coordinate a = ring.getCoordinate(0);
        Coordinate b = ring.getCoordinate(1);
        ring.add(1, new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2), true);
        only("not-seamless", cells(MIDDLE, SHAPES.createPolygon(ring.toCoordinateArray()), MIDDLE.code().digits()));
    }

    @Test
    void aMissingCellAndOutlinesThatAreNoneAreShown() throws IOException {
        only("hole", cells(MIDDLE, null, null));
        Coordinate[] box = MIDDLE.outline().getEnvelope().getCoordinates();
        only("bad-outline", cells(MIDDLE, SHAPES.createPolygon(new Coordinate[] {box[0], box[2], box[1], box[3], box[0]}),
                MIDDLE.code().digits()));
        LinearRing hole = SHAPES.createLinearRing(new Coordinate[] {inside(0, 0), inside(1e-5, 0), inside(0, 1e-5), inside(0, 0)});
        only("bad-outline", cells(MIDDLE, SHAPES.createPolygon(MIDDLE.outline().getExteriorRing(), new LinearRing[] {hole}),
                MIDDLE.code().digits()));
        Geometry far = CELLS.getFirst().outline();
        only("shape-of-other-kind", cells(MIDDLE, SHAPES.createMultiPolygon(new Polygon[] {MIDDLE.outline(), (Polygon) far}),
                MIDDLE.code().digits()));
    }

    private static Coordinate inside(double east, double north) {
        Coordinate at = MIDDLE.outline().getInteriorPoint().getCoordinate();
        return new Coordinate(at.x + east, at.y + north);
    }

    @Test
    void codesOfTheWrongLengthAndOfAnotherCommunityAreShown() throws IOException {
        assertThat(kinds(cells(MIDDLE, MIDDLE.outline(), "4103230010"))).contains("unit-grid-code-malformed");
        assertThat(kinds(cells(MIDDLE, MIDDLE.outline(), MIDDLE.code().digits().substring(0, 12) + "99"))).contains("mixed-length");
        assertThat(kinds(cells(MIDDLE, MIDDLE.outline(), "410323001999001"))).contains("unknown-community");
        UnitGrid far = CELLS.stream().max(java.util.Comparator.comparingDouble(cell -> cell.outline().distance(MIDDLE.outline()))).orElseThrow();
        assertThat(kinds(cells(MIDDLE, MIDDLE.outline(), far.code().community() + "990"))).contains("wrong-community");
        assertThat(kinds(cells(MIDDLE, MIDDLE.outline(), CELLS.getFirst().code().digits()))).contains("duplicate-code");
    }

    @Test
    void filesThatAreNotWhatTheySayAreRefusedInOneSentence() throws IOException {
        Map<String, byte[]> parts = unpacked(shapefile(List.of(new SurveyRecord(1, MIDDLE.outline(), Map.of("id", "A")))));
        message("missing.zip", packed(without(parts, "x.dbf")), "缺少");
        parts.put("x.prj", "PROJCS[\"Mars\",GEOGCS[\"GCS_Mars\"]]".getBytes(StandardCharsets.US_ASCII));
        message("mars.zip", packed(parts), "坐标系");
        message("bomb.zip", packed(Map.of("x.shp", new byte[300 * 1024 * 1024])), "解开后过大");
        message("no.gpkg", "只是一段文字".getBytes(StandardCharsets.UTF_8), "这不是 GeoPackage");
        try (InputStream gbk = BadLandFilesTest.class.getResourceAsStream("/survey/polygons-gbk-3d.zip")) {
            byte[] file = gbk.readAllBytes();
            String wrong = FLOW.send("buildings", "MERGE", "gbk.zip", file, Map.of("encoding", "UTF-8"));
            assertThat(FLOW.settled(wrong).get("message").asString()).contains("编码");
            // Read as it is: heights are dropped, parts are kept, the bow-tie is told with its place.
            String read = FLOW.send("buildings", "MERGE", "gbk.zip", file, Map.of());
            FLOW.settled(read);
            assertThat(FLOW.faults(read).valueStream().filter(one -> one.get("properties").get("kind").asString().equals("bad-outline"))
                    .toList()).singleElement().satisfies(one -> assertThat(one.get("geometry").get("type").asString()).isEqualTo("Point"));
        }
    }

    @Test
    void coordinatesOfTheNeighboringZoneAreFoundOut() {
        Conversion zone = Conversion.of(CoordinateSystem.of("cgcs2000-gk3-cm114"), Map.of());
        List<ManagedComponent> lamps = Furniture.draw(9, DRAWN).subList(0, 60);
        String rows = lamps.stream().map(lamp -> {
            Coordinate plane = zone.fromDegrees(new Coordinate(lamp.at().longitude(), lamp.at().latitude()));
            return lamp.code().digits().substring(0, 10) + String.format("%06d", 500_000 + lamp.code().sequence()) + ",灯," + plane.x + "," + plane.y;
        }).collect(Collectors.joining("\n", "标识码,名称,横坐标,纵坐标\n", "\n"));
        String id = FLOW.send("components", "MERGE", "zone.csv", rows.getBytes(StandardCharsets.UTF_8), Map.of("system", "cgcs2000-gk3-cm111"));
        FLOW.settled(id);
        assertThat(FLOW.faults(id).valueStream().filter(one -> one.get("properties").get("kind").asString().equals("other-zone")).toList())
                .singleElement().satisfies(one -> assertThat(one.get("properties").get("what").asString()).contains("114"));
    }

    private static void message(String name, byte[] file, String said) {
        JsonNode update = FLOW.settled(FLOW.send("buildings", "MERGE", name, file, Map.of()));
        assertThat(update.get("state").asString()).as(name).isEqualTo("FAULTY");
        assertThat(update.get("message").asString()).as(name).contains(said);
    }

    private static JsonNode only(String kind, byte[] file) {
        String id = FLOW.send("unit-grids", "MERGE", "cells.zip", file, Map.of());
        assertThat(FLOW.settled(id).get("state").asString()).isEqualTo("FAULTY");
        // A cell whose outline is none leaves a hole besides.
        assertThat(FLOW.faults(id).valueStream().map(one -> one.get("properties").get("kind").asString()).distinct().toList())
                .contains(kind).isSubsetOf(kind, "hole");
        return FLOW.faults(id).get(0);
    }

    private static List<String> kinds(byte[] file) {
        String id = FLOW.send("unit-grids", "MERGE", "cells.zip", file, Map.of());
        assertThat(FLOW.settled(id).get("state").asString()).isEqualTo("FAULTY");
        return FLOW.faults(id).valueStream().map(one -> one.get("properties").get("kind").asString()).toList();
    }

    /// All communities of the town, with another outline and code for one cell; a null code leaves it out.
    private static byte[] cells(UnitGrid which, @org.jspecify.annotations.Nullable Geometry outline,
            @org.jspecify.annotations.Nullable String code) throws IOException {
        List<SurveyRecord> rows = new ArrayList<>();
        for (UnitGrid cell : CELLS) {
            if (cell != which || code != null) {
                rows.add(new SurveyRecord(rows.size() + 1L, cell == which ? outline : cell.outline(), Map.of("code", cell == which ? code
                        : cell.code().digits())));
            }
        }
        return shapefile(rows);
    }

    private static byte[] shapefile(List<SurveyRecord> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileWriter.write(out, "x", rows, StandardCharsets.UTF_8);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new java.util.TreeMap<>();
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> parts, String name) {
        Map<String, byte[]> rest = new java.util.TreeMap<>(parts);
        rest.remove(name);
        return rest;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
