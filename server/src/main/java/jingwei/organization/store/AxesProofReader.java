package jingwei.organization.store;

import jingwei.organization.Axis;
import jingwei.organization.AxesProof;
import jingwei.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 两轴分立核验的查询: asks the tables, not the snapshot, and asks PostgreSQL for the constraints that hold them.
@Repository
public class AxesProofReader {

    private static final List<String> HELD_BY = List.of("kind_decides_axis", "post_on_axis_of_organization",
            "post_kind_decides_axis", "one_axis_per_person", "holding_on_axis_of_post", "holding_on_axis_of_person");

    private final JdbcClient database;

    AxesProofReader(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public AxesProof read() {
        List<AxesProof.Seated> seated = database.sql("""
                SELECT h.person, p.name, array_agg(DISTINCT h.axis ORDER BY h.axis) AS axes,
                       array_agg(h.post ORDER BY h.post) AS posts
                FROM organization.holdings h JOIN identity.persons p ON p.platform = h.platform AND p.id = h.person
                WHERE h.platform = :platform AND h.ended_at IS NULL GROUP BY h.person, p.name ORDER BY h.person
                """).param("platform", Tenancy.current().value())
                .query((row, number) -> new AxesProof.Seated(row.getObject("person", UUID.class), row.getString("name"),
                        Arrays.stream((String[]) row.getArray("axes").getArray()).map(AxesProofReader::zh).toList(),
                        List.of((String[]) row.getArray("posts").getArray()))).list();
        List<String> breaches = new ArrayList<>();
        seated.stream().filter(person -> person.axes().size() > 1)
                .forEach(person -> breaches.add(person.name() + "（" + person.person() + "）：" + person.axes()));
        breaches.addAll(database.sql("""
                SELECT p.id || ' @ ' || o.id FROM organization.posts p
                JOIN organization.organizations o ON o.platform = p.platform AND o.id = p.organization
                WHERE p.platform = :platform AND p.axis <> o.axis ORDER BY 1
                """).param("platform", Tenancy.current().value()).query(String.class).list());
        List<AxesProof.Constraint> constraints = database.sql("""
                SELECT con.conname, c.relname, pg_get_constraintdef(con.oid) AS definition
                FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'organization' AND con.conname IN (:names) AND con.convalidated
                ORDER BY con.conname
                """).param("names", HELD_BY)
                .query((row, number) -> new AxesProof.Constraint(row.getString("conname"), row.getString("relname"),
                        row.getString("definition"))).list();
        HELD_BY.stream().filter(name -> constraints.stream().noneMatch(each -> each.name().equals(name)))
                .forEach(name -> breaches.add("缺少数据库约束 " + name));
        return new AxesProof(breaches.isEmpty(), seated, breaches, constraints);
    }

    private static String zh(String axis) {
        return switch (axis) {
            case "NONE" -> "系统管理";
            case "SECURITY" -> "安全管理";
            case "AUDIT" -> "审计管理";
            default -> Axis.valueOf(axis).text().zh();
        };
    }
}
