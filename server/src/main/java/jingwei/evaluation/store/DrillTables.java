package jingwei.evaluation.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jingwei.evaluation.Period;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Count;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.Relation;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 追溯的 SQL: the very rows behind a count, page by page.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DrillTables {

    private final JdbcClient database;

    DrillTables(JdbcClient database) {
        this.database = database;
    }

    /// 一行依据.
    ///
    /// @param key    turn of the case, or number of the act; for a fault or a mark 0
    /// @param at     the moment that decides the period
    /// @param amount what it adds
    public record Ground(String number, int key, Instant at, String amount, @Nullable String unit, @Nullable String post,
            @Nullable String place) {
    }

    /// The rows of a fact in the period, of these keys of the subject; of all where `keys` is null.
    public List<Ground> rows(Fact fact, Subject subject, Period period, @Nullable List<String> keys, boolean beats, int offset, int size) {
        Count count = fact.count();
        Relation relation = count.relation();
        String key = key(relation, subject, beats);
        String number = relation == Relation.MARKS ? "r.reason" : "r.number";
        String place = relation.projected() ? "r." + relation.key() : "0";
        return database.sql("SELECT " + number + " AS number, " + place + " AS k, r." + count.moment() + " AS at, ("
                        + count.amountSql() + ")::text AS amount, " + column(relation, "unit") + " AS unit, "
                        + column(relation, "post") + " AS post, " + column(relation, "cell") + " AS place FROM "
                        + relation.table() + " r " + (keys == null ? "" : "JOIN unnest(:keys::text[]) AS m (key) ON m.key = " + key)
                        + " WHERE r.platform = :platform AND " + count.whereSql()
                        + " ORDER BY r." + count.moment() + ", 1, 2 LIMIT :size OFFSET :offset")
                .param("platform", Tenancy.current().value()).param("from", Timestamp.from(period.begin()))
                .param("to", Timestamp.from(period.end())).param("size", size).param("offset", offset)
                .param("keys", keys == null ? new String[0] : keys.toArray(String[]::new))
                .query((row, n) -> new Ground(row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4),
                        row.getString(5), row.getString(6), row.getString(7))).list();
    }

    private static String key(Relation relation, Subject subject, boolean beats) {
        if (relation == Relation.MARKS) {
            return "r.subject";
        }
        if (beats) {
            return "r.duty_grid";
        }
        return switch (subject) {
            case CITY -> "'city'";
            case DISTRICT -> "left(r.cell, 6)";
            case SUBDISTRICT -> "left(r.cell, 9)";
            case COMMUNITY -> "left(r.cell, 12)";
            case CELL -> "r.cell";
            case DUTY_GRID -> "r.duty_grid";
            case UNIT -> "r.unit";
            case COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM -> "coalesce(r.post, '')";
        };
    }

    private static String column(Relation relation, String name) {
        return relation.columns().containsKey(name) ? "r." + name : "NULL";
    }
}
