package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.identity.Devices;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 城管通手机: which phones are in use with which version, and the center's orders to lock or wipe one (DEV-19, ACQ-27, ACQ-28).
///
/// A phone asks for its orders without a session: a lost one has none any more. It names itself by an id of 122 random bits
/// that nobody else knows, and what it hears is only whether it is to lock or to wipe itself.
@Component
public class Phones {

    private final JdbcClient database;
    private final SettingsKeeper settings;
    private final Devices devices;
    private final Journal journal;
    private final Clock wall;

    Phones(JdbcClient database, SettingsKeeper settings, Devices devices, Journal journal, Clock wall) {
        this.database = database;
        this.settings = settings;
        this.devices = devices;
        this.journal = journal;
        this.wall = wall;
    }

    /// 手机.
    @Schema(name = "Phone")
    public record Phone(String device, UUID account, String post, String version, Instant seenAt, int clockSkew, int waiting,
            @Nullable Instant lockedAt, @Nullable Instant wipeAt, @Nullable Instant wipedAt) {
    }

    /// 中心的指令.
    ///
    /// @param lowestVersion the app must be at least this one
    @Schema(name = "PhoneOrders")
    public record Orders(boolean lock, boolean wipe, String lowestVersion) {
    }

    /// A phone in use tells how it is.
    @Transactional
    public Orders tell(String device, Performer who, String version, int waiting, @Nullable Instant sentAt) {
        Instant now = wall.instant();
        database.sql("""
                INSERT INTO collection.phones (platform, device, account, post, version, seen_at, clock_skew, waiting)
                VALUES (:platform, :device, :account, :post, :version, :now, :skew, :waiting)
                ON CONFLICT (platform, device) DO UPDATE SET account = excluded.account, post = excluded.post,
                  version = excluded.version, seen_at = excluded.seen_at, clock_skew = excluded.clock_skew,
                  waiting = excluded.waiting
                """).param("platform", platform()).param("device", device).param("account", SignedIn.current().account())
                .param("post", who.post().id()).param("version", version).param("now", Timestamp.from(now))
                .param("skew", PhoneTime.of(null, sentAt, now, now).skew()).param("waiting", waiting).update();
        return orders(device, false);
    }

    /// What a phone is to do. @param wiped it has done it
    @Transactional
    public Orders orders(String device, boolean wiped) {
        if (wiped) {
            database.sql("""
                    UPDATE collection.phones SET wiped_at = :now
                    WHERE platform = :platform AND device = :device AND wipe_at IS NOT NULL
                    """).param("platform", platform()).param("device", device)
                    .param("now", Timestamp.from(wall.instant())).update();
        }
        Optional<Phone> phone = find(device);
        return new Orders(phone.filter(each -> each.lockedAt() != null).isPresent(),
                phone.filter(each -> each.wipeAt() != null && each.wipedAt() == null).isPresent(),
                settings.current().lowestVersion());
    }

    /// 锁定、清除或解锁. Locking also ends its sessions where the device is bound to the account.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-phone`
    @Transactional
    public Phone order(String device, boolean lock, boolean wipe) {
        Phone phone = find(device).orElseThrow(() -> CollectionRefusals.noSuch("no-such-phone", "部手机", "phone"));
        Timestamp now = Timestamp.from(wall.instant());
        database.sql("""
                UPDATE collection.phones SET locked_at = :locked, wipe_at = :wipe, wiped_at = NULL
                WHERE platform = :platform AND device = :device
                """).param("platform", platform()).param("device", device).param("locked", lock || wipe ? now : null)
                .param("wipe", wipe ? now : null).update();
        if (devices.of(phone.account()).stream().anyMatch(bound -> bound.device().equals(device))) {
            devices.lose(phone.account(), device, lock || wipe);
        }
        journal.write(JournalEntry.Kind.DATA_CHANGE, device, wipe ? "phone-wipe" : lock ? "phone-lock" : "phone-free", Map.of());
        return find(device).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Phone> list() {
        return database.sql("SELECT * FROM collection.phones WHERE platform = :platform ORDER BY seen_at DESC LIMIT 2000")
                .param("platform", platform()).query(Phones::read).list();
    }

    private Optional<Phone> find(String device) {
        return database.sql("SELECT * FROM collection.phones WHERE platform = :platform AND device = :device")
                .param("platform", platform()).param("device", device).query(Phones::read).optional();
    }

    private static Phone read(ResultSet row, int n) throws SQLException {
        return new Phone(row.getString("device"), row.getObject("account", UUID.class), row.getString("post"),
                row.getString("version"), row.getTimestamp("seen_at").toInstant(), row.getInt("clock_skew"),
                row.getInt("waiting"), moment(row.getTimestamp("locked_at")), moment(row.getTimestamp("wipe_at")),
                moment(row.getTimestamp("wiped_at")));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
