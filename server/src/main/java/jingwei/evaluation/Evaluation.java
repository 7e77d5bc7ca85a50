package jingwei.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.sheet.FormulaValue;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.evaluation.store.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 综合评价: reckons a kind of subject in a period by a sheet, as it stood at the period's end (EVA-01, EVA-02).
@Component
@Transactional(readOnly = true)
public class Evaluation {

    private final Counts counts;
    private final Subjects subjects;

    Evaluation(Counts counts, Subjects subjects) {
        this.counts = counts;
        this.subjects = subjects;
    }

    public ResultTable evaluate(Sheets.Version by, Subject subject, Period period) {
        return evaluate(by, subject, period, false);
    }

    /// @param fromRows counts from the rows of facts and not from the tallies: slower, the same figures
    public ResultTable evaluate(Sheets.Version by, Subject subject, Period period, boolean fromRows) {
        IndicatorSheet sheet = by.sheet();
        Subjects.Roll roll = subjects.roll(subject, period);
        String composite = sheet.composite(subject).map(Indicator::id).orElse(null);
        List<ResultTable.Line> lines = counts.of(sheet, subject, period, roll, fromRows).stream().map(row -> {
            BigDecimal score = composite == null ? null : FormulaValue.shown(row.values().get(composite));
            String grade = score == null ? null : sheet.grade(score).map(IndicatorSheet.Grade::letter).orElse(null);
            return new ResultTable.Line(row.code(), name(roll, row.code()), roll.names().containsKey(row.code()), row.values(),
                    row.counts(), grade, null);
        }).toList();
        List<String> judged = sheet.composite(subject).map(one -> sheet.facts(one, subject)).orElse(List.of()).stream().map(Fact::word).toList();
        return new ResultTable(subject, period, by.name(), by.version(), sheet.of(subject),
                ranked(lines, composite, line -> judged.stream().anyMatch(line::counted)));
    }

    /// By score, the higher first; equal scores share a place; who had nothing to be judged by comes last, without one.
    static List<ResultTable.Line> ranked(List<ResultTable.Line> lines, @Nullable String composite, Predicate<ResultTable.Line> judged) {
        Comparator<ResultTable.Line> byCode = Comparator.comparing(ResultTable.Line::code);
        List<ResultTable.Line> placed = new ArrayList<>();
        List<ResultTable.Line> scored = lines.stream().filter(line -> composite != null && judged.test(line)
                && line.values().get(composite) != null)
                .sorted(Comparator.comparing((ResultTable.Line line) -> score(line, composite)).reversed().thenComparing(byCode)).toList();
        int place = 0;
        for (int i = 0; i < scored.size(); i++) {
            if (i == 0 || score(scored.get(i), composite).compareTo(score(scored.get(i - 1), composite)) != 0) {
                place = i + 1;
            }
            placed.add(scored.get(i).ranked(place));
        }
        lines.stream().filter(line -> !scored.contains(line)).sorted(byCode).forEach(placed::add);
        return placed;
    }

    /// The value as it is published: counts as they are, all else with two decimals, half up.
    public static @Nullable BigDecimal shown(Indicator one, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return one.kind() == Indicator.Kind.BASE && value.stripTrailingZeros().scale() <= 0
                ? value.setScale(0) : FormulaValue.shown(value);
    }

    /// All values of a line as they are published.
    public static Map<String, @Nullable BigDecimal> shown(ResultTable table, ResultTable.Line line) {
        Map<String, @Nullable BigDecimal> shown = new LinkedHashMap<>();
        table.indicators().forEach(one -> shown.put(one.id(), shown(one, line.values().get(one.id()))));
        return shown;
    }

    private static BigDecimal score(ResultTable.Line line, @Nullable String composite) {
        return Objects.requireNonNull(FormulaValue.shown(line.values().get(composite)));
    }

    private static String name(Subjects.Roll roll, String code) {
        String name = roll.names().get(code);
        return name != null ? name : code.equals("nobody") ? "未归属" : code + "（已撤销）";
    }
}
