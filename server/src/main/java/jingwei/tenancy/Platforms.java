package jingwei.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingwei.standards.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 平台名册: all platforms of this server; one that moved to another server is none of them any more. One of the few tables without row-level security: it is what the guard reads.
@Component
public class Platforms {

    private final JdbcClient database;

    Platforms(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<Platform> all() {
        return database.sql("SELECT * FROM tenancy.platforms WHERE moved_at IS NULL ORDER BY id").query(Platforms::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<Platform> find(PlatformId id) {
        return database.sql("SELECT * FROM tenancy.platforms WHERE id = :id AND moved_at IS NULL").param("id", id.value())
                .query(Platforms::read).optional();
    }

    /// 已迁往: where a platform that was here is now; empty for one that is here or never was.
    @Transactional(readOnly = true)
    public Optional<String> movedTo(PlatformId id) {
        return database.sql("SELECT moved_to FROM tenancy.platforms WHERE id = :id AND moved_at IS NOT NULL").param("id", id.value())
                .query(String.class).optional();
    }

    @Transactional
    public void create(Platform platform) {
        database.sql("""
                INSERT INTO tenancy.platforms (id, name_zh, name_en, region, model, hosting, standing, live_since)
                VALUES (:id, :zh, :en, :region, :model, :hosting, :standing, :since)
                """)
                .param("id", platform.id().value())
                .param("zh", platform.name().zh()).param("en", platform.name().en())
                .param("region", platform.region())
                .param("model", platform.model().name()).param("hosting", platform.hosting().name())
                .param("standing", platform.standing().name())
                .param("since", platform.liveSince() == null ? null : Timestamp.from(platform.liveSince()))
                .update();
    }

    /// 转入正式运行: one dated act that cannot be taken back. Answers false where the platform was live already.
    @Transactional
    public boolean goLive(PlatformId id, Instant at) {
        return database.sql("""
                UPDATE tenancy.platforms SET standing = 'LIVE', live_since = :at
                WHERE id = :id AND standing = 'TRIAL'
                """).param("id", id.value()).param("at", Timestamp.from(at)).update() == 1;
    }

    private static Platform read(ResultSet row, int number) throws SQLException {
        Timestamp since = row.getTimestamp("live_since");
        return new Platform(PlatformId.of(row.getString("id")),
                Text.of(row.getString("name_zh"), row.getString("name_en")), row.getString("region"),
                Platform.OperatingModel.valueOf(row.getString("model")),
                Platform.Hosting.valueOf(row.getString("hosting")),
                Platform.Standing.valueOf(row.getString("standing")), since == null ? null : since.toInstant());
    }
}
