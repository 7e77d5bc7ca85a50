package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// OGC API Features and Tiles over HTTP: pages, boxes, systems and permissions (BDR-06).
@Requirement("BDR-06")
class OgcTest {

    private static final CaseTown TOWN = CaseTown.open();

    @Test
    void everyLayerIsACollectionAndThePagesTogetherAreAllOfIt() {
        TestClient reader = TOWN.as("collector-1");
        assertThat(reader.get("/ogc/conformance").json().get("conformsTo")).hasSizeGreaterThan(4);
        JsonNode collections = reader.get("/ogc/collections").json().get("collections");
        assertThat(collections.findValuesAsString("id")).contains("roads", "unit-grids", "components");
        String path = "/ogc/collections/unit-grids/items?limit=100";
        Set<String> seen = new HashSet<>();
        int pages = 0;
        while (path != null) {
            JsonNode page = reader.get(path).json();
            pages++;
            page.get("features").forEach(one -> seen.add(one.get("id").asString()));
            path = page.get("links").valueStream().filter(link -> link.get("rel").asString().equals("next")).findFirst()
                    .map(link -> link.get("href").asString().substring(TOWN.server().address().length())).orElse(null);
        }
        assertThat(seen).hasSize(480);
        assertThat(pages).isEqualTo(5);
        assertThat(reader.get("/ogc/collections/unit-grids/items").json().get("numberMatched").asInt()).isEqualTo(480);
    }

    @Test
    void aBoxMeansTheSameInEverySystem() {
        TestClient reader = TOWN.as("collector-1");
        Answer plain = reader.get("/ogc/collections/components/items?limit=1000&bbox=112.440,34.670,112.446,34.675");
        assertThat(plain.header("Content-Crs")).contains("CRS84");
        Answer turned = reader.get("/ogc/collections/components/items?limit=1000&bbox=34.670,112.440,34.675,112.446&bbox-crs="
                + crs("EPSG/0/4490") + "&crs=" + crs("EPSG/0/4490"));
        assertThat(ids(turned)).isEqualTo(ids(plain)).isNotEmpty();
        JsonNode at = turned.json().get("features").get(0).get("geometry").get("coordinates");
        assertThat(at.get(0).asDouble()).isBetween(34.66, 34.68);
        Answer plane = reader.get("/ogc/collections/components/items?limit=1&crs=" + crs("EPSG/0/4546"));
        assertThat(plane.json().get("features").get(0).get("geometry").get("coordinates").get(0).asDouble())
                .isBetween(3_800_000.0, 3_860_000.0);
        assertThat(ids(reader.get("/ogc/collections/components/items?limit=5&class=0118"))).allMatch(id -> id.substring(6, 10).equals("0118"));
    }

    @Test
    void oneFeatureATileAndWhatIsWrong() {
        TestClient reader = TOWN.as("collector-1");
        assertThat(reader.get("/ogc/collections/unit-grids/items/410303001001001").json().get("properties").get("community").asString())
                .isEqualTo("410303001001");
        assertThat(reader.get("/ogc/collections/unit-grids/items/1").code()).isEqualTo("feature-unknown");
        assertThat(reader.get("/ogc/collections/nothing/items").code()).isEqualTo("layer-unknown");
        assertThat(reader.get("/ogc/collections/roads/items?limit=0").code()).isEqualTo("limit-malformed");
        assertThat(reader.get("/ogc/collections/roads/items?bbox=1,2,3").code()).isEqualTo("bbox-malformed");
        assertThat(reader.get("/ogc/collections/roads/items?wrong=1").code()).isEqualTo("query-unknown");
        assertThat(reader.get("/ogc/collections/roads/items?crs=http://x").code()).isEqualTo("crs-unknown");
        assertThat(reader.get("/ogc/collections/roads/tiles/Other/1/1/1").code()).isEqualTo("tile-matrix-set-unknown");
        // The row stands before the column here, the other way round in our own tiles.
        byte[] ogc = reader.get("/ogc/collections/roads/tiles/WebMercatorQuad/13/3253/6654").response().body();
        byte[] own = reader.get("/api/basemap/tiles/roads/13/6654/3253.mvt").response().body();
        assertThat(ogc).isEqualTo(own).isNotEmpty();
        assertThat(TestClient.of(TOWN.server()).get("/ogc/collections").status()).isEqualTo(401);
    }

    private static java.util.List<String> ids(Answer answer) {
        return answer.json().get("features").valueStream().map(one -> one.get("id").asString()).toList();
    }

    private static String crs(String tail) {
        return URLEncoder.encode("http://www.opengis.net/def/crs/" + tail, StandardCharsets.UTF_8);
    }
}
