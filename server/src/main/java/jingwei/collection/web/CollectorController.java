package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.CollectorState;
import jingwei.collection.Collectors;
import jingwei.collection.NearCollector;
import jingwei.collection.Speakers;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 采集员: who is on duty where, and who is nearest to a case (COLM-01, ACC-05).
@RestController
@RequestMapping("/api/collectors")
@Tag(name = "collection")
class CollectorController {

    private final Collectors collectors;
    private final Speakers speakers;
    private final CaseRoom room;

    CollectorController(Collectors collectors, Speakers speakers, CaseRoom room) {
        this.collectors = collectors;
        this.speakers = speakers;
        this.room = room;
    }

    @GetMapping
    @Permit(Permission.CASE_READ)
    @Operation(summary = "采集员现状：在岗、位置、任务 every collector with his state now",
            description = "责任单位不可查。Not for handling units.")
    List<CollectorState> list() {
        speakers.onlooker();
        return collectors.all();
    }

    @GetMapping("/nearest")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "就近采集员，最合适的在前 collectors near a case, the fittest first",
            description = "先在岗、再未上报此案、再由近到远；位置不明的在后。On duty first, then who did not report it, then by distance.")
    List<NearCollector> nearest(@RequestParam("case") String number,
            @RequestParam(defaultValue = "true") boolean onDutyOnly) {
        Performer speaker = speakers.onlooker();
        CaseNumber wanted = CaseNumber.of(number);
        Case theCase = room.find(wanted, speaker)
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-case", "个案件 " + wanted, "case " + wanted));
        return collectors.nearest(theCase, onDutyOnly);
    }
}
