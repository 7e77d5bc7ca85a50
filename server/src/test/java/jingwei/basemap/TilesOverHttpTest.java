package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.basemap.tile.TileAddress;
import jingwei.casework.CaseTown;
import jingwei.component.Components;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.grid.Land;
import jingwei.grid.UnitGrid;
import jingwei.simulator.Requirement;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/// The layers of the demonstration's town as vector tiles, read over HTTP by a reader of its own.
@Requirement({"BDR-01", "BDR-07"})
class TilesOverHttpTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final int ZOOM = 15;
    private static final List<UnitGrid> CELLS = Tenancy.within(PlatformId.of("luoyang"),
            () -> TOWN.server().room(Land.class).current().cells());

    @Test
    void theCatalogueNamesEveryLayerWithWhatItHolds() {
        Answer answer = TOWN.as("collector-1").get("/api/basemap/layers");
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Long> counts = new java.util.TreeMap<>();
        answer.json().forEach(layer -> counts.put(layer.get("id").asString(), layer.get("count").asLong()));
        assertThat(counts).containsEntry("unit-grids", 480L).containsEntry("duty-grids", 24L)
                .containsKeys("roads", "water", "buildings", "green", "communities", "components", "landmarks");
        assertThat(counts.get("roads")).isGreaterThan(900);
        assertThat(counts.get("buildings")).isGreaterThan(1500);
        assertThat(counts.get("components")).isGreaterThan(1500);
    }

    @Test
    void allCellsAreInTheirTilesAndEachPointIsWhereItBelongs() {
        Envelope all = new Envelope();
        CELLS.forEach(cell -> all.expandToInclude(cell.outline().getEnvelopeInternal()));
        Set<Object> seen = new HashSet<>();
        TileAddress corner = new TileAddress(ZOOM, 0, 0);
        for (int x = (int) corner.x(all.getMinX()); x <= (int) corner.x(all.getMaxX()); x++) {
            for (int y = (int) corner.y(all.getMaxY()); y <= (int) corner.y(all.getMinY()); y++) {
                TileAddress address = new TileAddress(ZOOM, x, y);
                TestTile tile = tile("unit-grids", address);
                for (TestTile.Feature feature : tile.features()) {
                    assertThat(feature.type()).isEqualTo(3);
                    assertThat(feature.attributes()).containsKeys("id", "community", "areaClass", "areaSquareMeters");
                    seen.add(feature.attributes().get("id"));
                    UnitGrid cell = CELLS.stream().filter(one -> one.code().digits().equals(feature.attributes().get("id")))
                            .findFirst().orElseThrow();
                    // A corner of the drawn ring lies on the outline: within 1 step of 4096 in a square of about 1 km.
                    for (int[] at : feature.parts().getFirst()) {
                        if (at[0] > 0 && at[0] < 4096 && at[1] > 0 && at[1] < 4096) {
                            double near = cell.outline().getExteriorRing().distance(
                                    cell.outline().getFactory().createPoint(degrees(address, at)));
                            assertThat(near).isLessThan(1e-5);
                        }
                    }
                }
            }
        }
        assertThat(seen).hasSize(CELLS.size());
    }

    @Test
    void componentsAreInExactlyOneTileEach() {
        Envelope all = new Envelope();
        CELLS.forEach(cell -> all.expandToInclude(cell.outline().getEnvelopeInternal()));
        TileAddress corner = new TileAddress(ZOOM, 0, 0);
        int seen = 0;
        Set<Object> codes = new HashSet<>();
        for (int x = (int) corner.x(all.getMinX()); x <= (int) corner.x(all.getMaxX()); x++) {
            for (int y = (int) corner.y(all.getMaxY()); y <= (int) corner.y(all.getMinY()); y++) {
                for (TestTile.Feature feature : tile("components", new TileAddress(ZOOM, x, y)).features()) {
                    seen++;
                    codes.add(feature.attributes().get("id"));
                }
            }
        }
        long held = Tenancy.within(PlatformId.of("luoyang"), () -> TOWN.server().room(Components.class).count());
        assertThat(codes).hasSize(seen);
        assertThat((long) seen).isEqualTo(held);
    }

    @Test
    void aTileIsAskedForOnceAndThenOnlyWhetherItChanged() {
        TileAddress address = over(CELLS.getFirst());
        String path = path("roads", address);
        Answer first = TOWN.as("collector-1").get(path);
        assertThat(first.header("Content-Type")).startsWith("application/vnd.mapbox-vector-tile");
        assertThat(TOWN.as("collector-1").with("If-None-Match", first.header("ETag")).get(path).status()).isEqualTo(304);
        assertThat(TOWN.as("collector-1").with("Accept-Encoding", "gzip").get(path).header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void whatIsNoTileIsSaid() {
        TestClient collector = TOWN.as("collector-1");
        assertThat(collector.get("/api/basemap/tiles/nothing/15/1/1.mvt").code()).isEqualTo("layer-unknown");
        assertThat(collector.get("/api/basemap/tiles/roads/3/8/1.mvt").code()).isEqualTo("tile-out-of-range");
        assertThat(collector.get("/api/basemap/tiles/roads/99/0/0.mvt").code()).isEqualTo("tile-out-of-range");
        assertThat(collector.get("/api/basemap/tiles/roads/15/0/0.mvt").response().body()).isEmpty();
        assertThat(TestClient.of(TOWN.server()).get("/api/basemap/tiles/roads/15/0/0.mvt").status()).isEqualTo(401);
    }

    /// A platform never sees another's features.
    @Test
    void eachPlatformHasItsOwnTiles() {
        TileAddress address = over(CELLS.getFirst());
        assertThat(tile("unit-grids", address).features()).isNotEmpty();
        assertThat(TOWN.as("xinan", "collector-1").get(path("unit-grids", address)).response().body()).isEmpty();
    }

    private static TileAddress over(UnitGrid cell) {
        var at = cell.outline().getCentroid();
        TileAddress corner = new TileAddress(ZOOM, 0, 0);
        return new TileAddress(ZOOM, (int) corner.x(at.getX()), (int) corner.y(at.getY()));
    }

    private static org.locationtech.jts.geom.Coordinate degrees(TileAddress address, int[] at) {
        Envelope box = address.box(0);
        double north = Math.log(Math.tan(Math.toRadians(45 + box.getMaxY() / 2)));
        double south = Math.log(Math.tan(Math.toRadians(45 + box.getMinY() / 2)));
        double y = north + (south - north) * at[1] / 4096;
        return new org.locationtech.jts.geom.Coordinate(box.getMinX() + box.getWidth() * at[0] / 4096,
                Math.toDegrees(2 * Math.atan(Math.exp(y)) - Math.PI / 2));
    }

    private static TestTile tile(String layer, TileAddress address) {
        Answer answer = TOWN.as("collector-1").get(path(layer, address));
        assertThat(answer.status()).isEqualTo(200);
        return TestTile.read(answer.response().body());
    }

    private static String path(String layer, TileAddress at) {
        return "/api/basemap/tiles/" + layer + "/" + at.zoom() + "/" + at.column() + "/" + at.row() + ".mvt";
    }
}
