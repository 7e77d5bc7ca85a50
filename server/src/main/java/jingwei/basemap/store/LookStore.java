package jingwei.basemap.store;

import java.sql.Timestamp;
import java.util.List;
import jingwei.basemap.LookVersion;
import jingwei.basemap.MapLook;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 图面的读写: every version of the look.
@Repository
public class LookStore {

    private final JdbcClient database;
    private final JsonMapper json;

    LookStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The newest version's number; 0 before the first.
    @Transactional(readOnly = true)
    public long newest() {
        return database.sql("SELECT coalesce(max(version), 0) FROM basemap.looks WHERE platform = :platform")
                .param("platform", Tenancy.current().value()).query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public MapLook load() {
        return versions(1).stream().map(LookVersion::look).findFirst().orElse(MapLook.PLAIN);
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<LookVersion> versions(int most) {
        return database.sql("SELECT * FROM basemap.looks WHERE platform = :platform ORDER BY version DESC LIMIT :most")
                .param("platform", Tenancy.current().value()).param("most", most).query((row, n) -> new LookVersion(row.getInt("version"),
                        json.readValue(row.getString("look"), MapLook.class), row.getString("note"),
                        row.getTimestamp("kept_at").toInstant(), row.getString("kept_by"))).list();
    }

    public void add(LookVersion one) {
        database.sql("""
                INSERT INTO basemap.looks (platform, version, look, note, kept_at, kept_by)
                VALUES (:platform, :version, :look::jsonb, :note, :now, :by)
                """).param("platform", Tenancy.current().value()).param("version", one.version())
                .param("look", json.writeValueAsString(one.look())).param("note", one.note())
                .param("now", Timestamp.from(one.keptAt())).param("by", one.keptBy()).update();
    }
}
