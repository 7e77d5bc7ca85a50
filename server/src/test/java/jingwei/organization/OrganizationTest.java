package jingwei.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 机构岗位快照, built by hand, without a database (APM-01, ACC-05).
@Requirement({"APM-01", "ACC-05"})
class OrganizationTest {

    private static final UUID WANG = new UUID(0, 1);
    private static final UUID LI = new UUID(0, 2);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final Shift NIGHT = new Shift("night", "夜班", LocalTime.of(22, 0), LocalTime.of(6, 0));
    private static final Shift EARLY = new Shift("early", "早班", LocalTime.of(7, 0), LocalTime.of(15, 0));

    private final Organization organization = Organization.of(
            List.of(unit("center", OrganizationKind.SUPERVISION_CENTER, Axis.SUPERVISION, null),
                    unit("water", OrganizationKind.UNIT, Axis.HANDLING, null),
                    unit("water-east", OrganizationKind.TEAM, Axis.HANDLING, "water")),
            List.of(Post.vacant("collector-1", PostKind.COLLECTOR, "center", "采集员一"),
                    Post.vacant("collector-2", PostKind.COLLECTOR, "center", "采集员二"),
                    Post.vacant("water-1", PostKind.HANDLER, "water", "自来水调度"),
                    Post.vacant("water-east-1", PostKind.HANDLER, "water-east", "东片抢修")),
            List.of(Holding.live("collector-1", WANG, Instant.EPOCH),
                    new Holding("water-1", LI, Instant.EPOCH, Instant.parse("2026-06-01T00:00:00Z")),
                    Holding.live("water-east-1", LI, Instant.EPOCH)),
            List.of(duty("collector-1", EARLY, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                    duty("collector-1", NIGHT, Set.of(DayOfWeek.FRIDAY)),
                    duty("collector-2", EARLY, EnumSet.allOf(DayOfWeek.class))));

    @Test
    void aPersonSitsWhereTheHoldingIsLive() {
        assertThat(organization.postsOf(LI)).extracting(Post::id).containsExactly("water-east-1");
        assertThat(organization.post("water-1").orElseThrow().holders()).isEmpty();
        assertThat(organization.post("nobody")).isEmpty();
    }

    @Test
    void aUnitHandlesWithItsTeams() {
        assertThat(organization.handlersOf("water")).extracting(Post::id).containsExactly("water-1", "water-east-1");
        assertThat(organization.ancestors("water-east")).extracting(Unit::id).containsExactly("water");
        assertThat(organization.children("water")).extracting(Unit::id).containsExactly("water-east");
        assertThat(organization.unitsOf(OrganizationKind.UNIT)).extracting(Unit::id).containsExactly("water");
    }

    /// 2026-11-27 is a Friday. Beijing time; the shift that begins on Friday night ends on Saturday morning.
    @ParameterizedTest
    @CsvSource({"2026-11-27T07:00, true", "2026-11-27T14:59, true", "2026-11-27T15:00, false",
            "2026-11-27T22:00, true", "2026-11-28T05:59, true", "2026-11-28T06:00, false", "2026-11-28T07:00, false",
            "2026-11-27T05:00, false", "2025-11-28T08:00, false"})
    void theCollectorOnDutyIsFoundByTheShift(String local, boolean onDuty) {
        Instant at = Instant.parse(local + ":00+08:00");
        assertThat(organization.collectorsOnDuty("X01", at)).extracting(Post::id)
                .isEqualTo(onDuty ? List.of("collector-1") : List.of());
        assertThat(organization.collectorsOnDuty("X02", at)).isEmpty();
    }

    private static Unit unit(String id, OrganizationKind kind, Axis axis, String parent) {
        return new Unit(id, id, kind, axis, parent, true, FROM, null);
    }

    private static CollectorDuty duty(String post, Shift shift, Set<DayOfWeek> weekdays) {
        return new CollectorDuty(UUID.randomUUID(), post, "X01", shift, weekdays, FROM, null);
    }
}
