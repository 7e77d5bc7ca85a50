package jingwei.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.Map;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 人员与账号: the register of people and the accounts they sign in with, for the bound platform.
@Component
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final String SELECT = """
            SELECT a.*, p.name AS person_name FROM identity.accounts a
            JOIN identity.persons p ON p.platform = a.platform AND p.id = a.person
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityDigest identities;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient database, Clock clock, Passwords passwords, Sessions sessions, IdentityDigest identities,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.identities = identities;
        this.events = events;
    }

    /// Registers a natural person.
    ///
    /// @param identityNumber 身份证号; only its keyed digest is kept, so that one person is not registered twice (SEC-01)
    /// @throws RefusedException `person-exists`
    @Transactional
    public Person createPerson(String name, @Nullable String identityNumber, @Nullable String phone) {
        Person person = new Person(UuidCreator.getTimeOrderedEpoch(), name.strip(), phone);
        if (person.name().isEmpty()) {
            throw missing("name");
        }
        try {
            database.sql("""
                    INSERT INTO identity.persons (platform, id, name, identity_digest, phone, made_at)
                    VALUES (:platform, :id, :name, :digest, :phone, :now)
                    """)
                    .param("platform", Tenancy.current().value()).param("id", person.id())
                    .param("name", person.name()).param("phone", phone)
                    .param("digest", identityNumber == null ? null : identities.of(identityNumber))
                    .param("now", now()).update();
        } catch (DuplicateKeyException e) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "person-exists",
                    Text.of("这个身份证号的人员已经登记", "a person with this identity number is registered already"),
                    Text.of("请在已登记的人员名下增加账号或岗位", "add accounts and posts to the registered person"))
                    .under("SEC-01").asException();
        }
        events.publishEvent(new AccountChanged(person.id(), person.id(), "person-created"));
        return person;
    }

    @Transactional(readOnly = true)
    public Optional<Person> person(UUID id) {
        return database.sql("SELECT id, name, phone FROM identity.persons WHERE platform = :platform AND id = :id")
                .param("platform", Tenancy.current().value()).param("id", id)
                .query((row, number) -> new Person(row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("phone"))).optional();
    }

    /// Names of many persons at once, for lists.
    @Transactional(readOnly = true)
    public Map<UUID, Person> persons(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.sql("""
                SELECT id, name, phone FROM identity.persons WHERE platform = :platform AND id IN (:ids)
                """).param("platform", Tenancy.current().value()).param("ids", Set.copyOf(ids))
                .query((row, number) -> new Person(row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("phone"))).stream().collect(Collectors.toMap(Person::id, person -> person));
    }

    /// Opens an account for a person.
    ///
    /// @param mustChange  the person changes the password before anything else
    /// @param needsDevice signs in from a bound device only (ACQ-28)
    /// @throws RefusedException `bad-account-name`, `weak-password`, `no-such-person` or `account-exists`
    @Transactional
    public Account createAccount(UUID person, String name, String password, boolean mustChange, boolean needsDevice) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(plain).matches()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-account-name",
                    Text.of("“" + name + "”不能作账号名", "\"" + name + "\" cannot be an account's name"),
                    Text.of("2 到 40 个小写字母、数字、点、下划线或连字符",
                            "2 to 40 lower-case letters, digits, dots, underscores or hyphens")).asException();
        }
        passwords.check(password, plain);
        Person holder = person(person).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-person",
                Text.of("没有这个人员", "there is no such person"),
                Text.of("请先登记人员", "register the person first")).asException());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String hash = passwords.hash(password);
        try {
            database.sql("""
                    INSERT INTO identity.accounts
                      (platform, id, person, name, password, must_change, needs_device, made_at)
                    VALUES (:platform, :id, :person, :name, :password, :change, :device, :now)
                    """)
                    .param("platform", Tenancy.current().value()).param("id", id).param("person", person)
                    .param("name", plain).param("password", hash).param("change", mustChange)
                    .param("device", needsDevice).param("now", now()).update();
        } catch (DuplicateKeyException e) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "account-exists",
                    Text.of("账号“" + plain + "”已经存在", "the account \"" + plain + "\" exists already"),
                    Text.of("请换一个账号名", "choose another name")).asException();
        }
        remember(id, hash);
        events.publishEvent(new AccountChanged(id, person, "account-created"));
        return new Account(id, person, holder.name(), plain, null, mustChange, needsDevice, null);
    }

    /// Up to `limit` accounts by name, behind `after`.
    @Transactional(readOnly = true)
    public List<Account> list(String after, int limit) {
        return database.sql(SELECT + """
                WHERE a.platform = :platform AND a.name > :after ORDER BY a.name LIMIT :limit
                """)
                .param("platform", Tenancy.current().value()).param("after", after).param("limit", limit)
                .query(Accounts::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return database.sql(SELECT + "WHERE a.platform = :platform AND a.id = :id")
                .param("platform", Tenancy.current().value()).param("id", id).query(Accounts::read).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Account> named(String name) {
        return database.sql(SELECT + "WHERE a.platform = :platform AND a.name = :name")
                .param("platform", Tenancy.current().value()).param("name", name).query(Accounts::read).optional();
    }

    /// The person registered under that identity number (身份证号).
    @Transactional(readOnly = true)
    public Optional<Person> byIdentityNumber(String number) {
        return database.sql("SELECT id, name, phone FROM identity.persons WHERE platform = :platform AND identity_digest = :digest")
                .param("platform", Tenancy.current().value()).param("digest", identities.of(number))
                .query((row, n) -> new Person(row.getObject("id", UUID.class), row.getString("name"), row.getString("phone"))).optional();
    }

    /// Changes one's own password and ends one's other sessions.
    ///
    /// @throws RefusedException `wrong-password`, `weak-password` or `used-password`
    @Transactional
    public void changePassword(UUID account, String former, String password, String token) {
        Account known = require(account);
        requirePassword(account, former);
        set(known, password, false);
        sessions.endAll(Tenancy.current(), account, token);
        sessions.passwordChanged(Tenancy.current(), account);
        events.publishEvent(new AccountChanged(account, known.person(), "password-changed"));
    }

    /// Gives an account a new password that must be changed at the next sign-in; ends its sessions and its lock.
    @Transactional
    public void resetPassword(UUID account, String password) {
        Account known = require(account);
        set(known, password, true);
        sessions.endAll(Tenancy.current(), account, null);
        events.publishEvent(new AccountChanged(account, known.person(), "password-reset"));
    }

    /// Takes an account out of use, or into use again. Its sessions end at once.
    @Transactional
    public void disable(UUID account, boolean disabled) {
        Account known = require(account);
        database.sql("""
                UPDATE identity.accounts SET disabled_at = :at WHERE platform = :platform AND id = :id
                """).param("at", disabled ? now() : null)
                .param("platform", Tenancy.current().value()).param("id", account).update();
        if (disabled) {
            sessions.endAll(Tenancy.current(), account, null);
        }
        events.publishEvent(new AccountChanged(account, known.person(),
                disabled ? "account-disabled" : "account-enabled"));
    }

    /// Lifts a lock before its time.
    @Transactional
    public void unlock(UUID account) {
        Account known = require(account);
        database.sql("""
                UPDATE identity.accounts SET locked_until = NULL, failures = 0, lockouts = 0
                WHERE platform = :platform AND id = :id
                """).param("platform", Tenancy.current().value()).param("id", account).update();
        events.publishEvent(new AccountChanged(account, known.person(), "account-unlocked"));
    }

    /// @throws RefusedException `no-such-account`
    @Transactional(readOnly = true)
    public Account require(UUID account) {
        return find(account).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-account",
                Text.of("没有这个账号", "there is no such account"),
                Text.of("请刷新账号列表", "load the list of accounts again")).asException());
    }

    private void set(Account account, String password, boolean mustChange) {
        passwords.check(password, account.name());
        passwords.refuseUsed(password, database.sql("""
                SELECT password FROM identity.former_passwords WHERE platform = :platform AND account = :account
                ORDER BY number DESC LIMIT :remembered
                """).param("platform", Tenancy.current().value()).param("account", account.id())
                .param("remembered", Passwords.REMEMBERED).query(String.class).list());
        String hash = passwords.hash(password);
        database.sql("""
                UPDATE identity.accounts
                SET password = :hash, must_change = :change, locked_until = NULL, failures = 0, lockouts = 0
                WHERE platform = :platform AND id = :id
                """).param("hash", hash).param("change", mustChange)
                .param("platform", Tenancy.current().value()).param("id", account.id()).update();
        remember(account.id(), hash);
    }

    private void remember(UUID account, String hash) {
        database.sql("""
                INSERT INTO identity.former_passwords (platform, account, number, password, made_at)
                SELECT :platform, :account, coalesce(max(number), 0) + 1, :hash, :now
                FROM identity.former_passwords WHERE platform = :platform AND account = :account
                """).param("platform", Tenancy.current().value()).param("account", account).param("hash", hash)
                .param("now", now()).update();
        database.sql("""
                DELETE FROM identity.former_passwords f WHERE platform = :platform AND account = :account
                AND number <= (SELECT max(number) FROM identity.former_passwords
                               WHERE platform = :platform AND account = :account) - :remembered
                """).param("platform", Tenancy.current().value()).param("account", account)
                .param("remembered", Passwords.REMEMBERED).update();
    }

    /// @throws RefusedException `wrong-password`
    void requirePassword(UUID account, String given) {
        if (!passwords.matches(given, hashOf(account))) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "wrong-password",
                    Text.of("现在的口令不对", "the present password is wrong"),
                    Text.of("请重新输入现在的口令", "type the present password again")).under("SEC-06").asException();
        }
    }

    private String hashOf(UUID account) {
        return database.sql("SELECT password FROM identity.accounts WHERE platform = :platform AND id = :id")
                .param("platform", Tenancy.current().value()).param("id", account).query(String.class).single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static RuntimeException missing(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "field-missing",
                Text.of("缺少必填项", "a required field is missing"),
                Text.of("请补全后重试", "complete it and try again")).missing(List.of(field)).asException();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        Timestamp locked = row.getTimestamp("locked_until");
        Timestamp disabled = row.getTimestamp("disabled_at");
        return new Account(row.getObject("id", UUID.class), row.getObject("person", UUID.class),
                row.getString("person_name"), row.getString("name"), locked == null ? null : locked.toInstant(),
                row.getBoolean("must_change"), row.getBoolean("needs_device"),
                disabled == null ? null : disabled.toInstant());
    }
}
