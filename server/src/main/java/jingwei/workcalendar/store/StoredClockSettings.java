package jingwei.workcalendar.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.ClockSetting;
import jingwei.workcalendar.ClockSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 平台时钟的存放: one row a platform that moved its clock; the others show the wall's time.
///
/// A platform that is live, outside the demonstration, shows the wall's time whatever its row says: a clock moved on trial
/// never runs into real cases.
@Component
class StoredClockSettings implements ClockSettings {

    private final JdbcClient database;
    private final Platforms platforms;
    private final boolean demonstration;
    private final Revisions revisions;
    private final TransactionTemplate work;
    private final PerPlatform<ClockSetting> picture;

    StoredClockSettings(JdbcClient database, Platforms platforms, Clock wall, PlatformTransactionManager transactions,
            @Value("${jingwei.demo:false}") boolean demonstration) {
        this.database = database;
        this.platforms = platforms;
        this.demonstration = demonstration;
        this.revisions = new Revisions(database, "clock");
        this.work = new TransactionTemplate(transactions);
        this.picture = new PerPlatform<>(wall, () -> within(() -> 2 * revisions.current() + (movable() ? 1 : 0)),
                () -> within(() -> movable() ? row().orElse(ClockSetting.WALL) : ClockSetting.WALL));
    }

    @Override
    public ClockSetting get() {
        return picture.get();
    }

    @Override
    public ClockSetting change(UnaryOperator<ClockSetting> change) {
        return within(() -> {
            if (!movable()) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "clock-fixed",
                        Text.of("正式运行的平台，时钟不能拨动", "the clock of a live platform is not moved"),
                        Text.of("只有模拟运行的平台或演示系统可以拨钟、改速率",
                                "only a platform on trial or the demonstration moves its clock")).under("DER")
                        .asException();
            }
            revisions.advance(picture);
            ClockSetting next = change.apply(row().orElse(ClockSetting.WALL));
            database.sql("""
                    INSERT INTO workcalendar.platform_clocks (platform, real_origin, business_origin, rate)
                    VALUES (:platform, :real, :business, :rate)
                    ON CONFLICT (platform) DO UPDATE SET real_origin = EXCLUDED.real_origin,
                      business_origin = EXCLUDED.business_origin, rate = EXCLUDED.rate
                    """).param("platform", Tenancy.current().value())
                    .param("real", Timestamp.from(next.realOrigin()))
                    .param("business", Timestamp.from(next.businessOrigin())).param("rate", next.rate()).update();
            return next;
        });
    }

    @Override
    public boolean movable() {
        return demonstration || platforms.find(Tenancy.current())
                .filter(platform -> platform.standing() == Platform.Standing.TRIAL).isPresent();
    }

    private Optional<ClockSetting> row() {
        return database.sql("SELECT real_origin, business_origin, rate FROM workcalendar.platform_clocks")
                .query((row, number) -> new ClockSetting(row.getTimestamp("real_origin").toInstant(),
                        row.getTimestamp("business_origin").toInstant(), row.getDouble("rate"))).optional();
    }

    private <T> T within(java.util.function.Supplier<T> reading) {
        return java.util.Objects.requireNonNull(work.execute(status -> reading.get()));
    }
}
