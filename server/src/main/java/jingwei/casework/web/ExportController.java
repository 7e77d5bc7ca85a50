package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jingwei.casework.Case;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.ReportSource;
import jingwei.casework.act.Refusals;
import jingwei.casework.clock.Light;
import jingwei.casework.desk.Desks;
import jingwei.casework.desk.Queue;
import jingwei.casework.store.ExtraTables;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.organization.Axis;
import jingwei.process.Stage;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 导出 (ACC-16, COL-22): lists as Excel or CSV, a case as a sheet of paper. What the post may not see is not in it.
@RestController
@Tag(name = "cooperation")
class ExportController {

    private static final int MOST = 5_000;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final CaseRoom room;
    private final Desks desks;
    private final CasePaper paper;
    private final ExtraTables extras;

    ExportController(CaseRoom room, Desks desks, CasePaper paper, ExtraTables extras) {
        this.extras = extras;
        this.room = room;
        this.desks = desks;
        this.paper = paper;
    }

    @GetMapping("/api/desk/queues/{queue}/export")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "导出队列 a queue as xlsx or csv")
    ResponseEntity<byte[]> queue(@PathVariable String queue, @RequestParam(defaultValue = "xlsx") String form) {
        Queue wanted = Queue.ofWord(queue).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "unknown-queue",
                Text.of("没有“" + queue + "”这个队列", "there is no queue \"" + queue + "\""),
                Text.of("队列名称见 /api/desk", "the queues are listed at /api/desk")).under("COL-01").asException());
        return listed(desks.lines(wanted, room.speaker().post(), MOST), form, wanted.text().zh());
    }

    @GetMapping("/api/cases/export")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "导出查询结果，最多五千件 the answer of a query as xlsx or csv, five thousand cases at most")
    ResponseEntity<byte[]> cases(@RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable ReportSource source,
            @RequestParam(required = false) @Nullable String classCode, @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String number, @RequestParam(required = false) @Nullable String dutyGrid,
            @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String phone, @RequestParam(required = false) @Nullable String petition,
            @RequestParam(required = false) @Nullable Light light, @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable Boolean owed, @RequestParam(required = false) @Nullable Boolean reworked,
            @RequestParam(required = false) @Nullable Boolean open, @RequestParam(required = false) @Nullable Instant begunFrom,
            @RequestParam(required = false) @Nullable Instant begunTo, @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(defaultValue = "xlsx") String form) {
        Performer speaker = room.speaker();
        String byPhone = speaker.post().axis() == Axis.HANDLING ? null : phone;
        Stage wanted = stage == null ? null : Stage.ofWord(stage).orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED,
                "unknown-stage", Text.of("没有“" + stage + "”这个环节", "there is no stage \"" + stage + "\""),
                Text.of("环节名称见 /api/vocabulary", "the stages are listed at /api/vocabulary")).under("ACC-16").asException());
        return listed(room.list(new CaseFilter(number, text, state, wanted, source, classCode, region, dutyGrid, unit, null,
                component, byPhone, null, light, held, petition, owed, reworked, null, open, begunFrom, begunTo, null, null, null,
                null, null, CaseListController.box(bbox), null), speaker, MOST), form, "案件");
    }

    @GetMapping("/api/cases/{number}/sheet")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "案卷（PDF）：表单、办理记录、照片 the docket of a case as PDF")
    ResponseEntity<byte[]> sheet(@PathVariable String number) {
        Performer speaker = room.speaker();
        CaseNumber wanted = CaseNumber.of(number);
        Case theCase = room.find(wanted, speaker).orElseThrow(() -> Refusals.noSuchCase(wanted).asException());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + wanted + ".pdf\"")
                .body(paper.pdf(theCase, room.docket(theCase)));
    }

    private ResponseEntity<byte[]> listed(List<CaseLine> lines, String form, String name) {
        CaseList list = new CaseList(room.around(), Locale.CHINESE, lines,
                extras.of(lines.stream().map(CaseLine::id).toList()));
        boolean csv = form.equals("csv");
        if (!csv && !form.equals("xlsx")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "unknown-form", Text.of("不能导出为“" + form + "”", "no list is made as \"" + form + "\""),
                    Text.of("可选 xlsx 或 csv", "xlsx and csv are made")).under("ACC-16").asException();
        }
        return ResponseEntity.ok().contentType(csv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases." + form + "\"; filename*=UTF-8''"
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8) + "." + form)
                .body(csv ? list.csv(lines) : list.workbook(name, lines));
    }
}
