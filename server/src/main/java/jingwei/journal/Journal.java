package jingwei.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.identity.SignedIn;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 日志: writes in the transaction of the deed, reads newest first.
@Component
public class Journal {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json;

    Journal(JdbcClient database, Clock clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// Writes an entry about what the person signed in did. A transaction must be open: the deed's own.
    ///
    /// @param detail values that JSON can hold; no password, no reporter's identity
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(JournalEntry.Kind kind, String subject, String action, Map<String, ?> detail) {
        Optional<SignedIn> who = SignedIn.find();
        write(kind, who.map(SignedIn::account).orElse(null), who.map(SignedIn::person).orElse(null), subject, action,
                detail, address());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(JournalEntry.Kind kind, @Nullable UUID account, @Nullable UUID person, String subject, String action,
            Map<String, ?> detail, @Nullable String address) {
        database.sql("""
                INSERT INTO journal.entries
                  (platform, id, kind, at, account, person, post, subject, action, detail, address)
                VALUES (:platform, :id, :kind, :at, :account, :person, :post, :subject, :action, :detail::jsonb, :address)
                """)
                .param("platform", Tenancy.current().value()).param("id", UuidCreator.getTimeOrderedEpoch())
                .param("kind", kind.name()).param("at", Timestamp.from(clock.instant()))
                .param("account", account).param("person", person)
                .param("post", SignedIn.find().map(SignedIn::post).orElse(null))
                .param("subject", subject).param("action", action)
                .param("detail", json.writeValueAsString(detail)).param("address", address).update();
    }

    /// Entries of the bound platform, newest first.
    @Transactional(readOnly = true)
    public List<JournalEntry> search(JournalSearch search) {
        return database.sql("""
                SELECT * FROM journal.entries
                WHERE platform = :platform
                  AND (:kind::text IS NULL OR kind = :kind) AND (:account::uuid IS NULL OR account = :account)
                  AND (:subject::text IS NULL OR subject = :subject)
                  AND (:from::timestamptz IS NULL OR at >= :from) AND (:to::timestamptz IS NULL OR at < :to)
                  AND (:before::uuid IS NULL OR id < :before)
                ORDER BY id DESC LIMIT :limit
                """)
                .param("platform", Tenancy.current().value())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("account", search.account()).param("subject", search.subject())
                .param("from", search.from() == null ? null : Timestamp.from(search.from()))
                .param("to", search.to() == null ? null : Timestamp.from(search.to()))
                .param("before", search.before()).param("limit", search.limit())
                .query(this::read).list();
    }

    private JournalEntry read(ResultSet row, int number) throws SQLException {
        return new JournalEntry(row.getObject("id", UUID.class), JournalEntry.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(), row.getObject("account", UUID.class),
                row.getObject("person", UUID.class), row.getString("post"), row.getString("subject"),
                row.getString("action"), json.readValue(row.getString("detail"), DETAIL), row.getString("address"));
    }

    static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr() : null;
    }
}
