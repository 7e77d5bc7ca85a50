package jingwei.evaluation.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jingwei.evaluation.Period;
import jingwei.evaluation.Subject;
import jingwei.evaluation.Subjects.Pair;
import jingwei.evaluation.Subjects.Roll;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.Relation;
import jingwei.evaluation.fact.TallySql;
import jingwei.evaluation.sheet.FormulaSql;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 计数与计算的 SQL: the counts of all subjects of a kind and every indicator over them, in one query.
///
/// Counts come from the daily tallies where they are kept for the kind of subject, else from the rows of facts; both are the
/// same figures.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Counts {

    private final JdbcClient database;

    Counts(JdbcClient database) {
        this.database = database;
    }

    /// One subject's row: counts by fact word and `cells`, values by indicator id.
    public record Row(String code, Map<String, BigDecimal> counts, Map<String, @Nullable BigDecimal> values) {
    }

    public List<Row> of(IndicatorSheet sheet, Subject subject, Period period, Roll roll, boolean fromRows) {
        List<Indicator> indicators = sheet.of(subject);
        List<Fact> facts = facts(indicators);
        String query = new FormulaSql(sheet, subject, period.months()).over(counts(subject, period, facts, fromRows), indicators);
        return bound(database.sql(query), subject, period, roll, facts, fromRows).query((row, n) -> {
            Map<String, BigDecimal> counted = new LinkedHashMap<>();
            for (Fact fact : facts) {
                counted.put(fact.word(), row.getBigDecimal(fact.word()));
            }
            counted.put("cells", row.getBigDecimal("cells"));
            Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
            for (Indicator one : indicators) {
                values.put(one.id(), row.getBigDecimal(one.id()));
            }
            return new Row(row.getString("subject"), counted, values);
        }).list();
    }

    static List<Fact> facts(Collection<Indicator> indicators) {
        return indicators.stream().flatMap(one -> one.formula().all())
                .flatMap(part -> part instanceof jingwei.evaluation.sheet.Formula.Counted(Fact fact)
                        ? java.util.stream.Stream.of(fact) : java.util.stream.Stream.empty()).distinct().sorted().toList();
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Subject subject, Period period, Roll roll,
            List<Fact> facts, boolean fromRows) {
        List<Fact> tallied = facts.stream().filter(fact -> tallied(fact, subject, period, fromRows)).toList();
        List<String> codes = new ArrayList<>(roll.names().keySet());
        return statement.param("platform", Tenancy.current().value()).param("scope", scope(subject).word())
                .param("first", period.from()).param("last", period.to())
                .param("from", java.sql.Timestamp.from(period.begin())).param("to", java.sql.Timestamp.from(period.end()))
                .param("flow", words(tallied.stream().filter(fact -> !fact.count().stock() && !beat(fact, subject)).toList()))
                .param("stock", words(tallied.stream().filter(fact -> fact.count().stock()).toList()))
                .param("beat", words(tallied.stream().filter(fact -> beat(fact, subject)).toList()))
                .param("keys", keys(roll.owners())).param("owners", owners(roll.owners()))
                .param("grids", keys(roll.beats())).param("walkers", owners(roll.beats()))
                .param("codes", codes.toArray(String[]::new))
                .param("cells", codes.stream().map(code -> roll.cells().getOrDefault(code, BigDecimal.ONE)).toArray(BigDecimal[]::new));
    }

    private static String counts(Subject subject, Period period, List<Fact> facts, boolean fromRows) {
        List<String> pieces = new ArrayList<>();
        pieces.add(tallies(subject, "flow", "t.day >= :first AND ", scope(subject).word(), mapped(subject, "t.subject")));
        pieces.add(tallies(subject, "stock", "", scope(subject).word(), mapped(subject, "t.subject")));
        if (facts.stream().anyMatch(fact -> beat(fact, subject))) {
            pieces.add(tallies(subject, "beat", "t.day >= :first AND ", "duty_grid",
                    "JOIN unnest(:grids::text[], :walkers::text[]) AS b (key, owner) ON b.key = t.subject|b.owner"));
        }
        facts.stream().filter(fact -> !tallied(fact, subject, period, fromRows)).map(fact -> rows(fact, subject))
                .filter(sql -> !sql.isEmpty()).forEach(pieces::add);
        String columns = facts.stream().map(fact -> "coalesce(sum(n.v) FILTER (WHERE n.fact = '" + fact.word() + "'), 0) AS \""
                + fact.word() + "\"").collect(Collectors.joining(", "));
        return """
                WITH n AS (%s)
                SELECT s.subject, s.cells%s FROM (
                  SELECT subject, coalesce(max(cells), 1) AS cells FROM (
                    SELECT subject, cells FROM unnest(:codes::text[], :cells::numeric[]) AS a (subject, cells)
                    UNION ALL SELECT DISTINCT subject, NULL::numeric FROM n WHERE subject IS NOT NULL) u GROUP BY subject) s
                LEFT JOIN n ON n.subject = s.subject GROUP BY s.subject, s.cells
                """.formatted(String.join("\nUNION ALL ", pieces), columns.isEmpty() ? "" : ", " + columns);
    }

    private static String tallies(Subject subject, String list, String from, String scope, String mapping) {
        String[] parts = mapping.split("\\|");
        return """
                SELECT %s AS subject, t.fact, sum(t.total) AS v FROM unnest(:%s::text[]) AS f (word)
                JOIN evaluation.tallies t ON t.platform = :platform AND t.scope = '%s' AND t.fact = f.word
                  AND %st.day < :last AND t.until >= :last %s GROUP BY 1, 2
                """.formatted(parts[1], list, scope, from, parts[0]);
    }

    /// The join that finds the subject of a key, and the subject's expression behind a bar.
    private static String mapped(Subject subject, String key) {
        return switch (subject) {
            case CITY -> "|'city'";
            case DISTRICT -> "|left(" + key + ", 6)";
            case SUBDISTRICT -> "|left(" + key + ", 9)";
            case COMMUNITY -> "|left(" + key + ", 12)";
            case CELL, DUTY_GRID -> "|" + key;
            case UNIT, COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM ->
                "JOIN unnest(:keys::text[], :owners::text[]) AS m (key, owner) ON m.key = " + key + "|m.owner";
        };
    }

    /// A fact counted from its rows; empty where the rows know nothing of such subjects.
    private static String rows(Fact fact, Subject subject) {
        Relation relation = fact.count().relation();
        boolean walked = beat(fact, subject);
        String key = walked ? "r.duty_grid" : relation == Relation.MARKS ? "r.subject" : keyColumn(subject);
        if (!walked && relation != Relation.MARKS && !relation.columns().containsKey(key.replaceAll(".*r\\.", "").replaceAll("[^a-z_].*", ""))) {
            return "";
        }
        String mapping = walked ? "JOIN unnest(:grids::text[], :walkers::text[]) AS b (key, owner) ON b.key = r.duty_grid|b.owner"
                // A mark names its subject outright: one of another kind (全市 among streets) is none of these.
                : relation == Relation.MARKS ? "JOIN unnest(:codes::text[]) AS m (owner) ON m.owner = r.subject|m.owner" : mapped(subject, key);
        String[] parts = mapping.split("\\|");
        return """
                SELECT %s AS subject, '%s' AS fact, sum(%s) AS v FROM %s r %s WHERE r.platform = :platform AND %s GROUP BY 1
                """.formatted(parts[1], fact.word(), fact.count().amountSql(), fact.count().relation().table(), parts[0],
                fact.count().whereSql());
    }

    private static String keyColumn(Subject subject) {
        return switch (subject) {
            case CITY, DISTRICT, SUBDISTRICT, COMMUNITY, CELL -> "r.cell";
            case DUTY_GRID -> "r.duty_grid";
            case UNIT -> "r.unit";
            case COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM -> "coalesce(r.post, '')";
        };
    }

    private static boolean tallied(Fact fact, Subject subject, Period period, boolean fromRows) {
        if (fromRows) {
            return false;
        }
        if (beat(fact, subject)) {
            return true;
        }
        return TallySql.kept(fact, scope(subject)) && (subject != Subject.CELL || period.ofWholeMonths());
    }

    private static boolean beat(Fact fact, Subject subject) {
        return fact == Fact.BEAT_FILED && (subject == Subject.COLLECTOR || subject == Subject.FIRM);
    }

    private static TallySql.Scope scope(Subject subject) {
        return switch (subject) {
            case CITY, DISTRICT, SUBDISTRICT, COMMUNITY -> TallySql.Scope.COMMUNITY;
            case CELL -> TallySql.Scope.CELL;
            case DUTY_GRID -> TallySql.Scope.DUTY_GRID;
            case UNIT -> TallySql.Scope.UNIT;
            case COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM -> TallySql.Scope.POST;
        };
    }

    private static String[] words(List<Fact> facts) {
        return facts.stream().map(Fact::word).toArray(String[]::new);
    }

    private static String[] keys(List<Pair> pairs) {
        return pairs.stream().map(Pair::key).toArray(String[]::new);
    }

    private static String[] owners(List<Pair> pairs) {
        return pairs.stream().map(Pair::subject).toArray(String[]::new);
    }
}
