package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.evaluation.Evaluation;
import jingwei.evaluation.Period;
import jingwei.evaluation.ResultTable;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.evaluation.store.DrillTables;
import jingwei.standards.Refusal;
import org.jspecify.annotations.Nullable;

/// 评价的回答.
final class ResultAnswers {

    private ResultAnswers() {
    }

    /// @param kind base, ratio, score or composite
    @Schema(name = "EvaluationHead")
    record Head(String id, String name, String nameEn, String kind, String formula, boolean higherBetter) {

        static Head of(Indicator one) {
            return new Head(one.id(), one.name().zh(), one.name().en(), one.kind().word(), one.source(), one.higherBetter());
        }
    }

    /// 等级与地图颜色.
    @Schema(name = "EvaluationGrade")
    record Grade(String letter, BigDecimal least, String word, String color, String pattern) {
    }

    /// @param values  as published; null where the denominator is zero (不适用)
    /// @param before  the same indicators in the period before (环比); null where not asked for
    /// @param yearAgo and a year before (同比)
    @Schema(name = "EvaluationLine")
    record Line(String code, String name, boolean inForce, Map<String, @Nullable BigDecimal> values,
            Map<String, BigDecimal> counts, @Nullable String grade, @Nullable Integer rank,
            @Nullable Map<String, @Nullable BigDecimal> before, @Nullable Map<String, @Nullable BigDecimal> yearAgo) {
    }

    /// @param average mean of each indicator over the lines where it applies (EVA-11)
    @Schema(name = "EvaluationTable")
    record Table(String subject, String period, String periodWord, LocalDate from, LocalDate to, String sheet, int sheetVersion,
            @Nullable String composite, List<Head> indicators, List<Grade> grades, List<Line> lines,
            Map<String, @Nullable BigDecimal> average) {

        static Table of(IndicatorSheet sheet, ResultTable table, @Nullable ResultTable before, @Nullable ResultTable yearAgo) {
            Period period = table.period();
            List<Line> lines = table.lines().stream().map(line -> new Line(line.code(), line.name(), line.inForce(),
                    Evaluation.shown(table, line), line.counts(), line.grade(), line.rank(), other(before, line), other(yearAgo, line))).toList();
            return new Table(table.subject().word(), period.zh(), period.kind().word(), period.from(), period.to().minusDays(1),
                    table.sheet(), table.sheetVersion(), sheet.composite(table.subject()).map(Indicator::id).orElse(null),
                    table.indicators().stream().map(Head::of).toList(), ResultAnswers.grades(sheet), lines, average(table, lines));
        }

        private static @Nullable Map<String, @Nullable BigDecimal> other(@Nullable ResultTable table, ResultTable.Line line) {
            return table == null ? null : table.line(line.code()).map(found -> Evaluation.shown(table, found))
                    .orElseGet(Map::of);
        }

        private static Map<String, @Nullable BigDecimal> average(ResultTable table, List<Line> lines) {
            Map<String, @Nullable BigDecimal> average = new LinkedHashMap<>();
            for (Indicator one : table.indicators()) {
                List<BigDecimal> known = table.lines().stream().filter(ResultTable.Line::counted)
                        .map(line -> line.values().get(one.id())).filter(Objects::nonNull).toList();
                average.put(one.id(), known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), 2, RoundingMode.HALF_UP));
            }
            return Collections.unmodifiableMap(average);
        }
    }

    static List<Grade> grades(IndicatorSheet sheet) {
        return sheet.grades().stream().map(grade -> new Grade(grade.letter(), grade.least(), grade.word(), grade.color(),
                grade.pattern())).toList();
    }

    /// A point of a trend.
    @Schema(name = "EvaluationPoint")
    record Point(String period, LocalDate from, @Nullable BigDecimal value) {
    }

    record FactLine(String fact, String name, String nameEn, String requirement) {
    }

    /// @param next cursor of the next page; null at the end
    @Schema(name = "EvaluationCases")
    record Cases(List<DrillTables.Ground> cases, @Nullable String next) {

        static Cases of(List<DrillTables.Ground> rows, int offset, int size) {
            return new Cases(rows.subList(0, Math.min(size, rows.size())), rows.size() > size ? String.valueOf(offset + size) : null);
        }

        static int place(String cursor) {
            if (!cursor.matches("[0-9]{1,8}")) {
                throw Ask.refusal(Refusal.Kind.MALFORMED, "bad-cursor", "EVA-04", "翻页标记不对", "the cursor is not one of ours",
                        "请从第一页重新查", "begin with the first page");
            }
            return Integer.parseInt(cursor);
        }
    }
}
