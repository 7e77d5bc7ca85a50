package jingwei.evaluation.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jingwei.organization.Organization;
import jingwei.organization.Unit;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 单位隶属的沿革: notes under whom a unit stands and since when, so that a move in the middle of a period moves no figure of
/// the periods before it.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnitTree {

    private final JdbcTemplate database;

    UnitTree(JdbcTemplate database) {
        this.database = database;
    }

    /// Notes what changed; a platform seen for the first time is noted as it is, from the first day on.
    public void note(Organization organization, LocalDate today) {
        Map<String, String> known = parents(LocalDate.of(9999, 1, 1));
        for (Unit unit : organization.units()) {
            String parent = Objects.requireNonNullElse(unit.parent(), "");
            if (!parent.equals(known.get(unit.id()))) {
                database.update("""
                        INSERT INTO evaluation.unit_parents (platform, unit, since, parent) VALUES (?, ?, ?, ?)
                        ON CONFLICT (platform, unit, since) DO UPDATE SET parent = excluded.parent
                        """, platform(), unit.id(), known.containsKey(unit.id()) ? today : LocalDate.EPOCH, parent);
            }
        }
    }

    /// Who stood under whom at the end of a period: unit to the one above, the empty text at the top.
    public Map<String, String> parents(LocalDate end) {
        Map<String, String> parents = new HashMap<>();
        database.query("SELECT unit, parent FROM evaluation.unit_parents WHERE platform = ? AND since < ? ORDER BY since",
                row -> {
                    parents.put(row.getString(1), row.getString(2));
                }, platform(), end);
        return parents;
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
