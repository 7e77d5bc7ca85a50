package jingwei.workcalendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.WorkCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 工作日历的接口 (APM-05).
@RestController
@Tag(name = "maintenance")
class CalendarController {

    static final String EXAMPLE = """
            {"basedOn": 1, "validFrom": "2026-12-01",
             "seasons": [
               {"name": "冬季", "from": "10-01", "to": "05-31", "slots": ["08:00-12:00", "14:00-18:00"]},
               {"name": "夏季", "from": "06-01", "to": "09-30", "slots": ["08:00-12:00", "15:00-19:00"]}],
             "exceptions": [{"date": "2026-12-12", "kind": "OPEN", "name": "创卫集中整治", "slots": ["08:00-12:00"]}],
             "years": [{"year": 2026}]}""";

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/api/calendar")
    @Permit(Permission.CALENDAR_READ)
    @Operation(summary = "查看工作日历 the work calendar in force, and the years it lacks")
    CalendarView read() {
        return view(calendars.current());
    }

    @PostMapping("/api/calendar")
    @Permit(Permission.CALENDAR_EDIT)
    @Operation(summary = "发布新版工作日历 publish the next version; what is left out stays as it is",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(examples = @ExampleObject(name = "冬夏两季", value = EXAMPLE))))
    CalendarView publish(@RequestBody CalendarChange change) {
        CalendarDraft before = calendars.versions().isEmpty() ? CalendarDraft.standard()
                : calendars.current().draft();
        return view(calendars.publish(change.onto(before), change.basedOn(),
                SignedIn.current().account().toString()));
    }

    private CalendarView view(WorkCalendar calendar) {
        return CalendarView.of(calendars.versions().get(calendar.version() - 1), calendars.missingYears());
    }
}
