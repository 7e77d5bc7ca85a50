package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 走过的流转: which moves the cases of a span have made, counted.
@Component
public class Walked {

    private final JdbcClient database;

    Walked(JdbcClient database) {
        this.database = database;
    }

    /// 一种流转.
    ///
    /// @param number the newest case that made it
    public record Move(String from, String act, String to, String axis, long times, String number) {
    }

    /// Every kind of move made since, the most frequent first.
    public List<Move> since(Instant from) {
        return database.sql("""
                SELECT a.from_state, a.act, a.to_state, a.axis, count(*), max(c.number)
                FROM casework.case_acts a JOIN casework.cases c ON c.platform = a.platform AND c.id = a.case_id
                WHERE a.platform = :platform AND a.at >= :from
                GROUP BY a.from_state, a.act, a.to_state, a.axis ORDER BY count(*) DESC, a.from_state, a.act
                """).param("platform", Tenancy.current().value()).param("from", Timestamp.from(from))
                .query((row, n) -> new Move(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5),
                        row.getString(6))).list();
    }

    /// Cases that had an act since.
    public long cases(Instant from) {
        return database.sql("SELECT count(DISTINCT case_id) FROM casework.case_acts WHERE platform = :platform AND at >= :from")
                .param("platform", Tenancy.current().value()).param("from", Timestamp.from(from)).query(Long.class).single();
    }
}
