package jingwei.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.Axis;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 外部评价 (EVA-09, EVA-05): satisfaction, spot checks, leaders' marks, bonus and malus and corrections; nothing counts before
/// somebody else has approved it, and who entered and who approved stays on record.
@Component
public class Marks {

    private static final Set<String> KINDS = Set.of("callback-due", "callback", "satisfied", "spot-check", "leader", "bonus", "malus",
            "correction");
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private final JdbcClient database;
    private final Reader reader;
    private final Subjects subjects;
    private final PlatformClock clock;
    private final Journal journal;

    Marks(JdbcClient database, Reader reader, PlatformClock clock, Journal journal, Subjects subjects) {
        this.database = database;
        this.reader = reader;
        this.subjects = subjects;
        this.clock = clock;
        this.journal = journal;
    }

    /// @param approved null while it waits
    public record Mark(UUID id, String kind, String subject, LocalDate day, BigDecimal amount, String reason, String post,
            Instant enteredAt, @Nullable Boolean approved, @Nullable String decidedBy, @Nullable String opinion) {
    }

    /// @throws RefusedException `unknown-mark`, `amount-out-of-range`, `no-such-subject`
    @Transactional
    public UUID enter(String kind, String subject, LocalDate day, BigDecimal amount, String reason) {
        if (!KINDS.contains(kind)) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "unknown-mark", "没有“" + kind + "”这种外部评价", "there is no mark \"" + kind + "\"");
        }
        if (amount.abs().compareTo(MOST) > 0 || amount.scale() > 4 || amount.signum() < 0 && !kind.equals("correction")) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "amount-out-of-range", "数值须在 0 到一千万之间、最多四位小数", "an amount is 0 to ten million with four decimals at most");
        }
        Period then = Period.containing(Period.Kind.DAY, day);
        if (Arrays.stream(Subject.values()).noneMatch(one -> subjects.roll(one, then).names().containsKey(subject))) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "no-such-subject", "没有评价对象 " + subject, "nothing evaluated has the code " + subject);
        }
        Reader.Speaker speaker = reader.speaker();
        if (speaker.post().axis() != Axis.SUPERVISION && speaker.post().axis() != Axis.LEADERSHIP) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-your-axis", "外部评价由监督中心或领导录入", "marks from outside are entered by the supervision side or a leader");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                INSERT INTO evaluation.marks (platform, id, kind, subject, day, at, amount, reason, by_post, by_person, entered_at)
                VALUES (:platform, :id, :kind, :subject, :day, :at, :amount, :reason, :post, :person, :now)
                """).param("platform", Tenancy.current().value()).param("id", id).param("kind", kind).param("subject", subject)
                .param("day", day).param("at", Timestamp.from(day.atStartOfDay(WorkCalendar.ZONE).toInstant())).param("amount", amount)
                .param("reason", reason).param("post", speaker.post().id()).param("person", speaker.person())
                .param("now", Timestamp.from(clock.now())).update();
        return id;
    }

    /// @throws RefusedException `no-such-mark`, `mark-decided`, `own-mark`
    @Transactional
    public void decide(UUID id, boolean approve, String opinion) {
        Reader.Speaker speaker = reader.speaker();
        Map<String, Object> row = database.sql("SELECT * FROM evaluation.marks WHERE platform = :platform AND id = :id FOR UPDATE")
                .param("platform", Tenancy.current().value()).param("id", id).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-mark", "没有这项外部评价", "there is no such mark"));
        if (row.get("approved") != null) {
            throw refusal(Refusal.Kind.CONFLICT, "mark-decided", "已经审批过", "it was decided before");
        }
        if (speaker.person().equals(row.get("by_person"))) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "own-mark", "录入者不审批自己录入的评价", "who enters does not approve");
        }
        database.sql("""
                UPDATE evaluation.marks SET approved = :approved, decided_by = :post, opinion = :opinion, decided_at = :now
                WHERE platform = :platform AND id = :id
                """).param("platform", Tenancy.current().value()).param("id", id).param("approved", approve).param("post", speaker.post().id())
                .param("opinion", opinion).param("now", Timestamp.from(clock.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, id.toString(), "external-mark", Map.of("approved", approve));
    }

    @Transactional(readOnly = true)
    public List<Mark> of(Period period) {
        return database.sql("SELECT * FROM evaluation.marks WHERE platform = :platform AND day >= :from AND day < :to ORDER BY day, id")
                .param("platform", Tenancy.current().value()).param("from", period.from()).param("to", period.to())
                .query((row, n) -> new Mark(row.getObject("id", UUID.class), row.getString("kind"), row.getString("subject"),
                        row.getObject("day", LocalDate.class), row.getBigDecimal("amount"), row.getString("reason"), row.getString("by_post"),
                        row.getTimestamp("entered_at").toInstant(), (Boolean) row.getObject("approved"), row.getString("decided_by"),
                        row.getString("opinion"))).list();
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of("请核对后重试", "check it and try again")).under("EVA-09").asException();
    }
}
