package jingwei.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingwei.catalog.AreaScope;
import jingwei.catalog.ClassScope;
import jingwei.catalog.Responsibility;
import jingwei.catalog.Sheet;
import jingwei.standards.Edition;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 规范版本的读写: headers, responsibility lines and signatures; the rows themselves are in {@link SheetRows}.
@Repository
public class SheetStore {

    private final JdbcClient database;

    SheetStore(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public long revision() {
        return sql("SELECT number FROM catalog.revisions WHERE platform = :platform").query(Long.class).optional()
                .orElse(0L);
    }

    /// Makes this transaction the only writer of the platform's catalog and moves the revision on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin() {
        sql("""
                INSERT INTO catalog.revisions (platform, number) VALUES (:platform, 1)
                ON CONFLICT (platform) DO UPDATE SET number = catalog.revisions.number + 1
                """).update();
    }

    /// All versions, the newest first.
    @Transactional(readOnly = true)
    public List<Sheet.Header> headers() {
        return sql("SELECT * FROM catalog.sheets WHERE platform = :platform ORDER BY version DESC")
                .query(SheetStore::header).list();
    }

    @Transactional(readOnly = true)
    public List<Responsibility> responsibilities(int version) {
        return sql("""
                SELECT * FROM catalog.responsibilities WHERE platform = :platform AND version = :version ORDER BY number
                """).param("version", version).query((row, number) -> new Responsibility(
                        new ClassScope(row.getString("classes")), new AreaScope(row.getString("area")),
                        row.getString("unit"), row.getInt("priority"))).list();
    }

    public int insert(Edition edition, String name, String provenance, Instant at) {
        return sql("""
                INSERT INTO catalog.sheets (platform, version, edition, name, provenance, made_at)
                SELECT :platform, coalesce(max(version), 0) + 1, :edition, :name, :provenance, :at
                FROM catalog.sheets WHERE platform = :platform
                RETURNING version
                """).param("edition", edition.id()).param("name", name).param("provenance", provenance)
                .param("at", Timestamp.from(at)).query(Integer.class).single();
    }

    public void replaceResponsibilities(int version, List<Responsibility> lines) {
        sql("DELETE FROM catalog.responsibilities WHERE platform = :platform AND version = :version")
                .param("version", version).update();
        int number = 0;
        for (Responsibility line : lines) {
            number++;
            sql("""
                    INSERT INTO catalog.responsibilities (platform, version, number, classes, area, unit, priority)
                    VALUES (:platform, :version, :number, :classes, :area, :unit, :priority)
                    """).param("version", version).param("number", number).param("classes", line.classes().text())
                    .param("area", line.area().text()).param("unit", line.unit()).param("priority", line.priority())
                    .update();
        }
    }

    public void sign(int version, String by, Instant at, String reason, List<String> holes) {
        sql("""
                INSERT INTO catalog.hole_signatures (platform, version, number, signed_by, signed_at, reason, holes)
                SELECT :platform, :version, coalesce(max(number), 0) + 1, :by, :at, :reason, :holes
                FROM catalog.hole_signatures WHERE platform = :platform AND version = :version
                """).param("version", version).param("by", by).param("at", Timestamp.from(at))
                .param("reason", reason).param("holes", holes.toArray(String[]::new)).update();
    }

    /// The holes of the last signature; nothing where nobody signed.
    public Optional<Set<String>> signedHoles(int version) {
        return sql("""
                SELECT holes FROM catalog.hole_signatures WHERE platform = :platform AND version = :version
                ORDER BY number DESC LIMIT 1
                """).param("version", version)
                .query((row, number) -> Set.of((String[]) row.getArray("holes").getArray())).optional();
    }

    public void publish(int version, Instant validFrom, Instant at, @Nullable String by) {
        sql("""
                UPDATE catalog.sheets
                SET standing = 'PUBLISHED', valid_from = :from, published_at = :at, published_by = :by
                WHERE platform = :platform AND version = :version
                """).param("version", version).param("from", Timestamp.from(validFrom))
                .param("at", Timestamp.from(at)).param("by", by).update();
    }

    private StatementSpec sql(String text) {
        return database.sql(text).param("platform", Tenancy.current().value());
    }

    private static Sheet.Header header(ResultSet row, int number) throws SQLException {
        Timestamp from = row.getTimestamp("valid_from");
        return new Sheet.Header(row.getInt("version"), Edition.of(row.getString("edition")), row.getString("name"),
                row.getString("provenance"), from == null ? null : from.toInstant());
    }
}
