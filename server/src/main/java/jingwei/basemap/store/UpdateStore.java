package jingwei.basemap.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.basemap.update.LandUpdate;
import jingwei.basemap.update.LandUpdate.Counts;
import jingwei.basemap.update.UpdateFault;
import jingwei.basemap.update.UpdateState;
import jingwei.standards.Text;
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

/// 更新库: updates, their files in parts, and their reports. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class UpdateStore {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    UpdateStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public void add(LandUpdate it) {
        database.sql("""
                INSERT INTO basemap.updates (platform, id, layer, mode, file_name, encoding, system, x_column, y_column, note,
                  state, proposed_at, proposed_by, proposer)
                VALUES (:platform, :id, :layer, :mode, :file, :encoding, :system, :x, :y, :note, :state, :at, :by, :person)
                """).param("platform", Tenancy.current().value()).param("id", it.id()).param("layer", it.layer())
                .param("mode", it.mode().name()).param("file", it.fileName()).param("encoding", it.encoding())
                .param("system", it.system()).param("x", it.x()).param("y", it.y()).param("note", it.note())
                .param("state", it.state().name()).param("at", Timestamp.from(it.proposedAt())).param("by", it.proposedBy())
                .param("person", it.proposer()).update();
    }

    public Optional<LandUpdate> find(UUID id) {
        return database.sql("SELECT * FROM basemap.updates WHERE id = :id").param("id", id).query(UpdateStore::read).optional();
    }

    /// As {@link #find}, and nobody else changes it until this transaction is over.
    public Optional<LandUpdate> lock(UUID id) {
        return database.sql("SELECT * FROM basemap.updates WHERE id = :id FOR UPDATE").param("id", id).query(UpdateStore::read)
                .optional();
    }

    /// The newest first.
    public List<LandUpdate> latest(int limit) {
        return database.sql("SELECT * FROM basemap.updates ORDER BY proposed_at DESC LIMIT :limit").param("limit", limit)
                .query(UpdateStore::read).list();
    }

    /// What waits for a worker, the oldest first.
    public List<UUID> toDo() {
        return database.sql("SELECT id FROM basemap.updates WHERE state IN ('DIVIDING', 'CHECKING', 'PUBLISHING') ORDER BY proposed_at")
                .query(UUID.class).list();
    }

    /// Takes the work until the transaction is over; false where somebody has it.
    public boolean claim(UUID id) {
        return database.sql("SELECT pg_try_advisory_xact_lock(:key)").param("key", id.getLeastSignificantBits())
                .query(Boolean.class).single();
    }

    public void part(UUID id, int number, byte[] content) {
        database.sql("""
                INSERT INTO basemap.update_parts (platform, update_id, number, content) VALUES (:platform, :id, :number, :content)
                ON CONFLICT (platform, update_id, number) DO UPDATE SET content = excluded.content
                """).param("platform", Tenancy.current().value()).param("id", id).param("number", number)
                .param("content", content).update();
    }

    /// Numbers of the parts that are there.
    public List<Integer> parts(UUID id) {
        return database.sql("SELECT number FROM basemap.update_parts WHERE update_id = :id ORDER BY number").param("id", id)
                .query(Integer.class).list();
    }

    public void copy(UUID id, OutputStream out) {
        for (int number : parts(id)) {
            byte[] content = database.sql("SELECT content FROM basemap.update_parts WHERE update_id = :id AND number = :number")
                    .param("id", id).param("number", number).query(byte[].class).single();
            try {
                out.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void dropParts(UUID id) {
        database.sql("DELETE FROM basemap.update_parts WHERE update_id = :id").param("id", id).update();
    }

    public void move(UUID id, UpdateState to, @Nullable String message) {
        database.sql("UPDATE basemap.updates SET state = :state, message = :message, done = 0 WHERE id = :id")
                .param("state", to.name()).param("message", message).param("id", id).update();
    }

    /// Tells how far a worker has come; answers the state, so that it learns of a cancellation.
    public UpdateState progress(UUID id, long done, long total) {
        return UpdateState.valueOf(database.sql("""
                UPDATE basemap.updates SET done = :done, total = :total WHERE id = :id RETURNING state
                """).param("done", done).param("total", total).param("id", id).query(String.class).single());
    }

    public void checked(UUID id, Counts counts, List<UpdateFault> list, long faults, long warnings) {
        database.sql("""
                UPDATE basemap.updates SET added = :added, changed = :changed, removed = :removed, unchanged = :same,
                  faults = :faults, warnings = :warnings WHERE id = :id
                """).param("added", counts.added()).param("changed", counts.changed()).param("removed", counts.removed())
                .param("same", counts.unchanged()).param("faults", faults).param("warnings", warnings).param("id", id).update();
        database.sql("DELETE FROM basemap.update_faults WHERE update_id = :id").param("id", id).update();
        String platform = Tenancy.current().value();
        WKBWriter shapes = new WKBWriter();
        batches.batchUpdate("""
                INSERT INTO basemap.update_faults
                  (platform, update_id, number, severity, kind, record, subject, what_zh, what_en, place)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, list, 500, (row, fault) -> {
            row.setString(1, platform);
            row.setObject(2, id);
            row.setInt(3, fault.number());
            row.setString(4, fault.severity().name());
            row.setString(5, fault.kind());
            row.setLong(6, fault.record());
            row.setString(7, fault.subject());
            row.setString(8, fault.what().zh());
            row.setString(9, fault.what().en());
            row.setBytes(10, fault.place() == null ? null : shapes.write(fault.place()));
        });
    }

    public void reviewed(UUID id, UpdateState to, Instant at, String by, String remark) {
        database.sql("""
                UPDATE basemap.updates SET state = :state, reviewed_at = :at, reviewed_by = :by, remark = :remark WHERE id = :id
                """).param("state", to.name()).param("at", Timestamp.from(at)).param("by", by).param("remark", remark)
                .param("id", id).update();
    }

    public void published(UUID id, Counts counts, long version, Instant at) {
        database.sql("""
                UPDATE basemap.updates SET state = 'PUBLISHED', added = :added, changed = :changed, removed = :removed,
                  unchanged = :same, version = :version, published_at = :at WHERE id = :id
                """).param("added", counts.added()).param("changed", counts.changed()).param("removed", counts.removed())
                .param("same", counts.unchanged()).param("version", version).param("at", Timestamp.from(at)).param("id", id)
                .update();
    }

    public void publisher(UUID id, String by) {
        database.sql("UPDATE basemap.updates SET published_by = :by WHERE id = :id").param("by", by).param("id", id).update();
    }

    public List<UpdateFault> faults(UUID id, int after, int limit) {
        WKBReader shapes = new WKBReader();
        return database.sql("""
                SELECT * FROM basemap.update_faults WHERE update_id = :id AND number > :after ORDER BY number LIMIT :limit
                """).param("id", id).param("after", after).param("limit", limit)
                .query((row, number) -> new UpdateFault(row.getInt("number"),
                        UpdateFault.Severity.valueOf(row.getString("severity")), row.getString("kind"), row.getLong("record"),
                        row.getString("subject"), Text.of(row.getString("what_zh"), row.getString("what_en")),
                        place(shapes, row.getBytes("place")), row.getBoolean("settled"), row.getString("remark")))
                .list();
    }

    /// False where there is no such fault.
    public boolean settle(UUID id, int number, boolean settled, String remark) {
        return database.sql("""
                UPDATE basemap.update_faults SET settled = :settled, remark = :remark WHERE update_id = :id AND number = :number
                """).param("settled", settled).param("remark", remark).param("id", id).param("number", number).update() == 1;
    }

    private static @Nullable Geometry place(WKBReader shapes, byte @Nullable [] wkb) throws SQLException {
        try {
            return wkb == null ? null : shapes.read(wkb);
        } catch (ParseException e) {
            throw new SQLException("a place in basemap.update_faults is no WKB", e);
        }
    }

    private static LandUpdate read(ResultSet row, int number) throws SQLException {
        long version = row.getLong("version");
        @Nullable Long published = row.wasNull() ? null : version;
        return new LandUpdate(row.getObject("id", UUID.class), row.getString("layer"),
                LandUpdate.Mode.valueOf(row.getString("mode")), row.getString("file_name"), row.getString("encoding"),
                row.getString("system"), row.getString("x_column"), row.getString("y_column"), row.getString("note"),
                UpdateState.valueOf(row.getString("state")), row.getLong("done"), row.getLong("total"),
                new Counts(row.getLong("added"), row.getLong("changed"), row.getLong("removed"), row.getLong("unchanged")),
                row.getLong("faults"), row.getLong("warnings"), row.getString("message"), published,
                row.getTimestamp("proposed_at").toInstant(), row.getString("proposed_by"), row.getObject("proposer", UUID.class),
                instant(row, "reviewed_at"), row.getString("reviewed_by"), row.getString("remark"),
                instant(row, "published_at"), row.getString("published_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
