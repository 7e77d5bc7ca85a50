package jingwei.casework.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.Particulars;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 补充栏目的答案: what the reports of many cases answered, for lists.
@Repository
public class ExtraTables {

    private final JdbcClient database;

    ExtraTables(JdbcClient database) {
        this.database = database;
    }

    private record Answered(UUID id, Map<String, Object> answers) {
    }

    /// Answers by case; of several acts the last one counts.
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, Object>> of(Collection<UUID> cases) {
        Map<UUID, Map<String, Object>> found = new HashMap<>();
        if (cases.isEmpty()) {
            return found;
        }
        database.sql("""
                SELECT case_id, particulars FROM casework.case_acts
                WHERE platform = :platform AND case_id = ANY (:cases) AND particulars -> 'extra' IS NOT NULL ORDER BY case_id, seq
                """).param("platform", Tenancy.current().value()).param("cases", cases.toArray(UUID[]::new))
                .query((row, n) -> {
                    Particulars said = Pictures.particulars(row.getString("particulars"));
                    return new Answered(row.getObject("case_id", UUID.class), said.extra() == null ? Map.of() : said.extra());
                }).list().forEach(each -> found.computeIfAbsent(each.id(), id -> new HashMap<>()).putAll(each.answers()));
        return found;
    }
}
