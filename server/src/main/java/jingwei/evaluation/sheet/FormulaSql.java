package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;

/// 公式的 SQL: the indicators of a subject as columns over a row of counts, each a column of the layer it stands on. Only
/// words of our own lists and numbers reach the text.
public final class FormulaSql {

    private final IndicatorSheet sheet;
    private final Subject subject;
    private final BigDecimal months;

    public FormulaSql(IndicatorSheet sheet, Subject subject, BigDecimal months) {
        this.sheet = sheet;
        this.subject = subject;
        this.months = months;
    }

    /// The query that adds all indicators to a row source with a column for each fact.
    public String over(String counts, List<Indicator> indicators) {
        // Each layer stands by itself (OFFSET 0): a chain of indicators must not unfold into one endless expression.
        String query = "SELECT * FROM (" + counts + ") c";
        for (Indicator one : indicators) {
            query = "SELECT x.*, " + of(one.formula()) + " AS \"" + one.id() + "\" FROM (" + query + ") x OFFSET 0";
        }
        return query;
    }

    String of(Formula formula) {
        return switch (formula) {
            case Formula.Number(BigDecimal value) -> value.toPlainString() + "::numeric";
            case Formula.Counted(Fact fact) -> "x.\"" + fact.word() + "\"";
            case Formula.Cells cells -> "x.\"cells\"";
            case Formula.Other(String id) -> "x.\"" + id + "\"";
            case Formula.Pair(char sign, Formula left, Formula right) -> sign == '/'
                    ? "(" + of(left) + " / NULLIF(" + of(right) + ", 0))" : "(" + of(left) + " " + sign + " " + of(right) + ")";
            case Formula.Extreme(boolean larger, Formula left, Formula right) -> "(SELECT CASE WHEN q.a IS NOT NULL AND q.b IS NOT NULL THEN "
                    + (larger ? "GREATEST" : "LEAST") + "(q.a, q.b) END FROM (SELECT " + of(left) + " AS a, " + of(right)
                    + " AS b) q)";
            case Formula.Banded banded -> bands(banded);
            case Formula.Weighted weighted -> weighted(weighted);
        };
    }

    private String bands(Formula.Banded banded) {
        String value = banded.perMonth() ? "(" + of(banded.of()) + " / " + months.toPlainString() + "::numeric)" : of(banded.of());
        return "(SELECT CASE WHEN q.v IS NULL THEN NULL " + banded.bands().stream().map(band -> band.high() == null
                ? "ELSE " + band.score().toPlainString() + "::numeric"
                : "WHEN q.v <= " + band.high().toPlainString() + " THEN " + band.score().toPlainString() + "::numeric")
                .collect(Collectors.joining(" ")) + " END FROM (SELECT " + value + " AS v) q)";
    }

    private String weighted(Formula.Weighted weighted) {
        List<Formula.Part> parts = weighted.parts();
        return switch (sheet.zero()) {
            case FULL -> "(" + parts.stream().map(part -> "coalesce(" + value(part) + ", 100) * " + weight(part))
                    .collect(Collectors.joining(" + ")) + ") / 100::numeric";
            case NONE -> "(" + parts.stream().map(part -> value(part) + " * " + weight(part)).collect(Collectors.joining(" + "))
                    + ") / 100::numeric";
            case SPREAD -> "(" + parts.stream().map(part -> "coalesce(" + value(part) + ", 0) * " + weight(part))
                    .collect(Collectors.joining(" + ")) + ") / NULLIF(" + parts.stream().map(part -> "CASE WHEN " + value(part)
                            + " IS NULL THEN 0 ELSE " + weight(part) + " END").collect(Collectors.joining(" + ")) + ", 0)";
        };
    }

    private String value(Formula.Part part) {
        return of(FormulaValue.chosen(sheet, subject, part));
    }

    private static String weight(Formula.Part part) {
        return part.weight().toPlainString() + "::numeric";
    }
}
