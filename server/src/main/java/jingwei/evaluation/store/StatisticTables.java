package jingwei.evaluation.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingwei.evaluation.Dimension;
import jingwei.evaluation.Period;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.Relation;
import jingwei.evaluation.sheet.FormulaSql;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 自由统计的 SQL: facts and indicators over rows, split by any dimensions and narrowed by any values.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StatisticTables {

    /// Stands between the parts of a key; no code and no name of ours holds it.
    private static final String BAR = "\u001f";

    private final JdbcClient database;

    StatisticTables(JdbcClient database) {
        this.database = database;
    }

    /// @param keys   one for each dimension, the empty text where there is none
    /// @param values by fact word or indicator id; null where a denominator is zero
    @Schema(name = "StatisticRow")
    public record Line(List<String> keys, Map<String, @Nullable BigDecimal> values) {
    }

    /// Whether the fact can be split by the dimension.
    public static boolean splits(Fact fact, Dimension dimension) {
        return key(fact, dimension).isPresent();
    }

    public List<Line> lines(IndicatorSheet sheet, Subject subject, List<Indicator> indicators, List<Fact> facts,
            List<String> shown, List<Dimension> dimensions, Map<Dimension, String> filters, Period period, int most) {
        String pieces = facts.stream().map(fact -> piece(fact, dimensions, filters)).collect(Collectors.joining("\nUNION ALL "));
        String columns = facts.stream().map(fact -> "coalesce(sum(n.v) FILTER (WHERE n.fact = '" + fact.word() + "'), 0) AS \""
                + fact.word() + "\"").collect(Collectors.joining(", "));
        String counts = "SELECT n.key, 1::numeric AS cells, " + columns + " FROM (" + pieces + ") n GROUP BY n.key";
        String query = new FormulaSql(sheet, subject, period.months()).over(counts, indicators);
        JdbcClient.StatementSpec statement = database.sql("SELECT * FROM (" + query + ") z ORDER BY z.key LIMIT :most").param("platform", Tenancy.current().value())
                .param("from", Timestamp.from(period.begin())).param("to", Timestamp.from(period.end())).param("most", most);
        for (Map.Entry<Dimension, String> filter : filters.entrySet()) {
            statement = statement.param(filter.getKey().name(), filter.getValue());
        }
        return statement.query((row, n) -> {
            Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
            for (String name : shown) {
                values.put(name, row.getBigDecimal(name));
            }
            return new Line(Arrays.asList(row.getString("key").split(BAR, -1)), values);
        }).list();
    }

    private static String piece(Fact fact, List<Dimension> dimensions, Map<Dimension, String> filters) {
        String key = dimensions.isEmpty() ? "''" : dimensions.stream().map(dimension -> "coalesce((" + key(fact, dimension).orElse("NULL")
                + ")::text, '')").collect(Collectors.joining(" || '" + BAR + "' || "));
        String narrowed = filters.keySet().stream().map(dimension -> " AND (" + key(fact, dimension).orElse("NULL") + ")::text = :"
                + dimension.name()).collect(Collectors.joining());
        return "SELECT " + key + " AS key, '" + fact.word() + "' AS fact, sum(" + fact.count().amountSql() + ") AS v FROM "
                + fact.count().relation().table() + " r WHERE r.platform = :platform AND " + fact.count().whereSql() + narrowed
                + " GROUP BY 1";
    }

    private static Optional<String> key(Fact fact, Dimension dimension) {
        Relation relation = fact.count().relation();
        String moment = "evaluation.day(r." + fact.count().moment() + ")";
        return switch (dimension) {
            case DAY -> Optional.of(moment);
            case WEEK -> Optional.of("date_trunc('week', " + moment + ")::date");
            case MONTH -> Optional.of("to_char(" + moment + ", 'YYYY-MM')");
            case DISTRICT -> column(relation, "cell", "left(r.cell, 6)");
            case SUBDISTRICT -> column(relation, "cell", "left(r.cell, 9)");
            case COMMUNITY -> column(relation, "cell", "left(r.cell, 12)");
            case CELL -> column(relation, "cell", "r.cell");
            case DUTY_GRID -> column(relation, "duty_grid", "r.duty_grid");
            case UNIT -> column(relation, "unit", "r.unit");
            case KIND -> column(relation, "class", "split_part(r.class, '-', 1)");
            case MAJOR -> column(relation, "class", "left(r.class, length(r.class) - 2)");
            case CLASS -> column(relation, "class", "r.class");
            case SOURCE -> column(relation, "source", "r.source");
            case STAGE -> relation == Relation.STAGES ? Optional.of("r.step") : relation == Relation.TASKS ? Optional.of("r.kind")
                    : Optional.empty();
            case POST -> column(relation, "post", "r.post");
            case PERSON -> column(relation, "person", "r.person");
            case PLATFORM -> Optional.of("r.platform");
        };
    }

    private static Optional<String> column(Relation relation, String column, String expression) {
        return relation.columns().containsKey(column) ? Optional.of(expression) : Optional.empty();
    }
}
