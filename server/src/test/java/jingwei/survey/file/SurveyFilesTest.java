package jingwei.survey.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Files as surveyors' programs write them, and files that are not what they say (BDR-06).
@Requirement("BDR-06")
class SurveyFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aShapefileInGbkWithHeightsPartsAndABowTieIsRead() throws IOException {
        List<SurveyRecord> rows = read(resource("polygons-gbk-3d.zip"), "cells.zip", null);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().attributes()).containsEntry("编号", "A1").containsEntry("名称", "瀍河桥头");
        Geometry parts = rows.getFirst().geometry();
        assertThat(parts.getNumGeometries()).isEqualTo(2);
        assertThat(parts.getArea()).isCloseTo(0.0001 - 0.000009 + 0.00005, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(parts.isValid()).isTrue();
        assertThat(rows.get(1).attributes()).containsEntry("名称", "缑氏镇");
        assertThat(rows.get(1).geometry().isValid()).isFalse();
        try (RecordReader reader = open(resource("polygons-gbk-3d.zip"), "cells.zip", null)) {
            assertThat(reader.system()).contains("cgcs2000");
            assertThat(reader.total()).isEqualTo(2);
        }
    }

    @Test
    void theProjectionFileAndTheGeoPackageNameTheirSystem() throws IOException {
        try (RecordReader reader = open(resource("points-gauss.zip"), "p.zip", null)) {
            assertThat(reader.system()).contains("cgcs2000-gk3-cm114");
        }
        try (RecordReader reader = open(resource("points.gpkg"), "p.gpkg", null)) {
            assertThat(reader.system()).contains("cgcs2000-gk3-cm111");
            SurveyRecord first = reader.next();
            assertThat(first.attributes()).containsEntry("code", "P1").containsEntry("name", "路灯");
            assertThat(first.geometry().getCoordinate().x).isEqualTo(632981.94);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void whatIsWrittenIsReadAgain(String charset) throws IOException, ParseException {
        WKTReader wkt = new WKTReader();
        List<SurveyRecord> rows = List.of(
                new SurveyRecord(1, wkt.read("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))"),
                        Map.of("name", "瀍河回族区", "code", "410304")),
                new SurveyRecord(2, wkt.read("MULTIPOLYGON (((20 0, 30 0, 30 10, 20 0)), ((40 0, 50 0, 50 10, 40 0)))"),
                        Map.of("name", "栾川县")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileWriter.write(out, "areas", rows, Charset.forName(charset));
        same(rows, read(file("areas.zip", out.toByteArray()), "areas.zip", null));
        Path packed = folder.resolve("areas-" + charset + ".gpkg");
        GeoPackageWriter.write(packed, "行政 \"区\"", rows);
        same(rows, read(packed, packed.getFileName().toString(), null));
    }

    private static void same(List<SurveyRecord> rows, List<SurveyRecord> again) {
        assertThat(again).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(again.get(i).geometry().norm()).isEqualTo(rows.get(i).geometry().norm());
            assertThat(again.get(i).attributes()).containsAllEntriesOf(rows.get(i).attributes());
        }
    }

    @Test
    void tablesAndGeoJsonGiveTheSamePoints() throws IOException {
        byte[] gbk = "标识码,名称,经度,纬度\n4103030118000001,路灯,112.44,34.67\n4103030118000002,路灯,无,34.67\n"
                .getBytes(Charset.forName("GBK"));
        List<SurveyRecord> table = read(file("a.csv", gbk), "a.csv", null);
        assertThat(table.getFirst().attributes()).containsEntry("名称", "路灯");
        assertThat(table.getFirst().geometry().getCoordinate().x).isEqualTo(112.44);
        assertThat(table.get(1).geometry()).isNull();
        assertThat(table.get(1).flaw()).contains("坐标不是数");
        byte[] json = """
                {"type":"FeatureCollection","name":"x","crs":{"a":[1]},"features":[
                {"type":"Feature","id":"7","properties":{"名称":"路灯","n":3},"geometry":{"type":"Point","coordinates":[112.44,34.67,5]}},
                {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2]]]}}]}
                """.getBytes(StandardCharsets.UTF_8);
        List<SurveyRecord> features = read(file("a.geojson", json), "a.geojson", null);
        assertThat(features.getFirst().attributes()).isEqualTo(Map.of("id", "7", "名称", "路灯", "n", "3"));
        assertThat(features.getFirst().geometry()).isEqualTo(table.getFirst().geometry());
        assertThat(features.get(1).flaw()).isNotNull();
        Path book = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(book); Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("部件");
            String[][] cells = {{"标识码", "名称", "经度", "纬度"}, {"4103030118000001", "路灯", "112.44", "34.67"}};
            for (int r = 0; r < 2; r++) {
                for (int c = 0; c < 4; c++) {
                    sheet.value(r, c, cells[r][c]);
                }
            }
        }
        List<SurveyRecord> sheet = read(book, "a.xlsx", null);
        assertThat(sheet).singleElement().satisfies(row -> {
            assertThat(row.geometry()).isEqualTo(table.getFirst().geometry());
            assertThat(row.attributes()).containsEntry("标识码", "4103030118000001");
        });
    }

    @Test
    void whatIsBrokenIsRefusedWithItsReason() throws IOException {
        refused("shapefile-part-missing", resource("polygons-without-table.zip"), "a.zip", null);
        refused("shapefile-part-missing", file("empty.zip", zip(Map.of("readme.txt", new byte[] {65}))), "empty.zip", null);
        refused("zip-bomb", file("bomb.zip", zip(Map.of("a.shp", new byte[300 * 1024 * 1024]))), "bomb.zip", null);
        refused("geopackage-unreadable", file("no.gpkg", "hello, this is text".getBytes(StandardCharsets.UTF_8)), "no.gpkg", null);
        refused("file-format-unknown", file("a.dwg", new byte[] {1, 2, 3}), "a.dwg", null);
        refused("file-broken", file("a.json", "{\"features\":[{\"a\":".getBytes(StandardCharsets.UTF_8)), "a.json", null);
        refused("file-broken", file("a.xlsx", "PK no".getBytes(StandardCharsets.UTF_8)), "a.xlsx", null);
        refused("encoding-wrong", resource("polygons-gbk-3d.zip"), "a.zip", "UTF-8");
        Map<String, byte[]> parts = new java.util.TreeMap<>();
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(Files.newInputStream(resource("points-gauss.zip")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        parts.put("zone.prj", "PROJCS[\"Mars_Sinusoidal\",GEOGCS[\"GCS_Mars\"]]".getBytes(StandardCharsets.US_ASCII));
        refused("projection-unknown", file("mars.zip", zip(parts)), "mars.zip", null);
        byte[] shapes = parts.get("zone.shp");
        parts.put("zone.prj", new byte[0]);
        parts.put("zone.shp", java.util.Arrays.copyOf(shapes, shapes.length - 9));
        refused("file-broken", file("cut.zip", zip(parts)), "cut.zip", null);
        parts.put("zone.shp", java.util.Arrays.copyOf(shapes, 128));
        refused("file-broken", file("short.zip", zip(parts)), "short.zip", null);
    }

    private void refused(String code, Path file, String name, String encoding) {
        assertThatThrownBy(() -> read(file, name, encoding)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private List<SurveyRecord> read(Path file, String name, String encoding) throws IOException {
        List<SurveyRecord> rows = new ArrayList<>();
        try (RecordReader reader = open(file, name, encoding)) {
            for (SurveyRecord row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private RecordReader open(Path file, String name, String encoding) throws IOException {
        return SurveyFiles.open(file, name, Files.createTempDirectory(folder, "unpacked"),
                new SurveyFiles.Reading(encoding, null, null));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/survey", name);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
