package jingwei.exchange.seal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 本平台的密钥: made on first need, kept under row-level security; the newest pair signs.
@Component
public class KeyRing {

    private final JdbcClient database;
    private final Clock clock;

    KeyRing(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The pair that signs now, made where there is none.
    @Transactional
    public Seal.Pair current() {
        return find().orElseGet(this::first);
    }

    /// Two servers that need the first pair at once make one.
    private Seal.Pair first() {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                .param("name", "exchange key " + Tenancy.current()).query(String.class).optional();
        return find().orElseGet(() -> renew(Seal.ED25519));
    }

    /// A new pair from now on; partners learn it by joining anew.
    @Transactional
    public Seal.Pair renew(Seal seal) {
        Seal.Pair pair = seal.generate();
        database.sql("""
                INSERT INTO exchange.keys (platform, id, algorithm, public_key, private_key, made_at)
                VALUES (:platform, :id, :algorithm, :public, :private, :at)
                """).param("platform", Tenancy.current().value()).param("id", UuidCreator.getTimeOrderedEpoch())
                .param("algorithm", seal.word()).param("public", pair.publicKey()).param("private", pair.privateKey())
                .param("at", Timestamp.from(clock.instant())).update();
        return pair;
    }

    private Optional<Seal.Pair> find() {
        return database.sql("""
                SELECT algorithm, public_key, private_key FROM exchange.keys WHERE platform = :platform
                ORDER BY made_at DESC, id DESC LIMIT 1
                """).param("platform", Tenancy.current().value())
                .query((row, n) -> new Seal.Pair(Seal.of(row.getString(1)), row.getString(2), row.getString(3))).optional();
    }
}
