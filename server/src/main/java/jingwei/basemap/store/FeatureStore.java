package jingwei.basemap.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.basemap.FeatureChange;
import jingwei.basemap.LayerKeeper;
import jingwei.basemap.LayerVersion;
import jingwei.basemap.MapFeature;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 要素库: features by intervals of versions.
@Repository
public class FeatureStore {

    private static final int BATCH = 1000;
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    FeatureStore(JdbcClient database, JdbcTemplate batches, JsonMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /// Takes the next version of a layer; one publication at a time (row lock).
    @Transactional(propagation = Propagation.MANDATORY)
    public int begin(String layer) {
        return database.sql("""
                UPDATE basemap.layers SET version = version + 1, revision = revision + 1 WHERE id = :id RETURNING version
                """).param("id", layer).query(Integer.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String layer, LayerVersion done) {
        database.sql("""
                INSERT INTO basemap.layer_versions
                  (platform, layer, version, published_at, published_by, note, added, changed, removed)
                VALUES (:platform, :layer, :version, :at, :by, :note, :added, :changed, :removed)
                """).param("platform", Tenancy.current().value()).param("layer", layer).param("version", done.version())
                .param("at", Timestamp.from(done.publishedAt())).param("by", done.publishedBy()).param("note", done.note())
                .param("added", done.added()).param("changed", done.changed()).param("removed", done.removed()).update();
    }

    @Transactional(readOnly = true)
    public List<LayerVersion> versions(String layer) {
        return database.sql("SELECT * FROM basemap.layer_versions WHERE layer = :layer ORDER BY version DESC")
                .param("layer", layer)
                .query((row, number) -> new LayerVersion(row.getInt("version"), row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by"), row.getString("note"), row.getInt("added"), row.getInt("changed"),
                        row.getInt("removed")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<FeatureChange> changedSince(String layer, int version, String after, int limit) {
        WKBReader shapes = new WKBReader();
        return database.sql("""
                WITH touched AS (
                  SELECT id FROM basemap.features WHERE layer = :layer AND version_from > :version
                  UNION SELECT id FROM basemap.features WHERE layer = :layer AND version_to > :version)
                SELECT t.id, f.geometry, f.attributes FROM touched t
                LEFT JOIN basemap.features f ON f.layer = :layer AND f.id = t.id AND f.version_to IS NULL
                WHERE t.id > :after ORDER BY t.id LIMIT :limit
                """).param("layer", layer).param("version", version).param("after", after).param("limit", limit)
                .query((row, number) -> {
                    byte @Nullable [] shape = row.getBytes(2);
                    return new FeatureChange(row.getString(1), shape == null ? null : new MapFeature(row.getString(1),
                            geometry(shapes, shape), json.readValue(row.getString(3), ATTRIBUTES)));
                }).list();
    }

    /// Begins to write a version. What is in force is held by id and digest, so that only differences are written.
    ///
    /// @param dry only counts what would change
    @Transactional(propagation = Propagation.MANDATORY)
    public Writing writing(String layer, int version, boolean dry) {
        Map<String, String> known = new LinkedHashMap<>();
        database.sql("""
                SELECT id, md5(geometry) || md5(attributes::text) FROM basemap.features
                WHERE layer = :layer AND version_to IS NULL
                """).param("layer", layer).query(row -> {
            known.put(row.getString(1), row.getString(2));
        });
        return new Writing(layer, version, known, dry);
    }

    private static Geometry geometry(WKBReader reader, byte[] wkb) {
        try {
            return reader.read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("a geometry in basemap.features is no WKB", e);
        }
    }

    /// 写一个版本: writes what is new or different, ends what is replaced, and at the end what was not given.
    public final class Writing implements AutoCloseable {

        private final String layer;
        private final int version;
        private final Map<String, String> known;
        private final WKBWriter shapes = new WKBWriter();
        private final List<LayerKeeper.Given> waiting = new ArrayList<>();
        private final boolean dry;
        private int added;
        private int same;
        private int changed;
        private int removed;

        private Writing(String layer, int version, Map<String, String> known, boolean dry) {
            this.dry = dry;
            this.layer = layer;
            this.version = version;
            this.known = known;
        }

        public int added() {
            return added;
        }

        public int changed() {
            return changed;
        }

        public int same() {
            return same;
        }

        public int removed() {
            return removed;
        }

        public void add(LayerKeeper.Given given) {
            waiting.add(given);
            if (waiting.size() == BATCH) {
                flush();
            }
        }

        /// @param whole whether what was not given ends
        public void finish(boolean whole) {
            flush();
            if (whole) {
                removed = known.size();
            }
            if (whole && !dry) {
                end(List.copyOf(known.keySet()));
            }
        }

        @Override
        public void close() {
            waiting.clear();
        }

        private void flush() {
            // PostgreSQL says itself whether a feature is the same: it alone knows how it writes JSON. What is new needs no saying.
            List<LayerKeeper.Given> there = new ArrayList<>();
            List<LayerKeeper.Given> fresh = new ArrayList<>();
            waiting.forEach(given -> (known.containsKey(given.feature().id()) ? there : fresh).add(given));
            added += fresh.size();
            List<String> digests = there.isEmpty() ? List.of() : digests(there);
            List<String> ended = new ArrayList<>();
            for (int i = 0; i < there.size(); i++) {
                LayerKeeper.Given given = there.get(i);
                if (digests.get(i).equals(known.remove(given.feature().id()))) {
                    same++;
                } else {
                    changed++;
                    fresh.add(given);
                    ended.add(given.feature().id());
                }
            }
            waiting.clear();
            if (dry || fresh.isEmpty()) {
                return;
            }
            end(ended);
            database.sql("""
                    INSERT INTO basemap.features (platform, layer, id, version_from, geometry, attributes, given, given_system)
                    SELECT :platform, :layer, id, :version, geometry, attributes::jsonb, given, system
                    FROM unnest(CAST(:ids AS text[]), CAST(:geometries AS bytea[]), CAST(:attributes AS text[]), CAST(:given AS bytea[]),
                      CAST(:systems AS text[])) AS t (id, geometry, attributes, given, system)
                    """).param("platform", Tenancy.current().value()).param("layer", layer).param("version", version)
                    .param("ids", fresh.stream().map(one -> one.feature().id()).toArray(String[]::new))
                    .param("geometries", geometries(fresh)).param("attributes", attributes(fresh))
                    .param("given", fresh.stream().map(LayerKeeper.Given::given).toArray(byte[][]::new))
                    .param("systems", fresh.stream().map(LayerKeeper.Given::givenSystem).toArray(String[]::new)).update();
        }

        private byte[][] geometries(List<LayerKeeper.Given> some) {
            return some.stream().map(given -> shapes.write(given.feature().geometry())).toArray(byte[][]::new);
        }

        private String[] attributes(List<LayerKeeper.Given> some) {
            return some.stream().map(given -> json.writeValueAsString(given.feature().attributes())).toArray(String[]::new);
        }

        private List<String> digests(List<LayerKeeper.Given> some) {
            return database.sql("""
                    SELECT md5(g) || md5(a::jsonb::text)
                    FROM unnest(CAST(:geometries AS bytea[]), CAST(:attributes AS text[])) WITH ORDINALITY AS t (g, a, n)
                    ORDER BY n
                    """).param("geometries", geometries(some)).param("attributes", attributes(some)).query(String.class).list();
        }

        private void end(List<String> ids) {
            batches.batchUpdate("""
                    UPDATE basemap.features SET version_to = ? WHERE layer = ? AND id = ? AND version_to IS NULL
                    """, ids, BATCH, (row, id) -> {
                row.setInt(1, version);
                row.setString(2, layer);
                row.setString(3, id);
            });
        }
    }
}
