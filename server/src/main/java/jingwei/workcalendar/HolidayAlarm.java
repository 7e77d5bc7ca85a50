package jingwei.workcalendar;

import java.util.List;
import jingwei.standards.Text;
import jingwei.tenancy.Alarm;
import jingwei.tenancy.AlarmSource;
import org.springframework.stereotype.Component;

/// 放假安排告警: from October on next year's holidays have to be known, or limits that reach into January are reckoned without
/// them (APM-05).
@Component
class HolidayAlarm implements AlarmSource {

    private final Calendars calendars;
    private final PlatformClock clock;

    HolidayAlarm(Calendars calendars, PlatformClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<Alarm> alarms() {
        if (calendars.versions().isEmpty()) {
            return List.of(new Alarm("calendar-missing", true, Text.of("本平台还没有工作日历，时限无法计算", "the platform has no work calendar; no limit can be reckoned"),
                    Text.of("请在“日历”中发布", "publish one under Calendar")));
        }
        int thisYear = clock.today().getYear();
        return calendars.missingYears().stream().map(year -> new Alarm("holidays-missing", year <= thisYear,
                Text.of(year + " 年的放假安排还没有录入，跨年的时限会算错", "the holidays of " + year + " are not loaded; limits that reach into it are reckoned wrongly"),
                Text.of("国务院办公厅通知公布后，请在“日历”中录入 " + year + " 年并发布", "once the notice is out, enter " + year + " under Calendar and publish"))).toList();
    }
}
