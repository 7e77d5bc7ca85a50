package jingwei.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jingwei.standards.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// 平台时钟 in its plain form: forward only, at a rate, exact to the microsecond (DER).
class PlatformClockTest {

    private static final Instant START = WorkCalendarTest.at("2026-03-02T09:00");

    private final HandClock wall = new HandClock(START);
    private final PlatformClock clock = new PlatformClock(wall, new HeldSetting(ClockSetting.WALL));

    /// A wall clock moved by the test.
    static final class HandClock extends Clock {

        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return WorkCalendar.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void unlessItIsMovedItIsTheWallClock() {
        assertThat(clock.now()).isEqualTo(START);
        wall.pass(Duration.ofNanos(90_000_000_001_500L));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofNanos(90_000_000_001_000L)));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void itMovesForwardAndRunsAtItsRate() {
        clock.moveTo(START.plus(Duration.ofDays(7)));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(7)));
        clock.setRate(3600);
        wall.pass(Duration.ofSeconds(24));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(8)));
        clock.setRate(0);
        wall.pass(Duration.ofDays(1));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(8)));
        clock.set(START.plus(Duration.ofDays(9)), 0.5);
        wall.pass(Duration.ofHours(1));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(9)).plus(Duration.ofMinutes(30)));
    }

    @Test
    void itIsNeverSetBackNorFarAheadNorAtAnImpossibleRate() {
        refused("clock-forward-only", () -> clock.moveTo(START.minusNanos(1000)));
        refused("clock-too-far", () -> clock.moveTo(START.plus(Duration.ofDays(367))));
        refused("bad-clock-rate", () -> clock.setRate(-1));
        refused("bad-clock-rate", () -> clock.setRate(86_401));
        refused("bad-clock-rate", () -> clock.setRate(Double.NaN));
        refused("bad-clock-rate", () -> clock.set(START.plusSeconds(60), -1));
        assertThat(clock.now()).isEqualTo(START);
        assertThat(clock.rate()).isEqualTo(1);
    }

    @Test
    void aNewPlatformsClockStartsAnywhereOnce() {
        clock.startAt(START.minus(Duration.ofDays(90)));
        assertThat(clock.now()).isEqualTo(START.minus(Duration.ofDays(90)));
        refused("clock-already-set", () -> clock.startAt(START));
    }

    @Test
    void inAStoryItStandsAndIsMovedByHand() {
        PlatformClock standing = PlatformClock.standing(START);
        assertThat(standing.now()).isEqualTo(START);
        standing.moveTo(START.plusSeconds(3600));
        assertThat(standing.now()).isEqualTo(START.plusSeconds(3600));
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo(code);
            assertThat(e.refusal().clause()).isEqualTo("DER");
        });
    }
}
