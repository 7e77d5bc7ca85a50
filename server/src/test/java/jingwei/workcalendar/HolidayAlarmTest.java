package jingwei.workcalendar;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Test;

/// 放假安排告警: from the first of October on, until next year's holidays are there (APM-05, APM-10).
@Requirement({"APM-05", "APM-10"})
class HolidayAlarmTest {

    @Test
    void nextYearsHolidaysAreMissedFromOctoberOnAndNotBefore() {
        try (TestServer server = TestServer.open(Map.of(), TestPeople.class)) {
            TestPeople.platform(server, LUOYANG);
            TestPeople.account(server, LUOYANG, "keeper", Permission.PLATFORM_EDIT, Permission.CALENDAR_EDIT, Permission.CALENDAR_READ);
            TestPeople.account(server, LUOYANG, "reader", Permission.CALENDAR_READ);
            TestClient keeper = TestClient.of(server).signIn("luoyang", "keeper", PASSWORD);
            assertThat(codes(keeper)).contains("calendar-missing");
            PlatformClock clock = server.room(PlatformClock.class);
            server.room(Calendars.class).createStandard(LUOYANG);
            Tenancy.run(LUOYANG, () -> clock.startAt(Instant.parse("2026-09-30T01:00:00Z")));
            assertThat(codes(keeper)).doesNotContain("holidays-missing", "calendar-missing");
            Tenancy.run(LUOYANG, () -> clock.moveTo(Instant.parse("2026-09-30T16:00:00Z")));
            assertThat(codes(keeper)).contains("holidays-missing");
            assertThat(keeper.get("/api/calendar").json().get("missingYears").get(0).asInt()).isEqualTo(2027);
            assertThat(TestClient.of(server).signIn("luoyang", "reader", PASSWORD).get("/api/alarms").code()).isEqualTo("permission-missing");

            assertThat(keeper.post("/api/calendar", Map.of("basedOn", 1, "validFrom", LocalDate.of(2026, 10, 1).toString(), "years",
                    List.of(Map.of("year", 2027, "days", List.of(Map.of("date", "2027-01-01", "kind", "HOLIDAY", "name", "元旦")))))).status()).isEqualTo(200);
            assertThat(codes(keeper)).doesNotContain("holidays-missing");
            Tenancy.run(LUOYANG, () -> clock.moveTo(Instant.parse("2027-06-02T01:00:00Z")));
            Tenancy.run(LUOYANG, () -> clock.moveTo(Instant.parse("2027-10-02T01:00:00Z")));
            assertThat(codes(keeper)).contains("holidays-missing");
        }
    }

    private static List<String> codes(TestClient keeper) {
        return keeper.get("/api/alarms").json().findValuesAsString("code");
    }
}
