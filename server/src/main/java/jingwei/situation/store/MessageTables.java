package jingwei.situation.store;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 大屏指令的存储 (CMD-10): messages sent from the wall, appended and never changed.
@Component
@Transactional
public class MessageTables {

    private final JdbcTemplate database;

    MessageTables(JdbcTemplate database) {
        this.database = database;
    }

    /// 指令.
    ///
    /// @param toKind     `post` or `unit`
    /// @param caseNumber the case it speaks of; null where it speaks of none
    @Schema(name = "WallMessage")
    public record Message(UUID id, String from, String toKind, String to, String text, @Nullable String caseNumber, Instant sentAt) {
    }

    public Message append(String from, String toKind, String to, String text, @Nullable String caseNumber, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.update("""
                INSERT INTO situation.messages (platform, id, from_post, to_kind, to_id, text, case_number, sent_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, platform(), id, from, toKind, to, text, caseNumber, Timestamp.from(at));
        return new Message(id, from, toKind, to, text, caseNumber, at);
    }

    @Transactional(readOnly = true)
    public List<Message> newest(int most) {
        return database.query("""
                SELECT id, from_post, to_kind, to_id, text, case_number, sent_at FROM situation.messages
                WHERE platform = ? ORDER BY sent_at DESC LIMIT ?
                """, (row, n) -> new Message(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6), row.getTimestamp(7).toInstant()), platform(), most);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
