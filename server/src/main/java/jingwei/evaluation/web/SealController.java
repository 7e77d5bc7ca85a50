package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jingwei.evaluation.Objections;
import jingwei.evaluation.Period;
import jingwei.evaluation.Reader;
import jingwei.evaluation.Seals;
import jingwei.evaluation.Subject;
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

/// 封存与异议 (EVA-06).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class SealController {

    private final Seals seals;
    private final Objections objections;
    private final Reader reader;

    SealController(Seals seals, Objections objections, Reader reader) {
        this.seals = seals;
        this.objections = objections;
        this.reader = reader;
    }

    /// @param last only for a custom period
    @Schema(name = "EvaluationSealWish")
    record Wish(@Nullable String period, @Nullable LocalDate day, @Nullable LocalDate last, @Nullable String reason) {

        Period over() {
            return Ask.period(Objects.requireNonNullElse(period, "month"), Ask.need("day", day), last);
        }
    }

    record SealView(UUID id, String period, String periodWord, LocalDate from, LocalDate to, int edition, String sheet, int sheetVersion,
            int calendarVersion, String factsHash, String reason, String post, Instant sealedAt) {

        static SealView of(Seals.Seal seal) {
            return new SealView(seal.id(), seal.period().zh(), seal.period().kind().word(), seal.period().from(), seal.period().to().minusDays(1),
                    seal.edition(), seal.sheet(), seal.sheetVersion(), seal.calendarVersion(), seal.factsHash(), seal.reason(), seal.post(),
                    seal.sealedAt());
        }
    }

    /// @param unmoved whether the facts of the period are still those that were sealed
    @Schema(name = "SealWhole")
    record Whole(SealView seal, boolean unmoved, List<LineView> lines) {
    }

    @Schema(name = "SealedLineView")

    record LineView(String subject, String code, String name, Map<String, @Nullable BigDecimal> figures, Map<String, BigDecimal> counts,
            @Nullable String grade, @Nullable Integer rank) {
    }

    record DifferenceView(String subject, String code, String name, String indicator, @Nullable BigDecimal before, @Nullable BigDecimal after) {
    }

    record NewObjection(@Nullable String subject, @Nullable String code, @Nullable String indicator, @Nullable String number,
            @Nullable String reason) {
    }

    @Schema(name = "ObjectionDecision")

    record Decision(@Nullable Boolean upheld, @Nullable String opinion) {
    }

    @Schema(name = "EvaluationObjectionMade")

    record Made(UUID id) {
    }

    @GetMapping("/seals")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "封存列表 sealed periods, newest first")
    List<SealView> all() {
        return seals.all().stream().map(SealView::of).toList();
    }

    @PostMapping("/seals")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "封存一个周期 seal a period that is over", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"period": "month", "day": "2026-10-01", "reason": "十月评价公布"}"""))))
    SealView seal(@RequestBody Wish wish) {
        return SealView.of(seals.seal(wish.over(), Ask.need("reason", wish.reason()), reader.speaker().post().id()));
    }

    @PostMapping("/seals/recalculations")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "重算 reckon a sealed period again as a new edition", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"period": "month", "day": "2026-10-01", "reason": "路灯管理处异议成立"}"""))))
    SealView recalculate(@RequestBody Wish wish) {
        return SealView.of(seals.recalculate(wish.over(), Ask.need("reason", wish.reason()), reader.speaker().post().id()));
    }

    @GetMapping("/seals/{id}")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "封存的结果 a seal with its figures")
    Whole one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String subject) {
        Subject wanted = subject == null ? null : Ask.subject(subject);
        return new Whole(SealView.of(seals.find(id)), seals.unmoved(id), seals.lines(id, wanted).stream().map(line ->
                new LineView(line.subject().word(), line.code(), line.name(), line.figures(), line.counts(), line.grade(), line.place())).toList());
    }

    @GetMapping("/seals/{id}/differences")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "差异报告 what differs from the edition before")
    List<DifferenceView> differences(@PathVariable UUID id) {
        return seals.differences(id).stream().map(each -> new DifferenceView(each.subject().word(), each.code(), each.name(),
                each.indicator(), each.before(), each.after())).toList();
    }

    @GetMapping("/seals/{id}/objections")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "异议列表 objections to a seal")
    List<Objections.Objection> objections(@PathVariable UUID id) {
        return objections.of(id);
    }

    @PostMapping("/seals/{id}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "提出异议 object to a sealed figure of one's own", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"subject": "unit", "code": "lighting", "indicator": "DP-R02", "number": "41032026103100007", "reason": "停电期间无法处置"}"""))))
    Made raise(@PathVariable UUID id, @RequestBody NewObjection given) {
        return new Made(objections.raise(id, Ask.subject(Ask.need("subject", given.subject())), Ask.need("code", given.code()),
                Ask.need("indicator", given.indicator()), given.number(), Ask.need("reason", given.reason())));
    }

    @PostMapping("/objections/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "答复异议 decide an objection", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"upheld": true, "opinion": "情况属实，重算"}"""))))
    void decide(@PathVariable UUID id, @RequestBody Decision given) {
        objections.decide(id, Ask.need("upheld", given.upheld()), Ask.need("opinion", given.opinion()));
    }
}
