package jingwei.exchange.lease;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 租赁计量. Every minute in which the platform's rows can be written counts once, on however many servers; nothing counts while no
/// server runs. It is wall time: a lease is paid by the calendar of the world, not by a platform's movable clock.
@Component
public class Lease {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 24 * 60;
    /// A day with less than 99 % of its minutes is a fault day.
    private static final int NORMAL = DAY * 99 / 100;

    private final Platforms platforms;
    private final JdbcTemplate database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean automatic;

    Lease(Platforms platforms, JdbcTemplate database, Clock clock, PlatformTransactionManager transactions,
            @Value("${jingwei.exchange.automatic:true}") boolean automatic) {
        this.platforms = platforms;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.automatic = automatic;
    }

    /// 一天. @param normal at least 99 % of the minutes; of today, nothing is said yet
    public record RunningDay(LocalDate day, int minutes, int alarms, boolean normal) {
    }

    /// 租期合计. @param faulty days that were not normal, days without any minute among them
    public record LeaseDays(LocalDate from, LocalDate to, int normal, int faulty, int alarmMinutes, List<RunningDay> days) {
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT10S")
    void tickAll() {
        if (automatic) {
            for (Platform platform : platforms.all()) {
                Tenancy.run(platform.id(), this::tick);
            }
        }
    }

    /// Counts this minute for the platform being served, if nobody has.
    public void tick() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        transaction.executeWithoutResult(status -> database.update("""
                INSERT INTO exchange.running_days AS d (platform, day, minutes, alarms, last_minute)
                SELECT ?, ?, 1, a.alarm, ? FROM (SELECT CASE WHEN
                    EXISTS (SELECT FROM exchange.partners WHERE platform = ? AND state = 'JOINED' AND failures >= 3)
                    OR EXISTS (SELECT FROM exchange.outbox WHERE platform = ? AND state = 'PARKED') THEN 1 ELSE 0 END AS alarm) a
                ON CONFLICT (platform, day) DO UPDATE SET minutes = d.minutes + 1, alarms = d.alarms + EXCLUDED.alarms,
                  last_minute = EXCLUDED.last_minute WHERE d.last_minute < EXCLUDED.last_minute
                """, platform(), Date.valueOf(minute.atZone(ZONE).toLocalDate()), Timestamp.from(minute), platform(), platform()));
    }

    /// The days of a lease, both ends included; today and later days are left out, because they are not over.
    @Transactional(readOnly = true)
    public LeaseDays reckon(LocalDate from, LocalDate to) {
        LocalDate last = to.isBefore(LocalDate.ofInstant(clock.instant(), ZONE)) ? to : LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
        Map<LocalDate, RunningDay> known = new HashMap<>();
        database.query("SELECT day, minutes, alarms FROM exchange.running_days WHERE platform = ? AND day BETWEEN ? AND ?", row -> {
            LocalDate day = row.getDate(1).toLocalDate();
            known.put(day, new RunningDay(day, row.getInt(2), row.getInt(3), row.getInt(2) >= NORMAL));
        }, platform(), Date.valueOf(from), Date.valueOf(last));
        List<RunningDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(known.getOrDefault(day, new RunningDay(day, 0, 0, false)));
        }
        int normal = (int) days.stream().filter(RunningDay::normal).count();
        return new LeaseDays(from, to, normal, days.size() - normal, days.stream().mapToInt(RunningDay::alarms).sum(), days);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
