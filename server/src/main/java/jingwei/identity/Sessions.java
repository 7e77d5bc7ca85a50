package jingwei.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 会话: opaque tokens, kept in the database as a digest, so they survive a restart and a stolen table opens nothing.
@Component
public class Sessions {

    /// The request attribute under which the session's token stands while a request is served.
    public static final String TOKEN_ATTRIBUTE = "jingwei.token";

    private static final Duration SEEN_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;
    private final SessionSettings settings;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcClient database, Clock clock, SessionSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /// Opens a session and answers its token, which is told once and kept nowhere.
    @Transactional
    String open(PlatformId platform, UUID account, UUID person, @Nullable String device, boolean mustChange) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                INSERT INTO identity.sessions (digest, platform, account, person, device, must_change, made_at, seen_at)
                VALUES (:digest, :platform, :account, :person, :device, :change, :now, :now)
                """)
                .param("digest", digest(token)).param("platform", platform.value()).param("account", account)
                .param("person", person).param("device", device).param("change", mustChange)
                .param("now", Timestamp.from(clock.instant())).update();
        return token;
    }

    /// The session of a token, while it is neither idle for too long nor too old. Marks it as seen.
    ///
    /// Asked before every request: one statement that stands for itself, without a transaction around it to begin and end.
    public Optional<Session> find(String token) {
        String digest = digest(token);
        Instant now = clock.instant();
        Optional<Session> found = database.sql("SELECT * FROM identity.sessions WHERE digest = :digest")
                .param("digest", digest).query(Sessions::read).optional();
        if (found.isEmpty()) {
            return found;
        }
        Session session = found.get();
        if (ended(session, now)) {
            database.sql("DELETE FROM identity.sessions WHERE digest = :digest").param("digest", digest).update();
            return Optional.empty();
        }
        if (now.isAfter(session.seenAt().plus(SEEN_AT_MOST_EVERY))) {
            database.sql("UPDATE identity.sessions SET seen_at = :now WHERE digest = :digest")
                    .param("now", Timestamp.from(now)).param("digest", digest).update();
        }
        return found;
    }

    /// Whether a session is living, without marking it as seen: an open stream must not keep an idle session alive.
    public boolean lives(String token) {
        Instant now = clock.instant();
        return database.sql("SELECT * FROM identity.sessions WHERE digest = :digest")
                .param("digest", digest(token)).query(Sessions::read).optional()
                .filter(session -> !ended(session, now)).isPresent();
    }

    /// The value a browser sends back in `X-CSRF`: made from the token, so a reloaded page can ask for it again and
    /// another site, which cannot read the cookie, cannot make it.
    public static String csrf(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    void end(String token) {
        database.sql("DELETE FROM identity.sessions WHERE digest = :digest").param("digest", digest(token)).update();
    }

    /// Ends all sessions of an account, but one where a token is given.
    @Transactional
    void endAll(PlatformId platform, UUID account, @Nullable String butToken) {
        database.sql("""
                DELETE FROM identity.sessions
                WHERE platform = :platform AND account = :account AND digest <> :but
                """).param("platform", platform.value()).param("account", account)
                .param("but", butToken == null ? "" : digest(butToken)).update();
    }

    @Transactional
    void endFromDevice(PlatformId platform, UUID account, String device) {
        database.sql("""
                DELETE FROM identity.sessions
                WHERE platform = :platform AND account = :account AND device = :device
                """).param("platform", platform.value()).param("account", account).param("device", device).update();
    }

    @Transactional
    void passwordChanged(PlatformId platform, UUID account) {
        database.sql("""
                UPDATE identity.sessions SET must_change = false WHERE platform = :platform AND account = :account
                """).param("platform", platform.value()).param("account", account).update();
    }

    /// Removes what has ended by time; found ones are removed when they are asked for, the others here.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    @Transactional
    void purge() {
        database.sql("DELETE FROM identity.sessions WHERE made_at < :longest")
                .param("longest", Timestamp.from(clock.instant().minus(settings.longest))).update();
    }

    private boolean ended(Session session, Instant now) {
        Duration idle = session.device() == null ? settings.idle : settings.idleDevice;
        return now.isAfter(session.madeAt().plus(settings.longest)) || now.isAfter(session.seenAt().plus(idle));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session read(ResultSet row, int number) throws SQLException {
        return new Session(PlatformId.of(row.getString("platform")), row.getObject("account", UUID.class),
                row.getObject("person", UUID.class), row.getString("device"), row.getBoolean("must_change"),
                row.getTimestamp("made_at").toInstant(), row.getTimestamp("seen_at").toInstant());
    }
}
