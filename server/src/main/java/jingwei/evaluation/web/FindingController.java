package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingwei.evaluation.Appeals;
import jingwei.evaluation.Faults;
import jingwei.evaluation.Marks;
import jingwei.evaluation.Reader;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 认定: faults of collectors (ACC-24), overdue appeals (COL-19), marks from outside (EVA-09).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class FindingController {

    private final Faults faults;
    private final Appeals appeals;
    private final Marks marks;
    private final Reader reader;

    FindingController(Faults faults, Appeals appeals, Marks marks, Reader reader) {
        this.faults = faults;
        this.appeals = appeals;
        this.marks = marks;
        this.reader = reader;
    }

    record NewAppeal(@Nullable String number, @Nullable String reason) {
    }

    record NewMark(@Nullable String kind, @Nullable String subject, @Nullable LocalDate day, @Nullable BigDecimal amount,
            @Nullable String reason) {
    }

    @Schema(name = "EvaluationVerdict")

    record Verdict(@Nullable Boolean grant, @Nullable String opinion) {
    }

    record NewFault(@Nullable String kind, @Nullable String number, @Nullable String post, @Nullable String reason) {
    }

    @Schema(name = "EvaluationFindingMade")

    record Made(UUID id) {
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "确认采集差错 confirm a missed, wrong, false or concealed report", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "missed", "number": "41032026110100012", "post": "collector-5", "reason": "责任网格内应发现未发现"}"""))))
    Made confirm(@RequestBody NewFault given) {
        return new Made(faults.confirm(Ask.need("kind", given.kind()), Ask.need("number", given.number()),
                Ask.need("post", given.post()), Ask.need("reason", given.reason()), reader.speaker().post().id()));
    }

    @GetMapping("/faults")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "采集差错列表 confirmed faults of a period")
    List<Faults.Fault> faults(@RequestParam(defaultValue = "month") String period, @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate last) {
        return faults.of(Ask.period(period, day, last));
    }

    @GetMapping("/appeals")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "超时申诉列表 overdue appeals, newest first")
    List<Appeals.Appeal> appeals() {
        return appeals.all();
    }

    @PostMapping("/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "提出超时申诉 appeal against a late mark, once a case, after closing", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"number": "41032026110100012", "reason": "现场无法进入"}"""))))
    Made appeal(@RequestBody NewAppeal given) {
        return new Made(appeals.raise(Ask.need("number", given.number()), Ask.need("reason", given.reason())));
    }

    @PostMapping("/appeals/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "审查超时申诉 first the command side, then the head of supervision", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"grant": true, "opinion": "属实"}"""))))
    void decideAppeal(@PathVariable UUID id, @RequestBody Verdict given) {
        appeals.decide(id, Ask.need("grant", given.grant()), Ask.need("opinion", given.opinion()));
    }

    @GetMapping("/marks")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "外部评价列表 marks from outside in a period")
    List<Marks.Mark> marks(@RequestParam(defaultValue = "month") String period, @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate last) {
        return marks.of(Ask.period(period, day, last));
    }

    @PostMapping("/marks")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "录入外部评价 enter a mark from outside; it counts when another approves it", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "satisfied", "subject": "city", "day": "2026-11-01", "amount": 95, "reason": "十一月回访"}"""))))
    Made enter(@RequestBody NewMark given) {
        return new Made(marks.enter(Ask.need("kind", given.kind()), Ask.need("subject", given.subject()), Ask.need("day", given.day()),
                Ask.need("amount", given.amount()), Ask.need("reason", given.reason())));
    }

    @PostMapping("/marks/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "审批外部评价 approve or refuse a mark entered by another", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"grant": true, "opinion": "核对无误"}"""))))
    void decideMark(@PathVariable UUID id, @RequestBody Verdict given) {
        marks.decide(id, Ask.need("grant", given.grant()), Ask.need("opinion", given.opinion()));
    }
}
