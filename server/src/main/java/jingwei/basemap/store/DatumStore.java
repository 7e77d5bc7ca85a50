package jingwei.basemap.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 坐标转换参数库: the parameters of the platform being served; the newest of each datum is in force, none is ever changed.
@Repository
public class DatumStore {

    private final JdbcClient database;
    private final JsonMapper json;

    DatumStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Map<Datum, DatumStep> current() {
        Map<Datum, DatumStep> steps = new EnumMap<>(Datum.class);
        database.sql("SELECT datum, step FROM basemap.datum_steps ORDER BY version").query(row -> {
            JsonNode step = json.readTree(row.getString(2));
            steps.put(Datum.valueOf(row.getString(1)), step.has("meridian") ? json.treeToValue(step, DatumStep.Plane.class)
                    : json.treeToValue(step, DatumStep.Seven.class));
        });
        return steps;
    }

    @Transactional
    public int put(Datum datum, DatumStep step, Object report, Instant at, String by) {
        return database.sql("""
                INSERT INTO basemap.datum_steps (platform, datum, version, step, report, settled_at, settled_by)
                SELECT :platform, :datum, 1 + coalesce(max(version), 0), CAST(:step AS jsonb), CAST(:report AS jsonb), :at, :by
                FROM basemap.datum_steps WHERE datum = :datum
                RETURNING version
                """).param("platform", Tenancy.current().value()).param("datum", datum.name())
                .param("step", json.writeValueAsString(step)).param("report", json.writeValueAsString(report))
                .param("at", Timestamp.from(at)).param("by", by).query(Integer.class).single();
    }
}
