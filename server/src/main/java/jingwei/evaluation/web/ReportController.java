package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jingwei.evaluation.Ledgers;
import jingwei.evaluation.Reader;
import jingwei.evaluation.report.Reports;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 报告与台账 (EVA-08, EVA-12).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class ReportController {

    private final Reports reports;
    private final Ledgers ledgers;
    private final Reader reader;

    ReportController(Reports reports, Ledgers ledgers, Reader reader) {
        this.reports = reports;
        this.ledgers = ledgers;
        this.reader = reader;
    }

    /// @param form `pdf`, `word` or `excel`
    @Schema(name = "EvaluationReportWish")
    record Wish(@Nullable String layout, @Nullable String period, @Nullable LocalDate day, @Nullable LocalDate last, @Nullable String form) {
    }

    record LayoutView(@Nullable String id, @Nullable String name, @Nullable String body, @Nullable String every) {
    }

    @GetMapping("/layouts")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "报告版式 layouts of reports")
    List<Reports.Layout> layouts() {
        return reports.layouts();
    }

    @PutMapping("/layouts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "保存版式 keep a layout and when it is made by itself", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "weekly", "name": "周报", "every": "week", "body": "title {period}周报\\ntable unit DP-B01 DP-S10\\n"}"""))))
    void keep(@RequestBody LayoutView given) {
        reports.keep(new Reports.Layout(Ask.need("id", given.id()), Ask.need("name", given.name()), Ask.need("body", given.body()),
                Objects.requireNonNullElse(given.every(), "none")));
    }

    @GetMapping("/reports")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "报告列表 reports made, newest first")
    List<Reports.Report> all() {
        return reports.all();
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "生成报告 make a report as PDF, Word or Excel", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"layout": "standard", "period": "month", "day": "2026-10-01", "form": "pdf"}"""))))
    Reports.Report make(@RequestBody Wish wish) {
        return reports.make(Objects.requireNonNullElse(wish.layout(), "standard"),
                Ask.period(Objects.requireNonNullElse(wish.period(), "month"), Ask.need("day", wish.day()), wish.last()),
                form(Ask.need("form", wish.form())), reader.speaker().post().id());
    }

    @GetMapping("/reports/{id}/file")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "下载报告 the file of a report")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        Reports.Paper paper = reports.paper(id);
        Reports.Form form = form(paper.report().form());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(form.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report." + form.ending() + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(paper.report().title(), StandardCharsets.UTF_8).replace("+", "%20") + "." + form.ending())
                .body(paper.content());
    }

    @GetMapping("/ledgers")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "台账 ledgers of returned, annulled, extended, held and reworked cases with their shares")
    Map<String, Ledgers.Ledger> ledgers(@RequestParam(defaultValue = "month") String period, @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate last) {
        return ledgers.of(Ask.period(period, day, last), reader.speaker());
    }

    private static Reports.Form form(String word) {
        for (Reports.Form form : Reports.Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return form;
            }
        }
        throw Ask.refusal(Refusal.Kind.MALFORMED, "unknown-form", "EVA-12", "没有“" + word + "”这种格式", "there is no form \"" + word + "\"",
                "请用 pdf、word 或 excel", "use pdf, word or excel");
    }
}
