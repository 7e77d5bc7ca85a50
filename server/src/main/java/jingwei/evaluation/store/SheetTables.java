package jingwei.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 指标表的存储: published versions, never changed.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SheetTables {

    private final JdbcClient database;

    SheetTables(JdbcClient database) {
        this.database = database;
    }

    /// @param validTo last day, null for good
    public record Kept(String name, int version, String body, LocalDate validFrom, @Nullable LocalDate validTo, String post,
            Instant publishedAt) {
    }

    public List<Kept> all() {
        return database.sql("SELECT * FROM evaluation.sheets WHERE platform = :platform ORDER BY published_at DESC, version DESC")
                .param("platform", platform()).query(SheetTables::read).list();
    }

    public Optional<Kept> find(String name, int version) {
        return database.sql("SELECT * FROM evaluation.sheets WHERE platform = :platform AND name = :name AND version = :version")
                .param("platform", platform()).param("name", name).param("version", version).query(SheetTables::read).optional();
    }

    /// The newest published version that is valid on that day.
    public Optional<Kept> inForce(LocalDate day) {
        return database.sql("""
                SELECT * FROM evaluation.sheets WHERE platform = :platform AND valid_from <= :day
                  AND (valid_to IS NULL OR valid_to >= :day) ORDER BY published_at DESC, version DESC LIMIT 1
                """).param("platform", platform()).param("day", day).query(SheetTables::read).optional();
    }

    public int publish(String name, String body, LocalDate from, @Nullable LocalDate to, String post, Instant at) {
        return database.sql("""
                INSERT INTO evaluation.sheets (platform, name, version, body, valid_from, valid_to, by_post, published_at)
                SELECT :platform, :name, coalesce(max(version), 0) + 1, :body, :from, :to::date, :post, :at
                FROM evaluation.sheets WHERE platform = :platform AND name = :name RETURNING version
                """).param("platform", platform()).param("name", name).param("body", body).param("from", from)
                .param("to", to).param("post", post).param("at", Timestamp.from(at)).query(Integer.class).single();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(row.getString("name"), row.getInt("version"), row.getString("body"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                row.getString("by_post"), row.getTimestamp("published_at").toInstant());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
