package jingwei.basemap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerSource;
import jingwei.basemap.Layers;
import jingwei.basemap.MapFeature;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.file.GeoJsonShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// OGC API Features: collections and items, in pages, by bounding box, in the coordinate systems asked for (BDR-06).
@RestController
@RequestMapping("/ogc")
class OgcFeaturesController {

    private static final String GEOJSON = "application/geo+json";
    private static final int USUAL = 100;
    private static final int MOST = 10_000;
    /// What the parameters of items may be; another one is answered with 400, as part 1 asks.
    private static final Set<String> ITEMS = Set.of("bbox", "bbox-crs", "crs", "limit", "after", "f", "datetime");

    private final Layers layers;
    private final JsonMapper json;

    OgcFeaturesController(Layers layers, JsonMapper json) {
        this.layers = layers;
        this.json = json;
    }

    @GetMapping({"", "/"})
    @Permit(Permission.LAND_READ)
    Map<String, Object> landing(HttpServletRequest request) {
        String base = base(request);
        return Map.of("title", "经纬 Jingwei", "description", "城市管理地理数据 land data of digitized city management", "links", List.of(
                link(base, "self", "application/json", "本页 this document"),
                link(base + "/api", "service-desc", "application/vnd.oai.openapi+json;version=3.0", "接口说明 API definition"),
                link(base + "/conformance", "conformance", "application/json", "符合的规范 conformance classes"),
                link(base + "/collections", "data", "application/json", "数据集 collections"),
                link(base + "/tileMatrixSets", "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", "application/json", "瓦片方案 tile matrix sets")));
    }

    @GetMapping("/conformance")
    @Permit(Permission.LAND_READ)
    Map<String, Object> conformance() {
        return Map.of("conformsTo", List.of("http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset", "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt"));
    }

    @GetMapping("/api")
    @Permit(Permission.LAND_READ)
    Map<String, Object> definition(HttpServletRequest request) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (String path : List.of("/", "/conformance", "/collections", "/collections/{collectionId}",
                "/collections/{collectionId}/items", "/collections/{collectionId}/items/{featureId}")) {
            paths.put(path, Map.of("get", Map.of("responses", Map.of("200", Map.of("description", "OK")))));
        }
        return Map.of("openapi", "3.0.3", "info", Map.of("title", "经纬 Jingwei OGC API", "version", "1.0.0"),
                "servers", List.of(Map.of("url", base(request))), "paths", paths);
    }

    @GetMapping("/collections")
    @Permit(Permission.LAND_READ)
    Map<String, Object> collections(HttpServletRequest request) {
        String base = base(request);
        return Map.of("links", List.of(link(base + "/collections", "self", "application/json", "数据集 collections")),
                "crs", Crs.all(), "collections", layers.all().stream().filter(layer -> layer.keeping() != Layer.Keeping.IMAGERY)
                        .map(layer -> collection(base, layer)).toList());
    }

    @GetMapping("/collections/{id}")
    @Permit(Permission.LAND_READ)
    Map<String, Object> collection(@PathVariable String id, HttpServletRequest request) {
        return collection(base(request), layers.get(id));
    }

    private Map<String, Object> collection(String base, Layer layer) {
        Map<String, Object> one = new LinkedHashMap<>();
        String here = base + "/collections/" + layer.id();
        one.put("id", layer.id());
        one.put("title", layer.nameZh() + " " + layer.nameEn());
        one.put("description", layer.metadata().origin());
        one.put("itemType", "feature");
        Envelope extent = layers.source(layer).extent();
        if (!extent.isNull()) {
            one.put("extent", Map.of("spatial", Map.of("bbox", List.of(new double[] {extent.getMinX(), extent.getMinY(),
                extent.getMaxX(), extent.getMaxY()}), "crs", Crs.CRS84.uri())));
        }
        one.put("crs", Crs.all());
        one.put("storageCrs", Crs.CRS84.uri());
        one.put("links", List.of(link(here, "self", "application/json", layer.nameZh()), link(here + "/items", "items", GEOJSON, "要素 items"),
                link(here + "/tiles", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector", "application/json", "矢量瓦片 vector tiles")));
        return one;
    }

    @GetMapping("/collections/{id}/items")
    @Permit(Permission.LAND_READ)
    void items(@PathVariable String id, @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(name = "bbox-crs", required = false) @Nullable String boxCrs,
            @RequestParam(required = false) @Nullable String crs, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "") String after, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Layer layer = layers.get(id);
        List<String> strange = request.getParameterMap().keySet().stream().filter(name -> !ITEMS.contains(name)
                && layer.fields().stream().noneMatch(field -> field.name().equals(name))).sorted().toList();
        if (!strange.isEmpty()) {
            throw malformed("query-unknown", "不认识的查询参数 " + strange, "unknown query parameters " + strange);
        }
        int most = limit == null ? USUAL : Math.min(limit, MOST);
        if (most < 1) {
            throw malformed("limit-malformed", "limit 应为正整数", "limit is a positive number");
        }
        Crs out = Crs.of(crs);
        Envelope box = bbox == null ? null : box(bbox, Crs.of(boxCrs));
        LayerSource source = layers.source(layer);
        Map<String, String> wanted = new LinkedHashMap<>();
        layer.fields().forEach(field -> {
            if (request.getParameter(field.name()) != null) {
                wanted.put(field.name(), request.getParameter(field.name()));
            }
        });
        List<MapFeature> page = page(source, box, after, most, wanted);
        String self = base(request) + "/collections/" + id + "/items";
        List<Map<String, Object>> links = new ArrayList<>();
        links.add(link(self + query(request, after), "self", GEOJSON, "本页 this page"));
        links.add(link(base(request) + "/collections/" + id, "collection", "application/json", layer.nameZh()));
        if (page.size() == most) {
            links.add(link(self + query(request, page.getLast().id()), "next", GEOJSON, "下一页 next page"));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "FeatureCollection");
        answer.put("features", page.stream().map(feature -> feature(feature, out)).toList());
        if (box == null && wanted.isEmpty()) {
            answer.put("numberMatched", source.count());
        }
        answer.put("numberReturned", page.size());
        answer.put("links", links);
        send(answer, out, response);
    }

    /// A page of what fits; the source is read on until the page is full or it ends.
    private static List<MapFeature> page(LayerSource source, @Nullable Envelope box, String after, int most, Map<String, String> wanted) {
        if (wanted.isEmpty()) {
            return source.page(box, after, most);
        }
        List<MapFeature> page = new ArrayList<>();
        String from = after;
        while (page.size() < most) {
            List<MapFeature> more = source.page(box, from, MOST);
            for (MapFeature feature : more) {
                if (page.size() < most && wanted.entrySet().stream().allMatch(one -> one.getValue().equals(
                        String.valueOf(feature.attributes().get(one.getKey()))))) {
                    page.add(feature);
                }
            }
            if (more.size() < MOST) {
                break;
            }
            from = more.getLast().id();
        }
        return page;
    }

    @GetMapping("/collections/{id}/items/{feature}")
    @Permit(Permission.LAND_READ)
    void item(@PathVariable String id, @PathVariable String feature, @RequestParam(required = false) @Nullable String crs,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Crs out = Crs.of(crs);
        MapFeature found = layers.source(layers.get(id)).find(feature).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND,
                "feature-unknown", Text.of("图层 " + id + " 中没有 " + feature, "there is no feature " + feature + " in " + id),
                Text.of("请核对标识", "check the id")).under("BDR-06").asException());
        String here = base(request) + "/collections/" + id;
        Map<String, Object> answer = new LinkedHashMap<>(feature(found, out));
        answer.put("links", List.of(link(here + "/items/" + feature, "self", GEOJSON, feature),
                link(here, "collection", "application/json", id)));
        send(answer, out, response);
    }

    private static Map<String, Object> feature(MapFeature it, Crs out) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", "Feature");
        one.put("id", it.id());
        one.put("geometry", GeoJsonShape.write(out.from(it.geometry())));
        one.put("properties", it.attributes());
        return one;
    }

    private void send(Map<String, Object> answer, Crs crs, HttpServletResponse response) throws IOException {
        response.setContentType(GEOJSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
        json.writeValue(response.getOutputStream(), answer);
    }

    private static Envelope box(String text, Crs crs) {
        String[] parts = text.split(",", -1);
        double[] n = new double[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                n[i] = Double.parseDouble(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            throw malformed("bbox-malformed", "bbox 应为四个或六个数", "bbox is four or six numbers");
        }
        if (n.length != 4 && n.length != 6) {
            throw malformed("bbox-malformed", "bbox 应为四个或六个数", "bbox is four or six numbers");
        }
        int half = n.length / 2;
        return crs.toDegrees(n[0], n[1], n[half], n[half + 1]);
    }

    static RefusedException malformed(String code, String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, code, Text.of(zh, en), Text.of("见 /ogc/api 和 OGC API Features", "see OGC API Features"))
                .under("BDR-06").asException();
    }

    private static String query(HttpServletRequest request, String after) {
        StringBuilder query = new StringBuilder();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("after")) {
                query.append(query.isEmpty() ? '?' : '&').append(encode(name)).append('=').append(encode(values[0]));
            }
        });
        return after.isEmpty() ? query.toString() : query.append(query.isEmpty() ? '?' : '&').append("after=").append(encode(after)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf("/ogc") + 4);
    }

    static Map<String, Object> link(String href, String rel, String type, String title) {
        return Map.of("href", href, "rel", rel, "type", type, "title", title);
    }
}
