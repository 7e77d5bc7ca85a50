package jingwei.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jingwei.door.TestServer;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.standards.TimeLimit;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 发布的日历和拨动的时钟 on a real PostgreSQL: versions, walls between platforms, who may move the clock (APM-05, DER).
@Requirement("APM-05")
class PublishedCalendarTest {

    private static final PlatformId EMPTY = PlatformId.of("empty");

    private static TestServer server;
    private static Calendars calendars;
    private static PlatformClock clock;
    private static int count;

    @BeforeAll
    static void open() {
        server = TestServer.empty();
        calendars = server.room(Calendars.class);
        clock = server.room(PlatformClock.class);
        create(EMPTY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theStandardCalendarComesBackFromTheTablesAsItWasWritten() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        assertThat(calendars.createStandard(platform).version()).isEqualTo(1);
        Tenancy.run(platform, () -> {
            assertThat(calendars.current().draft()).isEqualTo(CalendarDraft.standard());
            assertThat(calendars.current().deadline(WorkCalendarTest.at("2026-02-14T17:00"), TimeLimit.of("2 工作时"))
                    .due()).isEqualTo(WorkCalendarTest.at("2026-02-24T09:00"));
            assertThat(calendars.versions()).extracting(CalendarVersion::publishedBy).containsExactly("系统");
        });
    }

    @Test
    void aChangeIsANewVersionSeenAtOnceAndTheOldOneStays() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        CalendarDraft second = CalendarDraft.standard().validFrom(LocalDate.of(2026, 3, 1))
                .withRule(WorkingDayRule.END_OF_DAY)
                .withExceptions(List.of(SpecialDay.closed(LocalDate.of(2026, 3, 3), "防汛停办"),
                        SpecialDay.open(LocalDate.of(2026, 2, 17), "值守", Slot.of("09:00-11:00"))));
        Tenancy.run(platform, () -> {
            assertThat(calendars.current().version()).isEqualTo(1);
            calendars.publish(second, "甲");
            assertThat(calendars.current().version()).isEqualTo(2);
            assertThat(calendars.current().draft()).isEqualTo(second);
            assertThat(calendars.version(1).isWorkday(LocalDate.of(2026, 3, 3))).isTrue();
            assertThat(calendars.version(2).isWorkday(LocalDate.of(2026, 3, 3))).isFalse();
            assertThat(calendars.version(1).draft()).isEqualTo(CalendarDraft.standard());
            refused("no-such-calendar", () -> calendars.version(3));
            refused("calendar-changed", () -> calendars.publish(second, 1, "乙"));
            refused("no-years", () -> calendars.publish(new CalendarDraft(second.validFrom(),
                    second.workingDayRule(), second.seasons(), new java.util.TreeSet<>(), List.of()), "乙"));
            assertThat(calendars.current().version()).isEqualTo(2);
        });
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        Tenancy.run(platform, () -> {
            transaction().executeWithoutResult(status -> {
                calendars.publish(CalendarDraft.standard().withRule(WorkingDayRule.EIGHT_HOURS), "甲");
                status.setRollbackOnly();
            });
            assertThat(calendars.current().version()).isEqualTo(1);
        });
    }

    @Test
    void thePublishedCannotBeChangedNotEvenAddedTo() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        Map<String, String> attempts = Map.of(
                "UPDATE workcalendar.calendars SET working_day_rule = 'END_OF_DAY'", "permission denied",
                "DELETE FROM workcalendar.days", "permission denied",
                "INSERT INTO workcalendar.seasons VALUES ('" + platform + "', 1, 9, '秋', '01-01', '12-31')",
                "is published",
                "INSERT INTO workcalendar.slots VALUES ('" + platform + "', 1, 1, 1200, 1260)", "is published",
                "INSERT INTO workcalendar.days (platform, version, day, kind, name, notice) VALUES ('"
                        + platform + "', 1, '2026-03-03', 'CLOSED', '停', '')", "is published",
                "INSERT INTO workcalendar.seasons VALUES ('" + platform + "', 2, 1, '秋', '01-01', '12-31')",
                "foreign key");
        Tenancy.run(platform, () -> attempts.forEach((sql, reason) -> assertThatThrownBy(() -> sql(sql))
                .as(sql).isInstanceOf(DataAccessException.class).hasStackTraceContaining(reason)));
    }

    @Test
    void onePlatformNeverSeesNorWritesTheCalendarOfAnother() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        Tenancy.run(EMPTY, () -> {
            refused("no-calendar", calendars::current);
            assertThat(calendars.versions()).isEmpty();
            assertThatThrownBy(() -> sql("INSERT INTO workcalendar.seasons VALUES ('" + platform
                    + "', 2, 1, '秋', '01-01', '12-31')")).hasStackTraceContaining("row-level security");
        });
        for (String table : List.of("calendars", "seasons", "slots", "days", "day_slots", "revisions")) {
            assertThat(transaction().<Long>execute(status -> server.room(JdbcClient.class)
                    .sql("SELECT count(*) FROM workcalendar." + table).query(Long.class).single()))
                    .as(table + " with no platform bound").isZero();
        }
    }

    @Test
    void onALivePlatformNoCalendarBeginsInThePast() {
        PlatformId platform = fresh();
        calendars.createStandard(platform);
        server.room(Platforms.class).goLive(platform, Instant.EPOCH);
        Tenancy.run(platform, () -> {
            refused("calendar-in-the-past", () -> calendars.publish(
                    CalendarDraft.standard().validFrom(clock.today().minusDays(1)), "甲"));
            assertThat(calendars.publish(CalendarDraft.standard().validFrom(clock.today()), "甲").version())
                    .isEqualTo(2);
        });
    }

    @Test
    void onTrialTheClockMovesAndLiveItShowsTheWall() {
        PlatformId platform = fresh();
        PlatformId other = fresh();
        Instant target = Tenancy.within(platform, clock::now).plus(Duration.ofDays(30));
        Tenancy.run(platform, () -> {
            assertThat(clock.movable()).isTrue();
            clock.set(target, 0);
            assertThat(clock.now()).isEqualTo(target);
            refused("clock-forward-only", () -> clock.moveTo(target.minusSeconds(1)));
            assertThat(clock.rate()).isZero();
        });
        assertThat(clock.instant(platform)).isEqualTo(target);
        assertThat(clock.instant(other)).isBefore(target.minus(Duration.ofDays(29)));
        PlatformId live = fresh();
        server.room(Platforms.class).goLive(live, Instant.EPOCH);
        Tenancy.run(live, () -> {
            assertThat(clock.movable()).isFalse();
            refused("clock-fixed", () -> clock.setRate(60));
            refused("clock-fixed", () -> clock.moveTo(target));
            assertThat(clock.rate()).isEqualTo(1);
        });
    }

    private static PlatformId fresh() {
        PlatformId platform = PlatformId.of("county-" + ++count);
        create(platform);
        return platform;
    }

    private static void create(PlatformId platform) {
        server.room(Platforms.class).create(new Platform(platform, Text.of("新安县", "Xin'an"), "410323",
                Platform.OperatingModel.TWO_LEVEL, Platform.Hosting.HOSTED, Platform.Standing.TRIAL, null));
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(server.room(PlatformTransactionManager.class));
    }

    private static void sql(String sql) {
        transaction().executeWithoutResult(status -> server.room(JdbcClient.class).sql(sql).update());
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
