package jingwei.situation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.situation.CountyFigures;
import jingwei.situation.MovingThing;
import jingwei.situation.store.FigureTables.WallCase;
import org.jspecify.annotations.Nullable;

/// 大屏的答复: what the wall is told. Lights are told by the moments at which they turn, so the wall turns them itself.
final class WallAnswers {

    private WallAnswers() {
    }

    /// 图上案件.
    ///
    /// @param yellow when its light turns yellow; null where no clock runs
    /// @param due    when it turns red
    /// @param ended  true where it is to be taken off the map
    @Schema(name = "WallPoint")
    record Point(String number, double longitude, double latitude, String stage, String classCode, @Nullable String unit,
            String street, @Nullable Instant yellow, @Nullable Instant due, boolean held, boolean ended) {

        static Point of(WallCase c) {
            return new Point(c.number(), c.longitude(), c.latitude(), c.stage().toLowerCase(java.util.Locale.ROOT), c.classCode(),
                    c.unit(), c.street(), c.yellow(), c.due(), c.held(), c.ended() != null);
        }
    }

    /// A page of open cases. @param seq push number from which to listen on, @param next null at the end
    @Schema(name = "WallPoints")
    record Points(long seq, List<Point> cases, @Nullable UUID next) {
    }

    /// Cases a push brought; the number is what to come back with.
    @Schema(name = "WallPush")
    record Push(long seq, List<Point> cases) {
    }

    @Schema(name = "WallPlatform")
    record Here(String id, String name, String region, String standing, String model) {
    }

    @Schema(name = "WallLights")
    record Lights(long open, long yellow, long red, long held) {

        Lights plus(long more, long moreYellow, long moreRed, long moreHeld) {
            return new Lights(open + more, yellow + moreYellow, red + moreRed, held + moreHeld);
        }
    }

    @Schema(name = "WallState")
    record StateLine(String state, String name, Lights lights) {
    }

    @Schema(name = "WallStage")
    record StageLine(String stage, String name, Lights lights, List<StateLine> states) {
    }

    @Schema(name = "WallDay")
    record DayLine(LocalDate day, Map<String, Long> counts) {
    }

    /// 排名的一行: a unit or a street with what is open now and what it did in thirty days.
    @Schema(name = "WallRank")
    record RankLine(String code, String name, Lights lights, Map<String, Long> counts) {
    }

    @Schema(name = "WallShare")
    record ShareLine(String code, String name, long count) {
    }

    /// 热点: a unit grid with the most reports in thirty days.
    @Schema(name = "WallHotSpot")
    record HotSpot(String cell, String community, long count, double longitude, double latitude) {
    }

    /// 实时动态: an act that just happened.
    @Schema(name = "WallLive")
    record LiveLine(String number, String className, String place, String act, String actName, String postName, String stage,
            Instant at, double longitude, double latitude) {
    }

    @Schema(name = "WallMoving")
    record MovingCount(long collectors, long vehicles, long moving, long still, long astray, long silent) {
    }

    /// 大屏数字.
    ///
    /// @param now  business time at which the lights were counted
    /// @param rate how fast the business clock runs
    @Schema(name = "WallFigures")
    record Figures(long seq, Instant now, double rate, Here platform, Lights open, Map<String, Long> today,
            Map<String, Long> yesterday, List<StageLine> stages, List<DayLine> days, List<RankLine> units, List<RankLine> streets,
            List<ShareLine> classes, List<ShareLine> sources, List<HotSpot> hotSpots, List<LiveLine> live, MovingCount moving,
            List<CountyFigures> counties) {
    }

    @Schema(name = "WallBeat")
    record Beat(long seq, Instant now, double rate) {
    }

    /// 人员档案.
    @Schema(name = "WallPerson")
    record PersonRecord(String post, String postName, @Nullable String personName, String organization, List<String> dutyGrids,
            @Nullable MovingThing thing, Map<String, Long> today, Map<String, Long> thirtyDays, List<Point> tasks) {
    }

    /// 网格档案.
    @Schema(name = "WallGrid")
    record GridRecord(String code, String community, String street, String district, @Nullable String dutyGrid,
            String areaClass, double areaSquareMeters, List<OnDuty> onDuty, List<Point> open, Map<String, Long> thirtyDays,
            List<ShareLine> components) {
    }

    @Schema(name = "WallOnDuty")
    record OnDuty(String post, String name) {
    }
}
