package jingwei.basemap.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerField;
import jingwei.basemap.MapFeature;
import jingwei.tenancy.Tenancy;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 图层库: the catalogue and the published features of the platform being served.
@Repository
public class LayerStore {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {
    };
    private static final TypeReference<List<LayerField>> FIELDS = new TypeReference<>() {
    };
    private static final List<Layer> STANDARD = standard();

    private final JdbcClient database;
    private final JsonMapper json;

    LayerStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Grows with every change of the catalogue and with every published version.
    @Transactional(readOnly = true)
    public long revision() {
        return database.sql("SELECT coalesce(sum(revision), 0) FROM basemap.layers").query(Long.class).single();
    }

    /// The standard layers and the platform's own, the lowest of the drawing first.
    @Transactional(readOnly = true)
    public List<Layer> catalogue() {
        Map<String, Layer> all = new TreeMap<>();
        STANDARD.forEach(layer -> all.put(layer.id(), layer));
        database.sql("SELECT * FROM basemap.layers").query(this::read).list().forEach(layer -> all.put(layer.id(), layer));
        return all.values().stream().sorted(Comparator.comparingInt(Layer::drawOrder).thenComparing(Layer::id)).toList();
    }

    /// Writes an entry of the catalogue; its published version stays as it is.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Layer layer) {
        Layer.Metadata about = layer.metadata();
        database.sql("""
                INSERT INTO basemap.layers (platform, id, name_zh, name_en, keeping, shape, theme, least_zoom, draw_order,
                  color, fields, origin, surveyed_on, accuracy_m, scale, keeper, use_limits, coordinate_system)
                VALUES (:platform, :id, :zh, :en, :keeping, :shape, :theme, :zoom, :order, :color, CAST(:fields AS jsonb),
                  :origin, :surveyed, :accuracy, :scale, :keeper, :limits, :system)
                ON CONFLICT (platform, id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                  theme = excluded.theme, least_zoom = excluded.least_zoom, draw_order = excluded.draw_order,
                  color = excluded.color, fields = excluded.fields, origin = excluded.origin,
                  surveyed_on = excluded.surveyed_on, accuracy_m = excluded.accuracy_m, scale = excluded.scale,
                  keeper = excluded.keeper, use_limits = excluded.use_limits,
                  coordinate_system = excluded.coordinate_system, revision = basemap.layers.revision + 1
                """)
                .param("platform", Tenancy.current().value()).param("id", layer.id()).param("zh", layer.nameZh())
                .param("en", layer.nameEn()).param("keeping", layer.keeping().name()).param("shape", layer.shape().name())
                .param("theme", layer.theme()).param("zoom", layer.leastZoom()).param("order", layer.drawOrder())
                .param("color", layer.color()).param("fields", json.writeValueAsString(layer.fields()))
                .param("origin", about.origin()).param("surveyed", about.surveyedOn())
                .param("accuracy", about.accuracyMeters()).param("scale", about.scale()).param("keeper", about.keeper())
                .param("limits", about.useLimits()).param("system", about.coordinateSystem()).update();
    }

    /// Stores a standard layer that nothing was published of yet.
    @Transactional(propagation = Propagation.MANDATORY)
    public void ensure(Layer layer) {
        if (database.sql("SELECT count(*) FROM basemap.layers WHERE id = :id").param("id", layer.id()).query(Long.class)
                .single() == 0) {
            put(layer);
        }
    }

    /// The features of a layer as they were in a version.
    @Transactional(readOnly = true)
    public List<MapFeature> features(String layer, int version) {
        WKBReader shapes = new WKBReader();
        return database.sql("""
                SELECT id, geometry, attributes FROM basemap.features
                WHERE layer = :layer AND version_from <= :version AND (version_to IS NULL OR version_to > :version)
                """).param("layer", layer).param("version", version)
                .query((row, number) -> new MapFeature(row.getString("id"), geometry(shapes, row.getBytes("geometry")),
                        json.readValue(row.getString("attributes"), ATTRIBUTES)))
                .list();
    }

    private Layer read(ResultSet row, int number) throws SQLException {
        double accuracy = row.getDouble("accuracy_m");
        Layer.Metadata about = new Layer.Metadata(row.getString("origin"), row.getObject("surveyed_on", LocalDate.class),
                row.wasNull() ? null : accuracy, row.getString("scale"), row.getString("keeper"),
                row.getString("use_limits"), row.getString("coordinate_system"));
        return new Layer(row.getString("id"), row.getString("name_zh"), row.getString("name_en"),
                Layer.Keeping.valueOf(row.getString("keeping")), Layer.Shape.valueOf(row.getString("shape")),
                row.getString("theme"), row.getInt("least_zoom"), row.getInt("draw_order"), row.getString("color"),
                json.readValue(row.getString("fields"), FIELDS), about, row.getInt("version"));
    }

    private static Geometry geometry(WKBReader reader, byte[] wkb) throws SQLException {
        try {
            return reader.read(wkb);
        } catch (ParseException e) {
            throw new SQLException("a geometry in basemap.features is no WKB", e);
        }
    }

    private static List<Layer> standard() {
        try (Reader text = new InputStreamReader(Stream.of("/basemap/layers.csv").map(LayerStore.class::getResourceAsStream)
                .findFirst().orElseThrow(), StandardCharsets.UTF_8)) {
            List<Layer> layers = new ArrayList<>();
            for (CSVRecord row : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
                layers.add(new Layer(row.get("id"), row.get("name_zh"), row.get("name_en"),
                        Layer.Keeping.valueOf(row.get("keeping")), Layer.Shape.valueOf(row.get("shape")), row.get("theme"),
                        Integer.parseInt(row.get("least_zoom")), Integer.parseInt(row.get("draw_order")), row.get("color"),
                        Arrays.stream(row.get("fields").split("\\|")).map(name -> new LayerField(name, false)).toList(),
                        Layer.Metadata.UNKNOWN, 0));
            }
            return List.copyOf(layers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
