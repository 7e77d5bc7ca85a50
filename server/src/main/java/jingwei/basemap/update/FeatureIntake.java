package jingwei.basemap.update;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerField;
import jingwei.basemap.LayerKeeper;
import jingwei.basemap.MapFeature;
import jingwei.standards.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Features of a framework layer: id, shape of the layer's kind, valid, with the attributes the catalogue asks for.
final class FeatureIntake implements Intake {

    private static final List<String> ID = List.of("id", "ID", "标识码", "编号", "fid");

    private final Layer layer;
    private final FaultList faults;
    private final Consumer<LayerKeeper.Given> sink;
    private final java.util.function.Supplier<LandUpdate.Counts> counts;
    private final Envelope land;
    private final Set<String> ids = new HashSet<>();
    private final WKBWriter shapes = new WKBWriter();

    FeatureIntake(Layer layer, Envelope land, FaultList faults, Consumer<LayerKeeper.Given> sink,
            java.util.function.Supplier<LandUpdate.Counts> counts) {
        this.layer = layer;
        this.land = land;
        this.faults = faults;
        this.sink = sink;
        this.counts = counts;
    }


    @Override
    public void take(Arrival arrival) {
        String id = arrival.text(ID);
        if (id == null) {
            faults.fault("id-missing", arrival.number(), "", Text.of("没有标识（id、编号）", "no id"), arrival.degrees());
            return;
        }
        Geometry shape = arrival.degrees();
        if (!ids.add(id)) {
            faults.fault("duplicate-code", arrival.number(), id, Text.of("标识重复：" + id, "the id occurs twice: " + id), shape);
            return;
        }
        if (shape == null || shape.isEmpty()) {
            faults.fault("shape-missing", arrival.number(), id, Text.of("没有图形", "no shape"), null);
            return;
        }
        if (shape.getDimension() != layer.shape().ordinal()) {
            faults.fault("shape-of-other-kind", arrival.number(), id, Text.of("图形不是该图层的类型 " + layer.shape(),
                    "the shape is not of the layer's kind " + layer.shape()), shape);
            return;
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error != null) {
            faults.fault("bad-outline", arrival.number(), id, Text.of("图形无效：自交、重复或环不合理", "invalid shape: " + error.getMessage()),
                    shape.getFactory().createPoint(error.getCoordinate()));
            return;
        }
        Map<String, Object> about = new LinkedHashMap<>();
        for (LayerField field : layer.fields()) {
            String text = arrival.attributes().get(field.name());
            if (text == null && field.required()) {
                faults.fault("attribute-missing", arrival.number(), id, Text.of("缺少属性“" + field.name() + "”",
                        "the attribute \"" + field.name() + "\" is missing"), shape);
            }
        }
        arrival.attributes().forEach((name, text) -> {
            if (!ID.contains(name)) {
                about.put(name, text);
            }
        });
        sink.accept(new LayerKeeper.Given(new MapFeature(id, shape, about),
                arrival.system() == null || arrival.given() == null ? null : shapes.write(arrival.given()), arrival.system()));
    }

    @Override
    public LandUpdate.Counts finish() {
        return counts.get();
    }

    @Override
    public double fits(Coordinate degrees) {
        return land.isNull() || land.contains(degrees) ? 1 : 0;
    }
}
