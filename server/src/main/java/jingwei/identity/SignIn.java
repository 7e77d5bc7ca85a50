package jingwei.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 登录: from a name and a password to a session, and out again.
///
/// No transaction is open while a password is hashed. The account's row is locked when the outcome is written, and the
/// lock-out is looked at again then, so a hundred guesses sent at once count like a hundred sent in turn.
@Component
public class SignIn {

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(15);
    /// 15 minutes doubled six times is 16 hours; longer would punish the person, not the guesser.
    private static final int DOUBLINGS_AT_MOST = 6;

    private final JdbcClient database;
    private final Platforms platforms;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Devices devices;
    private final SecondSteps steps;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIn(JdbcClient database, Platforms platforms, Passwords passwords, Sessions sessions, Devices devices,
            SecondSteps steps, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.database = database;
        this.platforms = platforms;
        this.passwords = passwords;
        this.sessions = sessions;
        this.devices = devices;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Known(UUID id, UUID person, String password, int failures, int lockouts,
            @Nullable Instant lockedUntil, boolean mustChange, boolean needsDevice, boolean disabled) {
    }

    private sealed interface Outcome {

        record In(String token) implements Outcome {
        }

        record Out(Refusal refusal) implements Outcome {
        }
    }

    /// Signs in and answers the session's token.
    ///
    /// @param code    six digits of an authenticator or a recovery code, for an account that signs in with two steps
    /// @param device  id of the device; null for a browser
    /// @param address network address of the caller, for the journal
    /// @throws RefusedException `sign-in-failed`, `account-locked`, `account-disabled`, `device-not-bound`, `device-lost`,
    ///                          `second-step-needed`, `second-step-wrong`, `platform-moved`
    public String in(PlatformId platform, String name, String password, @Nullable String code, @Nullable String device,
            @Nullable String address) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        Optional<String> elsewhere = platforms.movedTo(platform);
        if (elsewhere.isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "platform-moved", Text.of("本平台已迁往 " + elsewhere.get(), "the platform has moved to " + elsewhere.get()),
                    Text.of("请改到新地址登录", "sign in at the new address")).asException();
        }
        if (platforms.find(platform).isEmpty()) {
            passwords.pretend(password);
            throw failed().asException();
        }
        return Tenancy.within(platform, () -> {
            Optional<Known> known = transaction.execute(status -> find(plain, false));
            boolean right = known.isPresent() && passwords.matches(password, known.get().password());
            if (known.isEmpty()) {
                passwords.pretend(password);
            }
            return switch (transaction.execute(status -> decide(plain, right, code, device, address))) {
                case Outcome.In(String token) -> token;
                case Outcome.Out(Refusal refusal) -> throw refusal.asException();
            };
        });
    }

    /// Ends a session.
    public void out(String token, SignedIn who, String name, @Nullable String address) {
        transaction.executeWithoutResult(status -> {
            sessions.end(token);
            events.publishEvent(new SignInTried(who.account(), who.person(), name, "signed-out", address));
        });
    }

    private Outcome decide(String name, boolean right, @Nullable String code, @Nullable String device,
            @Nullable String address) {
        Optional<Known> found = find(name, true);
        if (found.isEmpty()) {
            return refused(null, name, failed(), address);
        }
        Known known = found.get();
        Instant now = clock.instant();
        if (known.lockedUntil() != null && now.isBefore(known.lockedUntil())) {
            return refused(known, name, locked(known.lockedUntil()), address);
        }
        if (!right) {
            return refused(known, name, fail(known, now, failed()), address);
        }
        if (known.disabled()) {
            return refused(known, name, Refusal.of(Refusal.Kind.NOT_ALLOWED, "account-disabled",
                    Text.of("账号已停用", "the account is out of use"),
                    Text.of("请联系平台管理员", "ask the platform's administrator")).under("SEC-06"), address);
        }
        Optional<Refusal> unfit = device(known, device);
        if (unfit.isPresent()) {
            return refused(known, name, unfit.get(), address);
        }
        if (steps.on(known.id())) {
            if (code == null || code.isBlank()) {
                return refused(known, name, SecondSteps.needed(), address);
            }
            if (!steps.take(known.id(), code)) {
                return refused(known, name, fail(known, now, SecondSteps.wrong(Refusal.Kind.NOT_SIGNED_IN)), address);
            }
        }
        database.sql("""
                UPDATE identity.accounts SET failures = 0, lockouts = 0, locked_until = NULL
                WHERE platform = :platform AND id = :id
                  AND (failures > 0 OR lockouts > 0 OR locked_until IS NOT NULL)
                """).param("platform", Tenancy.current().value()).param("id", known.id()).update();
        events.publishEvent(new SignInTried(known.id(), known.person(), name, "signed-in", address));
        return new Outcome.In(sessions.open(Tenancy.current(), known.id(), known.person(), device,
                known.mustChange()));
    }

    /// Counts a failure; at the fifth the account is locked, each time for twice as long, and its sessions end.
    private Refusal fail(Known known, Instant now, Refusal said) {
        boolean lock = known.failures() + 1 >= FAILURES_ALLOWED;
        Instant until = lock
                ? now.plus(FIRST_LOCK.multipliedBy(1L << Math.min(known.lockouts(), DOUBLINGS_AT_MOST))) : null;
        database.sql("""
                UPDATE identity.accounts SET failures = :failures, lockouts = :lockouts, locked_until = :until
                WHERE platform = :platform AND id = :id
                """)
                .param("failures", lock ? 0 : known.failures() + 1)
                .param("lockouts", known.lockouts() + (lock ? 1 : 0))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("platform", Tenancy.current().value()).param("id", known.id()).update();
        if (until == null) {
            return said;
        }
        sessions.endAll(Tenancy.current(), known.id(), null);
        return locked(until);
    }

    /// An account that needs a device is bound to the first one it is used from; others are bound by the center.
    private Optional<Refusal> device(Known known, @Nullable String device) {
        if (device == null) {
            return known.needsDevice() ? Optional.of(notBound()) : Optional.empty();
        }
        Optional<BoundDevice> bound = devices.find(known.id(), device);
        if (bound.isPresent()) {
            return bound.get().lostAt() == null ? Optional.empty()
                    : Optional.of(Refusal.of(Refusal.Kind.NOT_ALLOWED, "device-lost",
                            Text.of("此设备已挂失", "this device was reported lost"),
                            Text.of("找回后请联系监督中心解除挂失", "once found, ask the center to let it in again"))
                            .under("ACQ-28"));
        }
        if (!known.needsDevice()) {
            return Optional.empty();
        }
        if (!devices.of(known.id()).isEmpty()) {
            return Optional.of(notBound());
        }
        devices.bind(known.id(), device, null);
        return Optional.empty();
    }

    private Outcome refused(@Nullable Known known, String name, Refusal refusal, @Nullable String address) {
        events.publishEvent(new SignInTried(known == null ? null : known.id(), known == null ? null : known.person(),
                name.length() > 64 ? name.substring(0, 64) : name, refusal.code(), address));
        return new Outcome.Out(refusal);
    }

    private Optional<Known> find(String name, boolean lock) {
        return database.sql("SELECT * FROM identity.accounts WHERE platform = :platform AND name = :name"
                        + (lock ? " FOR UPDATE" : ""))
                .param("platform", Tenancy.current().value()).param("name", name).query(SignIn::read).optional();
    }

    private static Refusal failed() {
        return Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "sign-in-failed",
                Text.of("平台、账号或口令不对", "platform, account or password is wrong"),
                Text.of("请检查后重试；连续五次不对将锁定账号", "check and try again; five failures lock the account"))
                .under("SEC-06");
    }

    private Refusal locked(Instant until) {
        long minutes = Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "account-locked",
                Text.of("多次登录失败，账号已锁定", "the account is locked after failed sign-ins"),
                Text.of("请 " + minutes + " 分钟后重试，或请管理员解锁",
                        "try again in " + minutes + " minutes, or ask an administrator to unlock it"))
                .under("SEC-06");
    }

    private static Refusal notBound() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "device-not-bound",
                Text.of("此账号只能从绑定的设备登录", "this account signs in from its bound device only"),
                Text.of("请用绑定的城管通登录，或请监督中心绑定此设备",
                        "use the bound device, or ask the center to bind this one")).under("ACQ-28");
    }

    private static Known read(ResultSet row, int number) throws SQLException {
        Timestamp locked = row.getTimestamp("locked_until");
        return new Known(row.getObject("id", UUID.class), row.getObject("person", UUID.class),
                row.getString("password"), row.getInt("failures"), row.getInt("lockouts"),
                locked == null ? null : locked.toInstant(), row.getBoolean("must_change"),
                row.getBoolean("needs_device"), row.getTimestamp("disabled_at") != null);
    }
}
