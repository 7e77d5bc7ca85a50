package jingwei.workcalendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 平台时钟: the only source of now for the business of a platform; the wall's time unless somebody moved it.
///
/// It is moved forward and its rate set on a platform on trial, and in the demonstration; a live platform's clock is the
/// wall's.
@Component
public class PlatformClock {

    private final JdbcClient database;
    private final Platforms platforms;
    private final Clock wall;
    private final boolean demonstration;
    private final PerPlatform<ClockSetting> settings;

    PlatformClock(JdbcClient database, Platforms platforms, Clock wall,
            @Value("${jingwei.demo:false}") boolean demonstration) {
        this.database = database;
        this.platforms = platforms;
        this.wall = wall;
        this.demonstration = demonstration;
        this.settings = new PerPlatform<>(wall, this::revision, this::load);
    }

    /// Business now of the platform being served, in whole microseconds as the database keeps them.
    public Instant now() {
        return setting().at(wall.instant()).truncatedTo(ChronoUnit.MICROS);
    }

    public ClockSetting setting() {
        return settings.get();
    }

    /// Moves business time forward and sets its rate. @throws jingwei.standards.RefusedException `clock-fixed`,
    /// `clock-backwards`, `clock-rate`
    @Transactional
    public ClockSetting set(Instant to, double rate) {
        boolean trial = platforms.find(Tenancy.current()).map(p -> p.standing() == Platform.Standing.TRIAL).orElse(false);
        if (!trial && !demonstration) {
            throw refused("clock-fixed", "正式运行的平台不能拨动时钟", "the clock of a live platform is the wall's",
                    "只有模拟运行的平台可以拨钟", "only a platform on trial moves its clock");
        }
        if (to.isBefore(now().minusMillis(1))) {
            throw refused("clock-backwards", "时钟只能向前拨", "the clock moves forward only", "请给出更晚的时刻", "give a later moment");
        }
        if (!(rate >= 0 && rate <= 86_400)) {
            throw refused("clock-rate", "时钟速率须在 0 到 86400 之间", "the rate lies between 0 and 86400", "请改速率",
                    "give another rate");
        }
        ClockSetting next = new ClockSetting(wall.instant(), to, rate);
        database.sql("""
                INSERT INTO workcalendar.platform_clocks (platform, wall_origin, business_origin, rate)
                VALUES (:platform, :wall, :business, :rate)
                ON CONFLICT (platform) DO UPDATE SET wall_origin = :wall, business_origin = :business, rate = :rate,
                  revision = platform_clocks.revision + 1
                """).param("platform", Tenancy.current().value()).param("wall", Timestamp.from(next.wallOrigin()))
                .param("business", Timestamp.from(to)).param("rate", rate).update();
        settings.forget();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                settings.forget();
            }
        });
        return next;
    }

    private long revision() {
        return database.sql("SELECT coalesce(max(revision), 0) FROM workcalendar.platform_clocks WHERE platform = :p")
                .param("p", Tenancy.current().value()).query(Long.class).single();
    }

    private ClockSetting load() {
        return database.sql("""
                SELECT wall_origin, business_origin, rate FROM workcalendar.platform_clocks WHERE platform = :p
                """).param("p", Tenancy.current().value())
                .query((row, n) -> new ClockSetting(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant(),
                        row.getDouble(3)))
                .optional().orElse(ClockSetting.WALL);
    }

    private static RuntimeException refused(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("APM-05")
                .asException();
    }
}
