package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import jingwei.door.MovableClock;
import jingwei.door.TestServer;
import jingwei.exchange.lease.Lease;
import jingwei.identity.TestPeople;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Test;

/// 租赁计量: a day counts as normal by the minutes the platform could really be served; a minute counts once.
class LeaseTest {

    private static final PlatformId COUNTY = PlatformId.of("xinan");

    @Test
    void aDayIsNormalByItsMinutesAndAMinuteCountsOnce() {
        try (TestServer server = TestServer.open(Map.of("jingwei.demo", false, "jingwei.exchange.automatic", false), TestPeople.class)) {
            TestPeople.platform(server, COUNTY);
            MovableClock clock = server.room(MovableClock.class);
            Lease lease = server.room(Lease.class);
            // 2026-11-24 09:00 in Beijing, moved on to midnight of the 25th.
            clock.move(Duration.ofHours(15));
            Tenancy.run(COUNTY, () -> {
                minutes(lease, clock, 24 * 60);
                minutes(lease, clock, 10 * 60);
                clock.move(Duration.ofHours(14).plusDays(1));
                Lease.LeaseDays days = lease.reckon(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-12-31"));
                assertThat(days.days()).extracting(Lease.RunningDay::minutes).containsExactly(1440, 600, 0);
                assertThat(days.normal()).isEqualTo(1);
                assertThat(days.faulty()).as("a day of ten hours and a day of none").isEqualTo(2);
                assertThat(days.alarmMinutes()).isZero();
            });
        }
    }

    private static void minutes(Lease lease, MovableClock clock, int many) {
        for (int i = 0; i < many; i++) {
            lease.tick();
            clock.move(Duration.ofSeconds(20));
            lease.tick();
            clock.move(Duration.ofSeconds(40));
        }
    }
}
