package jingwei.door.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.tenancy.Alarm;
import jingwei.tenancy.AlarmSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// 告警 with their causes, for the system administrator (APM-10).
@RestController
@Tag(name = "maintenance")
class AlarmController {

    private final ObjectProvider<AlarmSource> sources;

    AlarmController(ObjectProvider<AlarmSource> sources) {
        this.sources = sources;
    }

    record AlarmWords(String zh, String en) {
    }

    record AlarmView(String code, boolean grave, AlarmWords what, AlarmWords remedy) {

        static AlarmView of(Alarm alarm) {
            return new AlarmView(alarm.code(), alarm.grave(), new AlarmWords(alarm.what().zh(), alarm.what().en()),
                    new AlarmWords(alarm.remedy().zh(), alarm.remedy().en()));
        }
    }

    @GetMapping("/api/alarms")
    @Permit(Permission.PLATFORM_EDIT)
    @Operation(summary = "告警 what needs looking after now, the grave first")
    List<AlarmView> alarms() {
        return sources.stream().flatMap(source -> source.alarms().stream()).sorted(Comparator.comparing((Alarm alarm) -> !alarm.grave())
                .thenComparing(Alarm::code)).map(AlarmView::of).toList();
    }
}
