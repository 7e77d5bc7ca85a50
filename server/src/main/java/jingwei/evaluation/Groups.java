package jingwei.evaluation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 评价分组: like subjects are ranked among themselves (EVA-07); a group has dates and is not changed for the past.
@Component
public class Groups {

    private final JdbcClient database;

    Groups(JdbcClient database) {
        this.database = database;
    }

    /// 组. @param validTo last day, null for good
    public record Group(String id, String name, Subject subject, List<String> codes, LocalDate validFrom, @Nullable LocalDate validTo) {

        public Group {
            codes = List.copyOf(codes);
        }
    }

    @Transactional(readOnly = true)
    public List<Group> all() {
        return database.sql("SELECT * FROM evaluation.groups WHERE platform = :platform ORDER BY id, valid_from")
                .param("platform", Tenancy.current().value())
                .query((row, n) -> new Group(row.getString("id"), row.getString("name"), Subject.valueOf(row.getString("subject")),
                        Arrays.stream(row.getString("codes").split(",")).filter(code -> !code.isEmpty()).toList(),
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class))).list();
    }

    /// Puts a group in force from a day on; the one before ends the day before.
    @Transactional
    public void put(Group group) {
        if (!group.id().matches("[a-z][a-z0-9-]{0,39}") || group.name().isBlank() || group.codes().isEmpty()
                || group.codes().stream().anyMatch(code -> code.isBlank() || code.contains(",") || code.length() > 60)) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "group-malformed", Text.of("分组须有标识、名称和至少一个成员", "a group has an id, a name and a member at least"),
                    Text.of("请补全", "complete it")).under("EVA-07").asException();
        }
        database.sql("""
                UPDATE evaluation.groups SET valid_to = :before WHERE platform = :platform AND id = :id AND valid_from < :from
                  AND (valid_to IS NULL OR valid_to >= :from)
                """).param("platform", Tenancy.current().value()).param("id", group.id()).param("from", group.validFrom())
                .param("before", group.validFrom().minusDays(1)).update();
        database.sql("""
                INSERT INTO evaluation.groups (platform, id, name, subject, codes, valid_from, valid_to)
                VALUES (:platform, :id, :name, :subject, :codes, :from, :to::date)
                ON CONFLICT (platform, id, valid_from) DO UPDATE SET name = excluded.name, subject = excluded.subject,
                  codes = excluded.codes, valid_to = excluded.valid_to
                """).param("platform", Tenancy.current().value()).param("id", group.id()).param("name", group.name().strip())
                .param("subject", group.subject().name()).param("codes", String.join(",", group.codes()))
                .param("from", group.validFrom()).param("to", group.validTo()).update();
    }

    /// The lines of the group's members, ranked among themselves; the whole table where no group is named.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-group`
    @Transactional(readOnly = true)
    public ResultTable within(ResultTable table, @Nullable String id) {
        if (id == null) {
            return table;
        }
        LocalDate last = table.period().to().minusDays(1);
        Group group = all().stream().filter(each -> each.id().equals(id) && each.subject() == table.subject()
                && !each.validFrom().isAfter(last) && (each.validTo() == null || !each.validTo().isBefore(last))).findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-group",
                        Text.of("这一周期没有分组 " + id, "there is no group " + id + " in the period"),
                        Text.of("请查分组列表", "see the list of groups")).under("EVA-07").asException());
        String composite = table.indicators().stream().filter(one -> one.kind() == jingwei.evaluation.sheet.Indicator.Kind.COMPOSITE)
                .map(one -> one.id()).findFirst().orElse(null);
        return new ResultTable(table.subject(), table.period(), table.sheet(), table.sheetVersion(), table.indicators(),
                Evaluation.ranked(table.lines().stream().filter(line -> group.codes().contains(line.code())).toList(), composite,
                        line -> line.rank() != null));
    }
}
