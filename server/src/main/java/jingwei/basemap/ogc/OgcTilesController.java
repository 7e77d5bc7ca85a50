package jingwei.basemap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import jingwei.basemap.Layer;
import jingwei.basemap.Layers;
import jingwei.basemap.Tiles;
import jingwei.basemap.tile.TileAddress;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// OGC API Tiles: the same vector tiles by the standard's address, the row before the column (BDR-06).
@RestController
@RequestMapping("/ogc")
class OgcTilesController {

    private static final String SET = "WebMercatorQuad";
    private static final String TYPE = "application/vnd.mapbox-vector-tile";
    private static final double EDGE = 20_037_508.342789244;

    private final Layers layers;
    private final Tiles tiles;

    OgcTilesController(Layers layers, Tiles tiles) {
        this.layers = layers;
        this.tiles = tiles;
    }

    @GetMapping("/tileMatrixSets")
    @Permit(Permission.LAND_READ)
    Map<String, Object> sets(HttpServletRequest request) {
        String here = OgcFeaturesController.base(request) + "/tileMatrixSets/" + SET;
        return Map.of("tileMatrixSets", List.of(Map.of("id", SET, "title", "Web 墨卡托 Web Mercator",
                "links", List.of(OgcFeaturesController.link(here, "self", "application/json", SET)))));
    }

    @GetMapping("/tileMatrixSets/{set}")
    @Permit(Permission.LAND_READ)
    Map<String, Object> set(@PathVariable String set) {
        refuseOther(set);
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= TileAddress.FINEST; zoom++) {
            double cell = 2 * EDGE / 256 / (1L << zoom);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", String.valueOf(zoom));
            one.put("scaleDenominator", cell / 0.00028);
            one.put("cellSize", cell);
            one.put("cornerOfOrigin", "topLeft");
            one.put("pointOfOrigin", new double[] {-EDGE, EDGE});
            one.put("tileWidth", 256);
            one.put("tileHeight", 256);
            one.put("matrixWidth", 1L << zoom);
            one.put("matrixHeight", 1L << zoom);
            matrices.add(one);
        }
        return Map.of("id", SET, "title", "Web Mercator", "crs", "http://www.opengis.net/def/crs/EPSG/0/3857",
                "orderedAxes", List.of("X", "Y"), "tileMatrices", matrices);
    }

    @GetMapping("/collections/{id}/tiles")
    @Permit(Permission.LAND_READ)
    Map<String, Object> tilesets(@PathVariable String id, HttpServletRequest request) {
        return Map.of("tilesets", List.of(tileset(layers.get(id), request)));
    }

    @GetMapping("/collections/{id}/tiles/{set}")
    @Permit(Permission.LAND_READ)
    Map<String, Object> tileset(@PathVariable String id, @PathVariable String set, HttpServletRequest request) {
        refuseOther(set);
        return tileset(layers.get(id), request);
    }

    private Map<String, Object> tileset(Layer layer, HttpServletRequest request) {
        String base = OgcFeaturesController.base(request);
        String here = base + "/collections/" + layer.id() + "/tiles/" + SET;
        Map<String, Object> template = new LinkedHashMap<>(OgcFeaturesController.link(here + "/{tileMatrix}/{tileRow}/{tileCol}", "item", TYPE,
                layer.nameZh()));
        template.put("templated", true);
        return Map.of("title", layer.nameZh(), "dataType", "vector", "crs", "http://www.opengis.net/def/crs/EPSG/0/3857",
                "tileMatrixSetId", SET, "links", List.of(OgcFeaturesController.link(here, "self", "application/json", layer.nameZh()),
                        OgcFeaturesController.link(base + "/tileMatrixSets/" + SET, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                                "application/json", SET), template));
    }

    @GetMapping("/collections/{id}/tiles/{set}/{zoom}/{row}/{column}")
    @Permit(Permission.LAND_READ)
    void tile(@PathVariable String id, @PathVariable String set, @PathVariable int zoom, @PathVariable int row,
            @PathVariable int column, HttpServletResponse response) throws IOException {
        refuseOther(set);
        byte[] packed = tiles.draw(id, new TileAddress(zoom, column, row)).packed();
        response.setContentType(TYPE);
        if (packed.length == 0) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            unpacked.transferTo(response.getOutputStream());
        }
    }

    private static void refuseOther(String set) {
        if (!set.equals(SET)) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "tile-matrix-set-unknown", Text.of("没有瓦片方案 " + set,
                    "there is no tile matrix set " + set), Text.of("可用 " + SET, "use " + SET)).under("BDR-06").asException();
        }
    }
}
