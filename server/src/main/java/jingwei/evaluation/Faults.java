package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.Organizations;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 采集差错 (ACC-24, counting rule 14): missed, wrong, false or concealed, confirmed by the supervision center; it counts for the
/// collector in the period in which the case was reported.
@Component
public class Faults {

    public static final Set<String> KINDS = Set.of("missed", "wrong", "false", "concealed");

    private final JdbcClient database;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final Journal journal;

    Faults(JdbcClient database, Organizations organizations, PlatformClock clock, Journal journal) {
        this.database = database;
        this.organizations = organizations;
        this.clock = clock;
        this.journal = journal;
    }

    @Schema(name = "CollectorFault")

    public record Fault(UUID id, String kind, String number, String post, Instant at, String reason, String byPost, Instant notedAt) {
    }

    /// @throws RefusedException `unknown-fault`, `no-such-collector`, `case-not-counted`, `fault-known`
    @Transactional
    public UUID confirm(String kind, String number, String post, String reason, String by) {
        if (!KINDS.contains(kind)) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "unknown-fault", "没有“" + kind + "”这种差错", "there is no fault \"" + kind + "\"");
        }
        organizations.current().post(post).filter(found -> found.kind() == PostKind.COLLECTOR).orElseThrow(() ->
                refusal(Refusal.Kind.UNPROCESSABLE, "no-such-collector", "没有采集员岗位 " + post, "there is no collector's post " + post));
        Map<String, Object> row = database.sql("""
                SELECT reported_at, cell, duty_grid FROM evaluation.case_facts
                WHERE platform = :platform AND number = :number AND first LIMIT 1
                """).param("platform", Tenancy.current().value()).param("number", number).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> refusal(Refusal.Kind.UNPROCESSABLE, "case-not-counted", "案件 " + number + " 不在评价之内",
                        "the case " + number + " is not among those evaluated"));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try {
            database.sql("""
                    INSERT INTO evaluation.faults (platform, id, kind, number, post, cell, duty_grid, at, reason, by_post, noted_at)
                    VALUES (:platform, :id, :kind, :number, :post, :cell, :grid, :at, :reason, :by, :now)
                    """).param("platform", Tenancy.current().value()).param("id", id).param("kind", kind).param("number", number)
                    .param("post", post).param("cell", row.get("cell")).param("grid", row.get("duty_grid"))
                    .param("at", row.get("reported_at")).param("reason", reason).param("by", by)
                    .param("now", Timestamp.from(clock.now())).update();
        } catch (DuplicateKeyException e) {
            throw refusal(Refusal.Kind.CONFLICT, "fault-known", "这一差错已经确认过", "this fault was confirmed before");
        }
        journal.write(JournalEntry.Kind.DATA_CHANGE, number, "collector-fault", Map.of("kind", kind, "post", post));
        return id;
    }

    @Transactional(readOnly = true)
    public List<Fault> of(Period period) {
        return database.sql("SELECT * FROM evaluation.faults WHERE platform = :platform AND at >= :from AND at < :to ORDER BY at, id")
                .param("platform", Tenancy.current().value()).param("from", Timestamp.from(period.begin()))
                .param("to", Timestamp.from(period.end())).query((row, n) -> new Fault(row.getObject("id", UUID.class),
                        row.getString("kind"), row.getString("number"), row.getString("post"), row.getTimestamp("at").toInstant(),
                        row.getString("reason"), row.getString("by_post"), row.getTimestamp("noted_at").toInstant())).list();
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of("请核对后重试", "check it and try again")).under("ACC-24").asException();
    }
}
