package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jingwei.evaluation.Evaluation;
import jingwei.evaluation.Grounds;
import jingwei.evaluation.Groups;
import jingwei.evaluation.Period;
import jingwei.evaluation.Reader;
import jingwei.evaluation.ResultTable;
import jingwei.evaluation.Sheets;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.store.DrillTables;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 评价结果 (EVA-01, EVA-04, EVA-07, EVA-11): tables, trends, and from any number down to its cases.
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class ResultController {

    private static final int POINTS = 60;

    private final Evaluation evaluation;
    private final Sheets sheets;
    private final Grounds grounds;
    private final Groups groups;
    private final Reader reader;

    ResultController(Evaluation evaluation, Sheets sheets, Grounds grounds, Groups groups, Reader reader) {
        this.evaluation = evaluation;
        this.sheets = sheets;
        this.grounds = grounds;
        this.groups = groups;
        this.reader = reader;
    }

    @GetMapping("/results")
    @Permit(Permission.EVALUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "评价结果表 the table of results of a kind of subject in a period")
    ResultAnswers.Table results(
            @Parameter(description = "对象 kind of subject", example = "unit") @RequestParam String subject,
            @Parameter(description = "周期 kind of period", example = "month") @RequestParam(defaultValue = "month") String period,
            @Parameter(description = "周期内的一天 a day of it", example = "2026-11-01") @RequestParam LocalDate day,
            @Parameter(description = "自定义周期的最后一天 last day of a custom period") @RequestParam(required = false) @Nullable LocalDate last,
            @Parameter(description = "分组 group to rank in") @RequestParam(required = false) @Nullable String group,
            @Parameter(description = "指标表 sheet; 缺省为当期有效的") @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(defaultValue = "0") int version,
            @Parameter(description = "带上期、去年同期和平均 with the period before, the year before and the average")
            @RequestParam(defaultValue = "false") boolean compare) {
        Subject wanted = Ask.subject(subject);
        Period over = Ask.period(period, day, last);
        Sheets.Version by = sheet == null ? sheets.inForce(over) : sheets.version(sheet, version);
        ResultTable table = groups.within(evaluation.evaluate(by, wanted, over), group);
        return ResultAnswers.Table.of(by.sheet(), table,
                compare ? evaluation.evaluate(by, wanted, over.before()) : null,
                compare ? evaluation.evaluate(by, wanted, over.yearBefore()) : null);
    }

    @GetMapping("/trends")
    @Permit(Permission.EVALUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "趋势 an indicator of a subject over the periods up to one")
    List<ResultAnswers.Point> trend(@Parameter(example = "unit") @RequestParam String subject,
            @Parameter(example = "lighting") @RequestParam String code, @Parameter(example = "DP-S10") @RequestParam String indicator,
            @RequestParam(defaultValue = "month") String period, @Parameter(example = "2026-11-01") @RequestParam LocalDate day,
            @RequestParam(defaultValue = "12") int count) {
        Subject wanted = Ask.subject(subject);
        List<ResultAnswers.Point> points = new ArrayList<>();
        Period over = Ask.period(period, day, null);
        for (int i = 0; i < Math.clamp(count, 1, POINTS); i++) {
            Sheets.Version by = sheets.inForce(over);
            Indicator one = by.sheet().indicators().get(indicator);
            ResultTable.Line line = evaluation.evaluate(by, wanted, over).line(code).orElse(null);
            points.addFirst(new ResultAnswers.Point(over.zh(), over.from(),
                    one == null || line == null ? null : Evaluation.shown(one, line.values().get(indicator))));
            over = over.before();
        }
        return points;
    }

    @GetMapping("/results/{indicator}/grounds")
    @Permit(Permission.EVALUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "数字的来历 a number told in words, with the facts it counts")
    Grounds.Told grounds(@PathVariable String indicator, @Parameter(example = "unit") @RequestParam String subject,
            @Parameter(example = "lighting") @RequestParam String code, @RequestParam(defaultValue = "month") String period,
            @Parameter(example = "2026-11-01") @RequestParam LocalDate day, @RequestParam(required = false) @Nullable LocalDate last,
            @RequestParam(required = false) @Nullable String sheet, @RequestParam(defaultValue = "0") int version) {
        Period over = Ask.period(period, day, last);
        return grounds.tell(sheet == null ? sheets.inForce(over) : sheets.version(sheet, version), Ask.subject(subject), code, over,
                indicator);
    }

    @GetMapping("/facts/{fact}/cases")
    @Permit(Permission.EVALUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "因子的案件 the cases behind a count, oldest first; the acts are under the case")
    ResultAnswers.Cases cases(@PathVariable String fact, @Parameter(example = "unit") @RequestParam String subject,
            @Parameter(example = "lighting") @RequestParam String code, @RequestParam(defaultValue = "month") String period,
            @Parameter(example = "2026-11-01") @RequestParam LocalDate day, @RequestParam(required = false) @Nullable LocalDate last,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        Fact counted = Fact.ofWord(fact).orElseThrow(() -> Ask.refusal(Refusal.Kind.NOT_FOUND, "no-such-fact", "EVA-02",
                "没有因子 " + fact, "there is no fact " + fact, "请查因子列表", "see the list of facts"));
        Subject wanted = Ask.subject(subject);
        Period over = Ask.period(period, day, last);
        reader.mayDrill(wanted, code, over);
        int most = Math.clamp(size, 1, 200);
        int offset = cursor == null ? 0 : ResultAnswers.Cases.place(cursor);
        List<DrillTables.Ground> rows = grounds.rows(wanted, code, over, counted, offset, most + 1);
        return ResultAnswers.Cases.of(rows, offset, most);
    }

    @GetMapping("/facts")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "因子列表 what an indicator sheet may count")
    List<ResultAnswers.FactLine> facts() {
        return java.util.Arrays.stream(Fact.values()).map(fact -> new ResultAnswers.FactLine(fact.word(), fact.text().zh(),
                fact.text().en(), fact.requirement())).toList();
    }
}
