package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import jingwei.basemap.tile.TileAddress;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/// Pictures of the ground through the import: tile packages and a GeoTIFF, checked, published, served from our own tables (BDR-01).
@Requirement({"BDR-01", "BDR-09"})
class ImageryTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final Coordinate PLACE = Town.draw(4103, TownPlan.xinan()).map().cells().getFirst().outline().getCentroid().getCoordinate();
    private static final TestClient EDITOR = TOWN.as("xinan", "administrator-1");
    private static final UpdateFlow FLOW = new UpdateFlow(EDITOR, TOWN.as("xinan", "center-chief-1"));
    private static final int ZOOM = 15;

    @TempDir
    private Path folder;

    @Test
    void aTilePackageIsPublishedAndAnOlderVersionStays() throws Exception {
        assertThat(EDITOR.put("/api/basemap/layers/aerial", Map.of("nameZh", "航片", "nameEn", "Aerial", "imagery", true, "origin", "市测绘院",
                "surveyedOn", "2026-05-01", "accuracyMeters", 0.2, "scale", "1:2000", "keeper", "市数字城管中心", "useLimits", "内部使用")).status()).isEqualTo(204);
        TileAddress at = over(ZOOM);
        byte[] green = png(Color.GREEN);
        JsonNode first = FLOW.through("aerial", "REPLACE", "aerial.mbtiles", mbtiles(at, green, green), Map.of("note", "首次"));
        assertThat(first.get("added").asInt()).isEqualTo(2);
        Answer tile = tile("aerial", at, 0);
        assertThat(tile.header("Content-Type")).isEqualTo("image/png");
        assertThat(tile.response().body()).isEqualTo(green);
        byte[] grey = png(Color.GRAY);
        FLOW.through("aerial", "MERGE", "aerial.gpkg", geoPackage(at, grey), Map.of());
        assertThat(tile("aerial", at, 0).response().body()).isEqualTo(grey);
        assertThat(tile("aerial", at, 1).response().body()).isEqualTo(green);
        // The square beside was not given again and still shows; a whole new set hides it.
        TileAddress beside = new TileAddress(ZOOM, at.column() + 1, at.row());
        assertThat(tile("aerial", beside, 0).response().body()).isEqualTo(green);
        FLOW.through("aerial", "REPLACE", "aerial.gpkg", geoPackage(at, grey), Map.of());
        assertThat(tile("aerial", beside, 0).code()).isEqualTo("image-tile-unknown");
        assertThat(tile("aerial", beside, 2).status()).isEqualTo(200);
        JsonNode about = EDITOR.get("/api/basemap/layers").json().valueStream().filter(layer -> layer.get("id").asString().equals("aerial")).findFirst()
                .orElseThrow();
        assertThat(about.get("keeping").asString()).isEqualTo("IMAGERY");
        assertThat(about.get("count").asInt()).isEqualTo(1);
        assertThat(about.get("extent")).hasSize(4);
        assertThat(about.get("surveyedOn").asString()).isEqualTo("2026-05-01");
        assertThat(EDITOR.get("/api/basemap/layers/aerial/versions").json()).hasSize(3);
        assertThat(EDITOR.get("/ogc/collections").json().get("collections").findValuesAsString("id")).doesNotContain("aerial");
        // Another platform has no such layer.
        assertThat(TOWN.as("administrator-1").get("/api/basemap/imagery/aerial/15/1/1").code()).isEqualTo("layer-unknown");
    }

    @Test
    void aGeoTiffIsCutWhereItLies() throws Exception {
        Conversion plane = Conversion.of(CoordinateSystem.of("cgcs2000-gk3-cm111"), Map.of());
        Coordinate middle = plane.fromDegrees(PLACE);
        // 128 m: red to the west of the place, blue to the east of it.
        byte[] file = tiff(middle.x - 64, middle.y + 64, 4546);
        JsonNode done = FLOW.through("imagery", "REPLACE", "ortho.tif", file, Map.of());
        assertThat(done.get("added").asInt()).isGreaterThan(1);
        int zoom = 17;
        assertThat(color(zoom, plane.toDegrees(new Coordinate(middle.x - 30, middle.y + 10)))).isEqualTo(Color.RED);
        assertThat(color(zoom, plane.toDegrees(new Coordinate(middle.x + 30, middle.y - 10)))).isEqualTo(Color.BLUE);
        assertThat(color(zoom, plane.toDegrees(new Coordinate(middle.x + 80, middle.y))).getAlpha()).isZero();
    }

    @Test
    void whatIsNoPictureOfThisLandIsSaid() throws Exception {
        TileAddress at = over(ZOOM);
        assertThat(message("text.mbtiles", "这不是数据库".getBytes(StandardCharsets.UTF_8))).contains("这不是影像包");
        assertThat(message("cut.tif", new byte[] {'I', 'I', 42, 0, 9, 9, 9, 9})).contains("这不是影像包");
        assertThat(message("nowhere.tif", tiff(0, 0, 0))).contains("没有坐标定位");
        assertThat(kinds(mbtiles(at, png(Color.GREEN), "<html>".getBytes(StandardCharsets.UTF_8)))).containsExactly("image-tile-broken");
        TileAddress far = new TileAddress(ZOOM, 3, 3);
        assertThat(kinds(mbtiles(far, png(Color.GREEN), png(Color.GREEN)))).containsExactly("elsewhere");
        assertThat(tile("imagery", new TileAddress(18, 0, 0), 0).code()).isEqualTo("image-tile-unknown");
        assertThat(EDITOR.get("/api/basemap/imagery/imagery/30/0/0").code()).isEqualTo("tile-out-of-range");
    }

    private static String message(String name, byte[] file) {
        JsonNode update = FLOW.settled(FLOW.send("imagery", "MERGE", name, file, Map.of()));
        assertThat(update.get("state").asString()).isEqualTo("FAULTY");
        return update.get("message").asString();
    }

    private static List<String> kinds(byte[] file) {
        String id = FLOW.send("imagery", "MERGE", "a.mbtiles", file, Map.of());
        FLOW.settled(id);
        return FLOW.faults(id).valueStream().map(one -> one.get("properties").get("kind").asString()).toList();
    }

    private static TileAddress over(int zoom) {
        TileAddress corner = new TileAddress(zoom, 0, 0);
        return new TileAddress(zoom, (int) corner.x(PLACE.x), (int) corner.y(PLACE.y));
    }

    private static Answer tile(String layer, TileAddress at, int version) {
        return EDITOR.get("/api/basemap/imagery/" + layer + "/" + at.zoom() + "/" + at.column() + "/" + at.row() + "?v=" + version);
    }

    private static Color color(int zoom, Coordinate degrees) throws IOException {
        TileAddress corner = new TileAddress(zoom, 0, 0);
        TileAddress at = new TileAddress(zoom, (int) corner.x(degrees.x), (int) corner.y(degrees.y));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tile("imagery", at, 0).response().body()));
        return new Color(image.getRGB((int) (at.x(degrees.x) * 256), (int) (at.y(degrees.y) * 256)), true);
    }

    private static byte[] png(Color color) throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256 * 256; i++) {
            image.setRGB(i % 256, i / 256, color.getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// Two tiles side by side, rows counted from the south as the format has it.
    private byte[] mbtiles(TileAddress at, byte[] first, byte[] second) throws SQLException, IOException {
        return sqlite(List.of("CREATE TABLE metadata (name text, value text)",
                "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"),
                "INSERT INTO tiles VALUES (" + at.zoom() + ", ? + " + at.column() + ", " + ((1 << at.zoom()) - 1 - at.row()) + ", ?)", first, second);
    }

    private byte[] geoPackage(TileAddress at, byte[] tile) throws SQLException, IOException {
        double half = Math.PI * 6_378_137;
        return sqlite(List.of("CREATE TABLE gpkg_contents (table_name text, data_type text)", "INSERT INTO gpkg_contents VALUES ('a', 'tiles')",
                "CREATE TABLE gpkg_spatial_ref_sys (srs_id integer, organization_coordsys_id integer)", "INSERT INTO gpkg_spatial_ref_sys VALUES (1, 3857)",
                "CREATE TABLE gpkg_tile_matrix_set (table_name text, srs_id integer, min_x real, max_y real)",
                "INSERT INTO gpkg_tile_matrix_set VALUES ('a', 1, " + -half + ", " + half + ")",
                "CREATE TABLE gpkg_tile_matrix (table_name text, zoom_level integer, pixel_x_size real, tile_width integer)",
                "INSERT INTO gpkg_tile_matrix VALUES ('a', 0, " + 2 * half / 256 / (1 << at.zoom()) + ", 256)",
                "CREATE TABLE a (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"),
                "INSERT INTO a VALUES (0, ? + " + at.column() + ", " + at.row() + ", ?)", tile);
    }

    private byte[] sqlite(List<String> make, String insert, byte[]... tiles) throws SQLException, IOException {
        Path file = Files.createTempFile(folder, "tiles", ".sqlite");
        Files.delete(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            for (String one : make) {
                statement.execute(one);
            }
            try (PreparedStatement add = connection.prepareStatement(insert)) {
                for (int i = 0; i < tiles.length; i++) {
                    add.setInt(1, i);
                    add.setBytes(2, tiles[i]);
                    add.execute();
                }
            }
        }
        return Files.readAllBytes(file);
    }

    /// 128 pixels of a meter, red in the west and blue in the east; without place where the code is 0.
    private static byte[] tiff(double west, double north, int code) throws IOException {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 128 * 128; i++) {
            image.setRGB(i % 128, i / 128, i % 128 < 64 ? Color.RED.getRGB() : Color.BLUE.getRGB());
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        IIOMetadata about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        if (code != 0) {
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(about);
            GeoTIFFTagSet tags = GeoTIFFTagSet.getInstance();
            directory.addTIFFField(new TIFFField(tags.getTag(33_550), TIFFTag.TIFF_DOUBLE, 3, new double[] {1, 1, 0}));
            directory.addTIFFField(new TIFFField(tags.getTag(33_922), TIFFTag.TIFF_DOUBLE, 6, new double[] {0, 0, 0, west, north, 0}));
            directory.addTIFFField(new TIFFField(tags.getTag(34_735), TIFFTag.TIFF_SHORT, 8, new char[] {1, 1, 0, 1, 3072, 0, 1, (char) code}));
            about = directory.getAsMetadata();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, about), writer.getDefaultWriteParam());
        }
        return out.toByteArray();
    }
}
