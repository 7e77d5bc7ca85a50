package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jingwei.casework.Case;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.casework.CasePage;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.ReportSource;
import jingwei.casework.act.Refusals;
import jingwei.casework.clock.Light;
import jingwei.casework.store.CaseSearch;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.process.ProcessSettings;
import jingwei.process.Stage;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 案件查询 (ACC-16, ACC-09): lists by any field, probable duplicates, counts.
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cooperation")
class CaseListController {

    private final CaseSearch search;
    private final CaseRoom room;

    CaseListController(CaseSearch search, CaseRoom room) {
        this.search = search;
        this.room = room;
    }

    @GetMapping
    @Permit(Permission.CASE_READ)
    @Operation(summary = "组合查询案件，最新在前 cases by any field, newest first")
    CasePage list(@RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable ReportSource source,
            @RequestParam(required = false) @Nullable String classCode,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String dutyGrid,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String collector,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String foreignNumber,
            @RequestParam(required = false) @Nullable Light light,
            @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable String petition,
            @RequestParam(required = false) @Nullable Boolean owed,
            @RequestParam(required = false) @Nullable Boolean reworked,
            @RequestParam(required = false) @Nullable Boolean trial,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Instant begunFrom,
            @RequestParam(required = false) @Nullable Instant begunTo,
            @RequestParam(required = false) @Nullable Instant filedFrom,
            @RequestParam(required = false) @Nullable Instant filedTo,
            @RequestParam(required = false) @Nullable Instant endedFrom,
            @RequestParam(required = false) @Nullable Instant endedTo,
            @RequestParam(required = false) @Nullable Instant dueTo,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable String actedBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        Performer speaker = room.speaker();
        // The public's phone numbers are no key to search by for a handling unit (SEC-03).
        String byPhone = speaker.post().axis() == jingwei.organization.Axis.HANDLING ? null : phone;
        CaseFilter filter = new CaseFilter(number, text, state, stage(stage), source, classCode, region, dutyGrid, unit,
                collector, component, byPhone, foreignNumber, light, held, petition, owed, reworked, trial, open,
                begunFrom, begunTo, filedFrom, filedTo, endedFrom, endedTo, dueTo, box(bbox), actedBy);
        return search.page(filter, room.around().organization(), speaker.post(), room.around().now(), cursor,
                Math.clamp(size, 1, 200));
    }

    @GetMapping("/{number}/duplicates")
    @Permit(Permission.CASE_READ)
    @Tag(name = "acceptance")
    @Operation(summary = "疑似重复案件，最近在前 probable duplicates, nearest first")
    List<CaseLine> duplicates(@PathVariable String number) {
        CaseNumber wanted = CaseNumber.of(number);
        Performer speaker = room.speaker();
        Case theCase = room.find(wanted, speaker)
                .orElseThrow(() -> Refusals.noSuchCase(wanted).asException());
        ProcessSettings settings = room.around().process(theCase.process(), theCase.processVersion()).settings();
        return search.probableDuplicates(theCase, settings.duplicateMeters(), settings.duplicateDays(),
                room.around().now()).stream().filter(line -> room.find(line.number(), speaker).isPresent()).toList();
    }

    @GetMapping("/counts")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "各环节案件数 how many cases in each stage")
    Map<String, Long> counts() {
        return search.countByStage(room.around().organization(), room.speaker().post(), room.around().now());
    }

    private static @Nullable Stage stage(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Stage.ofWord(word).orElseThrow(() -> wrong("unknown-stage", "没有“" + word + "”这个环节",
                "there is no stage \"" + word + "\""));
    }

    static double @Nullable [] box(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            double[] box = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
            if (box.length == 4 && box[0] <= box[2] && box[1] <= box[3]) {
                return box;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong("bad-box", "地图窗口 “" + text + "” 应为 西,南,东,北", "a map window is west,south,east,north");
    }

    private static RuntimeException wrong(String code, String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, code, Text.of(zh, en),
                Text.of("请对照 /api/openapi.yaml", "see /api/openapi.yaml")).under("ACC-16").asException();
    }
}
