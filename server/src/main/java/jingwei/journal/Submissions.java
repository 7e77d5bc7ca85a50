package jingwei.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.identity.SignedIn;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 提交登记: the register that lets a repeated write be answered instead of done again.
@Component
public class Submissions {

    /// Longer than a phone stays without a network over a holiday.
    private static final Duration KEPT = Duration.ofDays(7);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private static final String CLAIM = """
            SELECT pg_advisory_xact_lock(?);
            SELECT digest, status, headers, body FROM journal.submissions
            WHERE platform = ? AND account = ? AND key = ?
            """;
    private static final String KEEP = """
            WITH kept AS (
              INSERT INTO journal.submissions (platform, account, key, request, digest, status, headers, body, at)
              VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?))
            INSERT INTO journal.entries
              (platform, id, kind, at, account, person, post, subject, action, detail, address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final JdbcTemplate database;
    private final Clock clock;
    private final JsonMapper json;
    private final Platforms platforms;
    private final TransactionTemplate transaction;

    Submissions(JdbcTemplate database, Clock clock, JsonMapper json, Platforms platforms,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.json = json;
        this.platforms = platforms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The answer that was kept.
    ///
    /// @param digest SHA-256 of the request it answered
    public record Kept(String digest, int status, Map<String, String> headers, byte[] body) {
    }

    /// Takes the key for the open transaction, waiting for another transaction that holds it now.
    ///
    /// The lock is PostgreSQL's own and ends with the transaction. The second statement sees what the former holder
    /// committed, because it begins only when the first has the lock.
    ///
    /// @return empty where the key is now ours; else what was answered under it
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Kept> claim(UUID account, String key) {
        String platform = Tenancy.current().value();
        return database.execute((ConnectionCallback<Optional<Kept>>) connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setLong(1, UUID.nameUUIDFromBytes((platform + account + key).getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits());
                claim.setString(2, platform);
                claim.setObject(3, account);
                claim.setString(4, key);
                claim.execute();
                claim.getMoreResults();
                try (ResultSet row = claim.getResultSet()) {
                    return row.next() ? Optional.of(new Kept(row.getString("digest"), row.getInt("status"),
                            json.readValue(row.getString("headers"), HEADERS), row.getBytes("body"))) : Optional.empty();
                }
            }
        });
    }

    /// Keeps the answer, and the entry of the journal that says who did what, in the open transaction: both are there exactly
    /// when the deed is.
    ///
    /// @param method verb of the request
    /// @param path   path of the request
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(SignedIn who, String key, String method, String path, Kept answer) {
        String platform = Tenancy.current().value();
        Timestamp now = Timestamp.from(clock.instant());
        database.update(KEEP, platform, who.account(), key, method + " " + path, answer.digest(), answer.status(),
                json.writeValueAsString(answer.headers()), answer.body(), now,
                platform, UuidCreator.getTimeOrderedEpoch(), JournalEntry.Kind.OPERATION.name(), now, who.account(),
                who.person(), who.post(), path, method,
                json.writeValueAsString(Map.of("status", answer.status(), "key", key)), Journal.address());
    }

    /// Removes what is older than seven days, platform by platform.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void purge() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> transaction.executeWithoutResult(status -> database.update(
                    "DELETE FROM journal.submissions WHERE platform = ? AND at < ?",
                    platform.id().value(), Timestamp.from(clock.instant().minus(KEPT)))));
        }
    }
}
