package jingwei.situation.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 展示方案的存储 (CMD-08): which screens there are and what each shows in turn.
@Component
@Transactional
public class SchemeTables {

    private static final TypeReference<List<Screen>> SCREENS = new TypeReference<>() {
    };

    private final JdbcTemplate database;
    private final JsonMapper json;
    private final Clock wall;

    SchemeTables(JdbcTemplate database, JsonMapper json, Clock wall) {
        this.database = database;
        this.json = json;
        this.wall = wall;
    }

    /// 展示方案.
    public record Scheme(String id, String name, List<Screen> screens) {
    }

    /// 一块屏 and the themes it shows in turn.
    public record Screen(String name, List<Turn> turns) {
    }

    /// 一个主题. @param seconds how long it stays; 0 where the screen does not turn
    @Schema(name = "SchemeTurn")
    public record Turn(String theme, int seconds) {
    }

    @Transactional(readOnly = true)
    public List<Scheme> all() {
        return database.query("SELECT id, name, screens FROM situation.schemes WHERE platform = ? ORDER BY id",
                (row, n) -> new Scheme(row.getString(1), row.getString(2), json.readValue(row.getString(3), SCREENS)), platform());
    }

    @Transactional(readOnly = true)
    public Optional<Scheme> find(String id) {
        return all().stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }

    public void put(Scheme scheme, String post) {
        database.update("""
                INSERT INTO situation.schemes (platform, id, name, screens, changed_by, changed_at)
                VALUES (?, ?, ?, ?::jsonb, ?, ?)
                ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name, screens = excluded.screens,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, platform(), scheme.id(), scheme.name(), json.writeValueAsString(scheme.screens()), post,
                Timestamp.from(wall.instant()));
    }

    public boolean remove(String id) {
        return database.update("DELETE FROM situation.schemes WHERE platform = ? AND id = ?", platform(), id) == 1;
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
