package jingwei.casework.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 模拟运行报告: what the trial has shown: how many cases of each stage, how units answered, how often the command center entered
/// an answer for one that has not joined.
@Component
@Transactional(readOnly = true)
public class TrialReport {

    private final JdbcClient database;

    TrialReport(JdbcClient database) {
        this.database = database;
    }

    /// @param acts  how often each act was performed on trial
    /// @param units 各单位
    public record Report(long cases, long closed, Map<String, Long> acts, List<UnitLine> units) {
    }

    /// @param handled   answers given
    /// @param late      answers after the limit; shown, counted for nothing
    /// @param enteredBy answers the command center entered
    public record UnitLine(String unit, long handled, long late, long enteredBy) {
    }

    public Report make() {
        String platform = Tenancy.current().value();
        Map<String, Long> acts = new LinkedHashMap<>();
        database.sql("""
                SELECT a.act, count(*) FROM casework.case_acts a JOIN casework.cases c USING (platform)
                WHERE a.platform = :platform AND c.id = a.case_id AND c.trial GROUP BY a.act ORDER BY a.act
                """).param("platform", platform).query(row -> {
                    acts.put(row.getString(1), row.getLong(2));
                });
        List<UnitLine> units = database.sql("""
                SELECT a.organization, count(*), count(*) FILTER (WHERE a.overdue),
                       count(*) FILTER (WHERE a.entered_by IS NOT NULL)
                FROM casework.case_acts a JOIN casework.cases c ON c.platform = a.platform AND c.id = a.case_id
                WHERE a.platform = :platform AND c.trial AND a.act = 'handle' GROUP BY a.organization ORDER BY 1
                """).param("platform", platform)
                .query((row, n) -> new UnitLine(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))).list();
        long cases = database.sql("SELECT count(*) FROM casework.cases WHERE platform = :platform AND trial")
                .param("platform", platform).query(Long.class).single();
        long closed = database.sql("""
                SELECT count(*) FROM casework.cases WHERE platform = :platform AND trial AND stage = 'EVALUATION'
                """).param("platform", platform).query(Long.class).single();
        return new Report(cases, closed, acts, units);
    }
}
