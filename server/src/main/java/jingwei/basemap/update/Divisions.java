package jingwei.basemap.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingwei.basemap.Layers;
import jingwei.basemap.MapFeature;
import jingwei.grid.division.Division;
import jingwei.grid.division.DivisionInput;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.survey.file.GeoJsonShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes the file of a proposed division from the layers that are published.
@Component
class Divisions {

    private static final double HECTARE = 10_000;
    private static final long STEPS = 1000;

    private final Layers layers;
    private final JsonMapper json;

    Divisions(Layers layers, JsonMapper json) {
        this.layers = layers;
        this.json = json;
    }

    /// The cells as GeoJSON. Borders come from the layer of borders, else from the cells there are.
    ///
    /// @throws RefusedException `division-without-borders`
    byte[] propose(UpdateWorker.Progress progress) {
        Map<RegionCode, Geometry> borders = new TreeMap<>();
        for (MapFeature border : features("community-borders")) {
            Object code = border.attributes().getOrDefault("code", border.id());
            borders.put(RegionCode.of(code.toString()), border.geometry());
        }
        if (borders.isEmpty()) {
            features("communities").forEach(one -> borders.put(RegionCode.of(one.id()), one.geometry()));
        }
        if (borders.isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "division-without-borders", Text.of("没有社区界线，不能划分",
                    "there are no borders of communities"), Text.of("请先导入并发布“社区界线”图层", "import and publish the layer community-borders first"))
                    .under("BDR-03").asException();
        }
        List<DivisionInput.GuideLine> lines = new ArrayList<>();
        for (MapFeature road : features("roads")) {
            add(road.geometry(), List.of("主干路", "次干路", "快速路").contains(String.valueOf(road.attributes().get("class"))), lines);
        }
        features("railways").forEach(one -> add(one.geometry(), true, lines));
        features("water").forEach(one -> add(one.geometry().getDimension() == 2 ? one.geometry().getBoundary() : one.geometry(), true, lines));
        Division.Divided divided = Division.divide(new DivisionInput(borders, lines, HECTARE),
                part -> progress.at((long) (part * STEPS), STEPS));
        List<Map<String, Object>> cells = new ArrayList<>();
        divided.cells().forEach((code, outline) -> {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("code", code.digits());
            if (divided.unmerged().contains(code)) {
                about.put("note", "四周均为不可跨越的界线，未合并");
            }
            cells.add(Map.of("type", "Feature", "properties", about, "geometry", GeoJsonShape.write(outline)));
        });
        return json.writeValueAsBytes(Map.of("type", "FeatureCollection", "features", cells));
    }

    private List<MapFeature> features(String id) {
        return layers.source(layers.get(id)).page(null, "", Integer.MAX_VALUE);
    }

    private static void add(Geometry shape, boolean main, List<DivisionInput.GuideLine> lines) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line && line.getNumPoints() > 1) {
                lines.add(new DivisionInput.GuideLine(line, main));
            }
        }
    }
}
