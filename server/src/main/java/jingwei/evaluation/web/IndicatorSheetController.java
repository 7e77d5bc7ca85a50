package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jingwei.evaluation.Groups;
import jingwei.evaluation.Reader;
import jingwei.evaluation.Sheets;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 指标表与分组 (EVA-03, EVA-07).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class IndicatorSheetController {

    private final Sheets sheets;
    private final Groups groups;
    private final Reader reader;

    IndicatorSheetController(Sheets sheets, Groups groups, Reader reader) {
        this.sheets = sheets;
        this.groups = groups;
        this.reader = reader;
    }

    @Schema(name = "IndicatorSheetDraft")

    record Draft(@Nullable String body, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    }

    @Schema(name = "IndicatorSheetFault")

    record Fault(int line, String indicator, String code, String zh, String en) {
    }

    /// @param examples how many worked examples the text has, all of which hold where there is no fault
    record Checked(List<Fault> faults, int indicators, int examples) {
    }

    @Schema(name = "IndicatorSheetView")

    record SheetView(String name, int version, String title, String body, List<ResultAnswers.Head> indicators,
            List<ResultAnswers.Grade> grades) {

        static SheetView of(Sheets.Version version) {
            return new SheetView(version.name(), version.version(), version.sheet().title(), version.body(),
                    version.sheet().indicators().values().stream().map(ResultAnswers.Head::of).toList(), ResultAnswers.grades(version.sheet()));
        }
    }

    record GroupView(@Nullable String id, @Nullable String name, @Nullable String subject, @Nullable List<String> codes,
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    }

    @GetMapping("/sheets")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "指标表列表 indicator sheets; version 0 is the standard's own")
    List<Sheets.Heading> all() {
        return sheets.headings();
    }

    @GetMapping("/sheets/{name}/{version}")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "一版指标表 one version of a sheet with its text")
    SheetView one(@PathVariable String name, @PathVariable int version) {
        return SheetView.of(sheets.version(name, version));
    }

    @PostMapping("/sheets/checks")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "校验指标表 check a text with its examples; nothing is kept", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"body": "sheet ours\\ngrades\\n  A >= 0 好 0,160,80 plain\\n"}"""))))
    Checked check(@RequestBody Draft draft) {
        String body = Ask.need("body", draft.body());
        List<Fault> faults = sheets.check(body).stream().map(fault -> new Fault(fault.line(), fault.columnName(), fault.code(),
                fault.rule().zh(), fault.rule().en())).toList();
        return new Checked(faults, (int) body.lines().filter(line -> line.startsWith("indicator ")).count(),
                (int) body.lines().filter(line -> line.startsWith(" ") && line.contains("=>") && !line.contains("bands")).count());
    }

    @PostMapping("/sheets")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "发布指标表 publish a sheet for the periods that end in its validity", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"body": "sheet ours\\n…", "validFrom": "2027-01-01"}"""))))
    SheetView publish(@RequestBody Draft draft) {
        return SheetView.of(sheets.publish(Ask.need("body", draft.body()), Ask.need("validFrom", draft.validFrom()), draft.validTo(),
                reader.speaker().post().id()));
    }

    @GetMapping("/groups")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "评价分组 groups of like subjects")
    List<GroupView> groups() {
        return groups.all().stream().map(group -> new GroupView(group.id(), group.name(), group.subject().word(), group.codes(),
                group.validFrom(), group.validTo())).toList();
    }

    @PutMapping("/groups")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "定分组 put a group in force from a day on", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "city-units", "name": "市直部门", "subject": "unit", "codes": ["lighting", "water"], "validFrom": "2026-11-01"}"""))))
    void put(@RequestBody GroupView given) {
        groups.put(new Groups.Group(Ask.need("id", given.id()), Ask.need("name", given.name()), Ask.subject(Ask.need("subject", given.subject())),
                Objects.requireNonNullElse(given.codes(), List.of()), Ask.need("validFrom", given.validFrom()), given.validTo()));
    }
}
