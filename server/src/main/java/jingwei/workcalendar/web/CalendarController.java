package jingwei.workcalendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 工作日历与平台时钟.
@RestController
@Tag(name = "maintenance")
class CalendarController {

    private final Calendars calendars;
    private final PlatformClock clock;

    CalendarController(Calendars calendars, PlatformClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param missingYears this year and the next as far as their holidays are not loaded: a fault to be shown
    record CalendarView(int version, CalendarDraft calendar, List<Integer> missingYears) {
    }

    /// @param now  business time
    /// @param rate business seconds in a wall second
    record ClockView(Instant now, double rate) {
    }

    /// @param to   the moment to move to; left out to keep the present one
    /// @param rate business seconds in a wall second; left out to keep the present one
    record Moving(@Nullable Instant to, @Nullable Double rate) {
    }

    @GetMapping("/api/calendar")
    @Permit(Permission.CALENDAR_READ)
    @Operation(summary = "现行工作日历 the calendar in force")
    CalendarView calendar() {
        return view(calendars.current());
    }

    @PostMapping("/api/calendar")
    @Permit(Permission.CALENDAR_EDIT)
    @Operation(summary = "发布新的日历版本 publish a new version",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"rule": "SAME_TIME", "seasons": [{"from": "--01-01", "slots": [{"from": "08:00", "to": "12:00"},
                             {"from": "14:00", "to": "18:00"}]}], "years": [2026], "days": [{"date": "2026-10-01",
                             "works": false, "name": "国庆节", "notice": "国办发明电〔2025〕7号"}]}"""))))
    CalendarView publish(@RequestBody CalendarDraft draft) {
        return view(calendars.publish(draft, String.valueOf(SignedIn.current().post()), clock.now()));
    }

    @GetMapping("/api/clock")
    @Permit(Permission.CALENDAR_READ)
    @Operation(summary = "平台时钟 the platform's clock")
    ClockView clock() {
        return new ClockView(clock.now(), clock.setting().rate());
    }

    @PutMapping("/api/clock")
    @Permit(Permission.CALENDAR_EDIT)
    @Operation(summary = "拨钟（仅模拟运行和演示） move the clock, on trial or in the demonstration only",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"to": "2026-11-30T00:00:00Z", "rate": 1}"""))))
    ClockView move(@RequestBody Moving moving) {
        clock.set(moving.to() == null ? clock.now() : moving.to(),
                moving.rate() == null ? clock.setting().rate() : moving.rate());
        return clock();
    }

    private CalendarView view(WorkCalendar calendar) {
        return new CalendarView(calendar.version(), calendar.draft(), calendar.missingYears(clock.now(), 1));
    }
}
