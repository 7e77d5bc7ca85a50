package jingwei.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 绑定设备: which collecting devices an account may sign in from; a lost one is locked out by the center (ACQ-28).
@Component
public class Devices {

    private final JdbcClient database;
    private final Clock clock;
    private final Sessions sessions;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Devices(JdbcClient database, Clock clock, Sessions sessions, Accounts accounts,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.sessions = sessions;
        this.accounts = accounts;
        this.events = events;
    }

    /// Binds a device to an account; binding it again changes its name only.
    @Transactional
    public void bind(UUID account, String device, @Nullable String name) {
        Account known = accounts.require(account);
        if (device.isBlank() || device.length() > 100) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-device",
                    Text.of("设备标识应为 1 到 100 个字符", "a device id has 1 to 100 characters"),
                    Text.of("请使用设备上程序显示的标识", "use the id the program on the device shows")).asException();
        }
        database.sql("""
                INSERT INTO identity.bound_devices (platform, account, device, name, bound_at)
                VALUES (:platform, :account, :device, :name, :now)
                ON CONFLICT (platform, account, device) DO UPDATE SET name = excluded.name
                """).param("platform", Tenancy.current().value()).param("account", account)
                .param("device", device).param("name", name).param("now", Timestamp.from(clock.instant())).update();
        events.publishEvent(new AccountChanged(account, known.person(), "device-bound"));
    }

    /// 挂失: locks a device out and ends the sessions opened from it; or lets it in again.
    ///
    /// @throws RefusedException `no-such-device`
    @Transactional
    public void lose(UUID account, String device, boolean lost) {
        Account known = accounts.require(account);
        int changed = database.sql("""
                UPDATE identity.bound_devices SET lost_at = :at
                WHERE platform = :platform AND account = :account AND device = :device
                """).param("at", lost ? Timestamp.from(clock.instant()) : null)
                .param("platform", Tenancy.current().value()).param("account", account).param("device", device)
                .update();
        if (changed == 0) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-device",
                    Text.of("这个账号没有绑定此设备", "this device is not bound to this account"),
                    Text.of("请刷新设备列表", "load the list of devices again")).under("ACQ-28").asException();
        }
        if (lost) {
            sessions.endFromDevice(Tenancy.current(), account, device);
        }
        events.publishEvent(new AccountChanged(account, known.person(), lost ? "device-lost" : "device-found"));
    }

    @Transactional(readOnly = true)
    public List<BoundDevice> of(UUID account) {
        return database.sql("""
                SELECT * FROM identity.bound_devices WHERE platform = :platform AND account = :account ORDER BY bound_at
                """).param("platform", Tenancy.current().value()).param("account", account)
                .query(Devices::read).list();
    }

    @Transactional(readOnly = true)
    Optional<BoundDevice> find(UUID account, String device) {
        return of(account).stream().filter(bound -> bound.device().equals(device)).findFirst();
    }

    private static BoundDevice read(ResultSet row, int number) throws SQLException {
        Timestamp lost = row.getTimestamp("lost_at");
        return new BoundDevice(row.getObject("account", UUID.class), row.getString("device"), row.getString("name"),
                row.getTimestamp("bound_at").toInstant(), lost == null ? null : lost.toInstant());
    }
}
