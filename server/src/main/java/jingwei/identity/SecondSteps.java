package jingwei.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 两步登录: the six digits of an authenticator (TOTP, RFC 6238: SHA-1, 30 seconds) after the password, for administrators.
///
/// The secret and the recovery codes are made where the person sits and sent here once, so no answer of this server ever holds
/// them. The secret is sealed with a key that is not in the database; a code is taken once.
@Component
public class SecondSteps {

    /// Who keeps settings, accounts or the journal; `jingwei.second-step=administrators` demands it of them.
    private static final Set<Permission> ADMINISTERING = EnumSet.of(Permission.ORGANIZATION_EDIT, Permission.ACCOUNT_EDIT,
            Permission.APPOINT, Permission.JOURNAL_READ, Permission.PLATFORM_EDIT);
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern RECOVERY = Pattern.compile("[a-z2-7]{16}");
    private static final int STEP_SECONDS = 30;
    /// A phone's clock may be one step off.
    private static final int DRIFT = 1;
    private static final int RECOVERY_CODES = 10;
    private static final int NONCE = 12;
    private static final int SECRET = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final JdbcClient database;
    private final Clock clock;
    private final IdentityDigest keys;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final boolean demanded;

    SecondSteps(JdbcClient database, Clock clock, IdentityDigest keys, Accounts accounts, ApplicationEventPublisher events,
            @Value("${jingwei.second-step:off}") String demanded) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.accounts = accounts;
        this.events = events;
        this.demanded = demanded.equals("administrators");
    }

    private record Kept(byte[] secret, long lastStep) {
    }

    @Transactional(readOnly = true)
    public boolean on(UUID account) {
        return find(account).isPresent();
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(UUID account) {
        return database.sql("SELECT count(*) FROM identity.recovery_codes WHERE platform = :platform AND account = :account")
                .param("platform", platform()).param("account", account).query(Integer.class).single();
    }

    public static boolean administers(Set<Permission> permissions) {
        return permissions.stream().anyMatch(ADMINISTERING::contains);
    }

    /// Whether the setting asks somebody with these permissions to turn it on before anything else.
    public boolean demandedOf(Set<Permission> permissions) {
        return demanded && administers(permissions);
    }

    /// 启用: also replaces the authenticator of one who has it on.
    ///
    /// @param secret   Base32, 20 bytes
    /// @param code     six digits of the new authenticator, to prove that it works
    /// @param recovery ten codes of sixteen Base32 characters in lower case
    /// @throws RefusedException `second-step-malformed`, `wrong-password`, `second-step-wrong`
    @Transactional
    public void turnOn(SignedIn who, String password, String secret, String code, List<String> recovery) {
        if (!administers(who.permissions())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "second-step-not-here",
                    Text.of("两步登录只用于管理员岗位", "two-step sign-in is for administrators' posts"),
                    Text.of("请换用管理员岗位", "use an administrator's post")).under("SEC-06").asException();
        }
        byte[] bytes = base32(secret);
        if (bytes.length != SECRET || recovery.stream().distinct().count() != RECOVERY_CODES
                || !recovery.stream().allMatch(each -> RECOVERY.matcher(each).matches())) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "second-step-malformed",
                    Text.of("密钥或恢复码的格式不对", "the secret or the recovery codes are malformed"),
                    Text.of("密钥为 32 个 Base32 字符；恢复码 10 个，各 16 个小写 Base32 字符，互不相同",
                            "a secret of 32 Base32 characters, and ten different recovery codes of 16 in lower case"))
                    .under("SEC-06").asException();
        }
        accounts.requirePassword(who.account(), password);
        long step = matching(bytes, code, Long.MIN_VALUE).orElseThrow(() -> wrong(Refusal.Kind.NOT_ALLOWED).asException());
        forget(who.account());
        database.sql("""
                INSERT INTO identity.second_steps (platform, account, secret, last_step, made_at)
                VALUES (:platform, :account, :secret, :step, :now)
                """).param("platform", platform()).param("account", who.account()).param("secret", seal(bytes, who.account()))
                .param("step", step).param("now", Timestamp.from(clock.instant())).update();
        recovery.forEach(each -> database.sql("""
                INSERT INTO identity.recovery_codes (platform, account, digest) VALUES (:platform, :account, :digest)
                """).param("platform", platform()).param("account", who.account()).param("digest", digest(each)).update());
        events.publishEvent(new AccountChanged(who.account(), who.person(), "second-step-on"));
    }

    /// 停用 one's own. @throws RefusedException `wrong-password`, or `second-step-demanded`
    @Transactional
    public void turnOff(SignedIn who, String password) {
        if (demandedOf(who.permissions())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "second-step-demanded",
                    Text.of("本系统要求管理员使用两步登录，不能停用", "this system demands it of administrators"),
                    Text.of("换手机时请重新启用，新的代替旧的", "with a new phone turn it on again; the new one takes the old one's place"))
                    .under("SEC-06").asException();
        }
        accounts.requirePassword(who.account(), password);
        forget(who.account());
        events.publishEvent(new AccountChanged(who.account(), who.person(), "second-step-off"));
    }

    /// 重置 somebody else's, who lost phone and recovery codes. @throws RefusedException `second-step-own`, `no-such-account`
    @Transactional
    public void reset(UUID account, SignedIn by) {
        Account known = accounts.require(account);
        if (known.person().equals(by.person())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "second-step-own",
                    Text.of("不能重置自己的两步登录", "nobody resets his own second step"),
                    Text.of("请由另一位管理员重置，或用口令停用", "ask another administrator, or turn it off with the password"))
                    .under("SEC-06").asException();
        }
        forget(account);
        events.publishEvent(new AccountChanged(account, known.person(), "second-step-reset"));
    }

    /// Takes a code of the authenticator, or a recovery code, once. The account's row must be locked by the open transaction.
    boolean take(UUID account, String given) {
        Kept kept = find(account).orElseThrow();
        String plain = given.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        Optional<Long> step = matching(kept.secret(), plain, kept.lastStep());
        if (step.isPresent()) {
            return database.sql("UPDATE identity.second_steps SET last_step = :step WHERE platform = :platform AND account = :account")
                    .param("step", step.get()).param("platform", platform()).param("account", account).update() == 1;
        }
        return RECOVERY.matcher(plain).matches() && database.sql("""
                DELETE FROM identity.recovery_codes WHERE platform = :platform AND account = :account AND digest = :digest
                """).param("platform", platform()).param("account", account).param("digest", digest(plain)).update() == 1;
    }

    /// @param kind at the sign-in nobody is signed in yet; who turns it on is
    static Refusal wrong(Refusal.Kind kind) {
        return Refusal.of(kind, "second-step-wrong",
                Text.of("动态口令不对，或已经用过", "the code is wrong, or was used already"),
                Text.of("请输入认证器上的新码，或一个没有用过的恢复码", "type a new code of the authenticator, or a recovery code that was not used"))
                .under("SEC-06");
    }

    static Refusal needed() {
        return Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "second-step-needed",
                Text.of("此账号须两步登录，请输入动态口令", "this account signs in with two steps; a code is needed"),
                Text.of("请输入认证器上的六位数字，或一个恢复码", "type the six digits of the authenticator, or a recovery code"))
                .under("SEC-06");
    }

    private Optional<Long> matching(byte[] secret, String code, long after) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        long now = Instant.now(clock).getEpochSecond() / STEP_SECONDS;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (step > after && MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8),
                    digits(secret, step).getBytes(StandardCharsets.UTF_8))) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// RFC 4226 with the number of the time step as its counter.
    static String digits(byte[] secret, long step) {
        byte[] hash = hmac("HmacSHA1", secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int at = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private Optional<Kept> find(UUID account) {
        return database.sql("SELECT secret, last_step FROM identity.second_steps WHERE platform = :platform AND account = :account")
                .param("platform", platform()).param("account", account)
                .query((row, n) -> new Kept(open(row.getBytes("secret"), account), row.getLong("last_step"))).optional();
    }

    private void forget(UUID account) {
        database.sql("DELETE FROM identity.second_steps WHERE platform = :platform AND account = :account")
                .param("platform", platform()).param("account", account).update();
    }

    private String digest(String recovery) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", keys.derived("recovery code"), recovery.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] seal(byte[] secret, UUID account) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret, account);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    private byte[] open(byte[] sealed, UUID account) {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length), account);
    }

    /// Bound to platform and account, so that a row copied to another account opens nothing.
    private byte[] cipher(int mode, byte[] nonce, byte[] bytes, UUID account) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(keys.derived("second step"), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD((platform() + " " + account).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("两步登录的密钥打不开：数据目录中的 identity.key 不是原来的 the secret does not open: identity.key is another one", e);
        }
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty for what is no Base32.
    private static byte[] base32(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        if (!plain.matches("[A-Z2-7]{32}")) {
            return new byte[0];
        }
        byte[] bytes = new byte[SECRET];
        long buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : plain.toCharArray()) {
            buffer = (buffer << 5 | ALPHABET.indexOf(letter)) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
