package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// 计数口径: which rows of a relation count, and when; the same saying runs in Java over rows and in SQL over tables.
///
/// A row counts in a period [from, to) when its `moment` lies in it and it has not left the count by the period's end: the
/// earliest of the `until` columns is empty or not before `to`. So every period is judged as it stood at its end, whenever it
/// is reckoned (counting rules 1, 2, 8 and 16).
///
/// @param moment     column of the moment that decides the period
/// @param until      columns that take the row out of the count
/// @param conditions what else must hold
/// @param stock      counted at the period's end, whenever it began (挂账数, 积存数)
/// @param sum        column summed instead of counting rows; empty to count
public record Count(Relation relation, String moment, List<String> until, List<Condition> conditions, boolean stock,
        String sum) {

    /// 条件: a column that is true, false, filled, or one of some words.
    ///
    /// @param place of the column among those of the relation
    public record Condition(String column, int place, boolean wanted, List<String> words) {

        boolean holds(FactRow row) {
            Object value = row.at(place);
            boolean found = words.isEmpty() ? value instanceof Boolean flag ? flag : value != null
                    : value != null && words.contains(value.toString());
            return found == wanted;
        }

        String sql(Relation relation) {
            String found = !words.isEmpty()
                    ? column + " IN (" + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")) + ")"
                    : "boolean".equals(relation.type(column)) ? column : column + " IS NOT NULL";
            return wanted ? found : "coalesce(" + found + ", false) = false";
        }
    }

    static Count of(Relation relation, String moment) {
        return new Count(relation, moment, List.of(), List.of(), false, "");
    }

    Count until(String... columns) {
        return new Count(relation, moment, List.of(columns), conditions, stock, sum);
    }

    Count where(String column) {
        return and(column, true);
    }

    Count not(String column) {
        return and(column, false);
    }

    Count is(String column, String... words) {
        return and(column, true, words);
    }

    Count atTheEnd() {
        return new Count(relation, moment, until, conditions, true, sum);
    }

    Count sum(String column) {
        return new Count(relation, moment, until, conditions, stock, column);
    }

    private Count and(String column, boolean wanted, String... words) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(new Condition(column, relation.place(column), wanted, List.of(words)));
        return new Count(relation, moment, until, all, stock, sum);
    }

    /// Whether all holds besides the moments.
    boolean holds(FactRow row) {
        for (Condition condition : conditions) {
            if (!condition.holds(row)) {
                return false;
            }
        }
        return true;
    }

    /// The earliest moment at which the row leaves the count; null where it never does.
    @Nullable Instant left(FactRow row) {
        Instant left = null;
        for (String column : until) {
            Instant out = (Instant) row.get(column);
            left = left == null || out != null && out.isBefore(left) ? out : left;
        }
        return left;
    }

    /// What the row adds where it counts.
    BigDecimal amount(FactRow row) {
        return sum.isEmpty() ? BigDecimal.ONE : number(row.get(sum));
    }

    /// What the row adds in the period; zero where it does not count.
    public BigDecimal in(FactRow row, Instant from, Instant to) {
        Instant at = (Instant) row.get(moment);
        if (row.relation() != relation || at == null || !at.isBefore(to) || !stock && at.isBefore(from)
                || !holds(row)) {
            return BigDecimal.ZERO;
        }
        Instant left = left(row);
        return left != null && left.isBefore(to) ? BigDecimal.ZERO : amount(row);
    }

    /// The earliest moment at which the row leaves the count, as SQL; `NULL` where it never does.
    String untilSql() {
        return until.isEmpty() ? "NULL::timestamptz" : "LEAST(" + String.join(", ", until) + ")";
    }

    /// All that must hold besides the moments, as SQL.
    String conditionSql() {
        return conditions.isEmpty() ? "true"
                : conditions.stream().map(condition -> condition.sql(relation)).collect(Collectors.joining(" AND "));
    }

    /// What is added up, as SQL.
    public String amountSql() {
        return sum.isEmpty() ? "1" : "coalesce(" + sum + ", 0)";
    }

    /// The rows of a period as SQL; the parameters are `:from` and `:to`.
    public String whereSql() {
        return moment + " < :to AND " + (stock ? "" : moment + " >= :from AND ")
                + (until.isEmpty() ? "" : until.stream().map(column -> "(" + column + " IS NULL OR " + column + " >= :to)")
                        .collect(Collectors.joining(" AND ")) + " AND ")
                + conditionSql() + lateSql();
    }

    /// What is due counts only where it was done after its due moment or not at all: said once more for the index of such rows.
    private String lateSql() {
        boolean due = moment.equals("due") || moment.equals("handle_due");
        return due ? until.stream().findFirst().map(done -> " AND (" + done + " IS NULL OR " + done + " > " + moment + ")").orElse("") : "";
    }

    private static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

}
