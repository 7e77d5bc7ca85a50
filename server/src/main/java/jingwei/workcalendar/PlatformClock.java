package jingwei.workcalendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/// 平台时钟: the only source of now for the business.
///
/// It is the wall clock unless a platform on trial (模拟运行) or the demonstration moved it: forward only, and at a rate of 0
/// (standing) to 86,400 (a day a second). Security, retries and logs ask the injected `java.time.Clock` instead.
@Component
public final class PlatformClock {

    private static final double FASTEST = 86_400;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Clock wall;
    private final ClockSettings settings;

    public PlatformClock(Clock wall, ClockSettings settings) {
        this.wall = wall;
        this.settings = settings;
    }

    /// 停着的时钟: stands at that moment until it is moved by hand; for stories, without Spring, database or platform.
    public static PlatformClock standing(Instant at) {
        return new PlatformClock(Clock.fixed(at, WorkCalendar.ZONE), new HeldSetting(new ClockSetting(at, at, 0)));
    }

    /// Business time of the platform being served, in whole microseconds.
    public Instant now() {
        return settings.get().at(wall.instant());
    }

    /// Business time of another platform of this server.
    public Instant instant(PlatformId platform) {
        return Tenancy.within(platform, this::now);
    }

    /// The business day in Asia/Shanghai.
    public LocalDate today() {
        return LocalDate.ofInstant(now(), WorkCalendar.ZONE);
    }

    public double rate() {
        return settings.get().rate();
    }

    /// Whether the platform being served may move its clock.
    public boolean movable() {
        return settings.movable();
    }

    /// Sets the clock forward and answers how it goes from now on.
    ///
    /// @throws RefusedException `clock-fixed`, `clock-forward-only`, `clock-too-far`
    public ClockSetting moveTo(Instant moment) {
        return change((now, real) -> moved(now, real, moment));
    }

    /// Lets the clock run faster, or stand. @throws RefusedException `clock-fixed`, `bad-clock-rate`
    public ClockSetting setRate(double rate) {
        return change((now, real) -> paced(now, real, rate));
    }

    /// {@link #moveTo} and {@link #setRate} as one change: both or neither.
    public ClockSetting set(Instant moment, double rate) {
        return change((now, real) -> paced(moved(now, real, moment), real, rate));
    }

    /// Starts the clock of a new platform anywhere, also in the past, before anything has happened there; only once.
    ///
    /// @throws RefusedException `clock-fixed`, `clock-already-set`
    public ClockSetting startAt(Instant moment) {
        return change((now, real) -> {
            if (!now.equals(ClockSetting.WALL)) {
                throw refusal("clock-already-set", "平台时钟已经设定过", "the platform's clock was set before",
                        "请用前拨或改速率", "move it forward or change its rate");
            }
            return new ClockSetting(real, moment, 1);
        });
    }

    /// Business time under a setting that is not committed yet.
    public Instant now(ClockSetting setting) {
        return setting.at(wall.instant());
    }

    private static ClockSetting moved(ClockSetting now, Instant real, Instant moment) {
        Instant business = now.at(real);
        if (moment.isBefore(business)) {
            throw refusal("clock-forward-only", "平台时钟已到 " + shown(business) + "，不能拨回",
                    "the platform's clock shows " + shown(business) + " and is not set back",
                    "请给更晚的时刻", "give a later moment");
        }
        if (moment.isAfter(business.plus(FARTHEST))) {
            throw refusal("clock-too-far", "一次最多前拨 366 天，而时钟不能拨回",
                    "a clock that is never set back goes 366 days at a time at most",
                    "请核对年份，或分几次前拨", "check the year, or go in several steps");
        }
        return new ClockSetting(real, moment, now.rate());
    }

    private static ClockSetting paced(ClockSetting now, Instant real, double rate) {
        if (!(rate >= 0 && rate <= FASTEST)) {
            throw refusal("bad-clock-rate", "时钟速率 " + rate + " 不在 0 到 86400 之间",
                    "the rate " + rate + " is not between 0 and 86400", "请给 0 到 86400 之间的数；1 为实时",
                    "give a number from 0 to 86400; 1 is real time");
        }
        return new ClockSetting(real, now.at(real), rate);
    }

    /// The wall is read once for a change, and a setting is kept in whole microseconds, as the database keeps it.
    private ClockSetting change(BiFunction<ClockSetting, Instant, ClockSetting> change) {
        return settings.change(now -> {
            Instant real = wall.instant().truncatedTo(ChronoUnit.MICROS);
            ClockSetting next = change.apply(now, real);
            return new ClockSetting(real, next.businessOrigin().truncatedTo(ChronoUnit.MICROS), next.rate());
        });
    }

    private static String shown(Instant moment) {
        return moment.atZone(WorkCalendar.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static RefusedException refusal(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn))
                .under("DER").asException();
    }
}
