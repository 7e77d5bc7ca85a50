package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jingwei.evaluation.Dimension;
import jingwei.evaluation.Period;
import jingwei.evaluation.Reader;
import jingwei.evaluation.Schemes;
import jingwei.evaluation.Sheets;
import jingwei.evaluation.Statistics;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 自由统计 (STA-01).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class StatisticController {

    private final Statistics statistics;
    private final Sheets sheets;
    private final Schemes schemes;
    private final Reader reader;
    private final PlatformClock clock;

    StatisticController(Statistics statistics, Sheets sheets, Schemes schemes, Reader reader, PlatformClock clock) {
        this.statistics = statistics;
        this.sheets = sheets;
        this.schemes = schemes;
        this.reader = reader;
        this.clock = clock;
    }

    @Schema(name = "StatisticSchemeDraft")
    record Draft(@Nullable String name, @Nullable Boolean shared, @Nullable List<String> dimensions, @Nullable List<String> measures,
            @Nullable String filters) {
    }

    @GetMapping("/statistics")
    @Permit(Permission.EVALUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "自由统计 facts and indicators split by dimensions")
    Statistics.Answer ask(
            @Parameter(description = "维度，逗号分隔 dimensions", example = "unit,month") @RequestParam(defaultValue = "") String dimensions,
            @Parameter(description = "因子或指标，逗号分隔 facts or indicators", example = "filed,closed,RG-R03") @RequestParam String measures,
            @Parameter(description = "条件 维度=值，分号分隔 filters", example = "source=HOTLINE") @RequestParam(defaultValue = "") String filters,
            @Parameter(description = "起始日 first day", example = "2026-11-01") @RequestParam LocalDate from,
            @Parameter(description = "最后一天 last day", example = "2026-11-30") @RequestParam LocalDate to) {
        Period period = Period.of("custom", from, to);
        return statistics.ask(sheets.inForce(period), list(dimensions).stream().map(StatisticController::dimension).toList(),
                list(measures), filters(filters), period);
    }

    @GetMapping("/statistics/schemes")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "统计方案列表 ready-made tables, own schemes and shared ones")
    List<Schemes.Scheme> schemes() {
        return schemes.seenBy(reader.speaker().post().id());
    }

    @PutMapping("/statistics/schemes")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "保存统计方案 keep a scheme under its name", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"name": "热线来源逐月", "shared": true, "dimensions": ["month"], "measures": ["filed", "closed"], "filters": "source=HOTLINE"}"""))))
    Schemes.Scheme keep(@RequestBody Draft given) {
        LocalDate day = LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE);
        Period today = Period.of("custom", day, day);
        List<String> dimensions = given.dimensions() == null ? List.of() : given.dimensions();
        List<String> measures = Ask.need("measures", given.measures());
        String filters = given.filters() == null ? "" : given.filters();
        // What could not be asked is not kept either.
        statistics.check(sheets.inForce(today), dimensions.stream().map(StatisticController::dimension).toList(), measures, filters(filters));
        return schemes.keep(reader.speaker().post().id(), Ask.need("name", given.name()), Boolean.TRUE.equals(given.shared()),
                new Schemes.Question(dimensions, measures, filters));
    }

    @DeleteMapping("/statistics/schemes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "删除统计方案 remove a scheme of one's own")
    void remove(@PathVariable String id) {
        schemes.remove(reader.speaker().post().id(), id);
    }

    static Map<Dimension, String> filters(String text) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        for (String piece : text.split(";")) {
            if (!piece.isBlank()) {
                String[] sides = piece.strip().split("=", 2);
                if (sides.length < 2) {
                    throw Ask.refusal(Refusal.Kind.MALFORMED, "bad-filter", "STA-01", "条件应写作“维度=值”", "a filter is written dimension=value",
                            "请改写条件", "write it so");
                }
                filters.put(dimension(sides[0].strip()), sides[1].strip());
            }
        }
        return filters;
    }

    static Dimension dimension(String word) {
        return Dimension.ofWord(word).orElseThrow(() -> Ask.refusal(Refusal.Kind.MALFORMED, "unknown-dimension", "STA-01",
                "没有维度“" + word + "”", "there is no dimension \"" + word + "\"", "请用 unit、class、month 等", "use unit, class, month and so on"));
    }

    static List<String> list(@Nullable String text) {
        return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
