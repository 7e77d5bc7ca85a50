package jingwei.workcalendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.ClockSetting;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 平台时钟的接口 (DER): read by every page, moved on trial and in the demonstration only.
@RestController
@Tag(name = "maintenance")
class ClockController {

    static final String EXAMPLE = """
            {"moveTo": "2026-12-01T08:00:00+08:00", "rate": 60}""";

    private final PlatformClock clock;

    ClockController(PlatformClock clock) {
        this.clock = clock;
    }

    /// @param now     business time
    /// @param rate    business seconds in a second of the wall
    /// @param movable whether PUT would be granted
    @Schema(name = "PlatformClockView")
    record ClockView(Instant now, LocalDate today, double rate, boolean movable) {
    }

    /// @param moveTo the moment to set the clock forward to; left out to leave it
    /// @param rate   0 to 86400; left out to leave it
    record ClockChange(@Nullable Instant moveTo, @Nullable Double rate) {
    }

    @GetMapping("/api/clock")
    @Permit(Permission.CALENDAR_READ)
    @Operation(summary = "查看平台时钟 the platform's business time and its rate")
    ClockView read() {
        return view(clock.now(), clock.rate());
    }

    @PutMapping("/api/clock")
    @Permit(Permission.CALENDAR_EDIT)
    @Operation(summary = "前拨平台时钟或改速率 set the clock forward or change its rate, on trial and in the demonstration",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(examples = @ExampleObject(name = "拨到十二月，一秒走一分钟", value = EXAMPLE))))
    ClockView change(@RequestBody ClockChange change) {
        ClockSetting setting = changed(change);
        return view(clock.now(setting), setting.rate());
    }

    private ClockSetting changed(ClockChange change) {
        if (change.moveTo() != null && change.rate() != null) {
            return clock.set(change.moveTo(), change.rate());
        }
        if (change.moveTo() != null) {
            return clock.moveTo(change.moveTo());
        }
        if (change.rate() != null) {
            return clock.setRate(change.rate());
        }
        throw Refusal.of(Refusal.Kind.MALFORMED, "nothing-to-change",
                Text.of("没有给出要改的内容", "nothing to change was given"),
                Text.of("请填 moveTo、rate 或两者", "give moveTo, rate or both")).under("DER")
                .missing(java.util.List.of("moveTo", "rate")).asException();
    }

    private ClockView view(Instant now, double rate) {
        return new ClockView(now, LocalDate.ofInstant(now, WorkCalendar.ZONE), rate, clock.movable());
    }
}
