package jingwei.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json;
    private final Platforms platforms;
    private final TransactionTemplate transaction;

    Submissions(JdbcClient database, Clock clock, JsonMapper json, Platforms platforms,
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
    /// @return empty where the key is now ours; else what was answered under it
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Kept> claim(UUID account, String key, String request, String digest) {
        int mine = database.sql("""
                INSERT INTO journal.submissions (platform, account, key, request, digest, at)
                VALUES (:platform, :account, :key, :request, :digest, :at)
                ON CONFLICT (platform, account, key) DO NOTHING
                """)
                .param("platform", Tenancy.current().value()).param("account", account).param("key", key)
                .param("request", request).param("digest", digest)
                .param("at", Timestamp.from(clock.instant())).update();
        return mine == 1 ? Optional.empty() : Optional.of(database.sql("""
                SELECT digest, status, headers, body FROM journal.submissions
                WHERE platform = :platform AND account = :account AND key = :key
                """)
                .param("platform", Tenancy.current().value()).param("account", account).param("key", key)
                .query((row, number) -> new Kept(row.getString("digest"), row.getInt("status"),
                        json.readValue(row.getString("headers"), HEADERS), row.getBytes("body"))).single());
    }

    /// Keeps the answer in the open transaction: it is there exactly when the deed is.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID account, String key, int status, Map<String, String> headers, byte[] body) {
        database.sql("""
                UPDATE journal.submissions SET status = :status, headers = :headers::jsonb, body = :body
                WHERE platform = :platform AND account = :account AND key = :key
                """)
                .param("status", status).param("headers", json.writeValueAsString(headers)).param("body", body)
                .param("platform", Tenancy.current().value()).param("account", account).param("key", key).update();
    }

    /// Removes what is older than seven days, platform by platform.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void purge() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> transaction.executeWithoutResult(status -> database.sql("""
                    DELETE FROM journal.submissions WHERE platform = :platform AND at < :before
                    """).param("platform", platform.id().value())
                    .param("before", Timestamp.from(clock.instant().minus(KEPT))).update()));
        }
    }
}
