package jingwei.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 异议: who is scored objects to a sealed figure; another decides it, on the record. A sealed figure is not moved by it: what
/// must change is reckoned again as a new edition.
@Component
public class Objections {

    private final JdbcClient database;
    private final Seals seals;
    private final Reader reader;
    private final PlatformClock clock;
    private final Journal journal;

    Objections(JdbcClient database, Seals seals, Reader reader, PlatformClock clock, Journal journal) {
        this.database = database;
        this.seals = seals;
        this.reader = reader;
        this.clock = clock;
        this.journal = journal;
    }

    /// @param upheld null while it waits
    public record Objection(UUID id, UUID seal, Subject subject, String code, String indicator, @Nullable String number, String reason,
            String post, Instant raisedAt, @Nullable Boolean upheld, @Nullable String decidedBy, @Nullable String opinion,
            @Nullable Instant decidedAt) {
    }

    /// @throws RefusedException `no-such-figure`, `not-your-figure`
    @Transactional
    public UUID raise(UUID seal, Subject subject, String code, String indicator, @Nullable String number, String reason) {
        Reader.Speaker speaker = reader.speaker();
        boolean known = seals.lines(seal, subject).stream().anyMatch(line -> line.code().equals(code) && line.figures().containsKey(indicator));
        if (!known) {
            throw refusal(Refusal.Kind.NOT_FOUND, "no-such-figure", "这次封存中没有这个数字", "the seal has no such figure", "请从封存结果中选择", "choose from the sealed results");
        }
        boolean own = switch (subject) {
            case UNIT -> speaker.handles() && reader.ownUnits(speaker).contains(code);
            case COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER -> speaker.post().id().equals(code);
            case FIRM -> speaker.post().organizationId().equals(code);
            case CITY, DISTRICT, SUBDISTRICT, COMMUNITY, CELL, DUTY_GRID -> speaker.handles();
        };
        if (!own) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-your-figure", "只能对本单位、本岗位的评价提出异议", "one objects to one's own figures only",
                    "请由被评价的单位或岗位提出", "leave it to the unit or post that is scored");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                INSERT INTO evaluation.objections (platform, id, seal, subject, code, indicator, number, reason, by_post, by_person, raised_at)
                VALUES (:platform, :id, :seal, :subject, :code, :indicator, :number::text, :reason, :post, :person, :now)
                """).param("platform", Tenancy.current().value()).param("id", id).param("seal", seal).param("subject", subject.name())
                .param("code", code).param("indicator", indicator).param("number", number).param("reason", reason)
                .param("post", speaker.post().id()).param("person", speaker.person()).param("now", Timestamp.from(clock.now())).update();
        return id;
    }

    /// @throws RefusedException `no-such-objection`, `objection-decided`, `own-objection`
    @Transactional
    public void decide(UUID id, boolean upheld, String opinion) {
        Reader.Speaker speaker = reader.speaker();
        Map<String, Object> row = database.sql("SELECT * FROM evaluation.objections WHERE platform = :platform AND id = :id FOR UPDATE")
                .param("platform", Tenancy.current().value()).param("id", id).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-objection", "没有这条异议", "there is no such objection", "请查异议列表", "see the list"));
        if (row.get("upheld") != null) {
            throw refusal(Refusal.Kind.CONFLICT, "objection-decided", "异议已经答复", "the objection was decided", "无须再答复", "nothing is left to do");
        }
        if (speaker.person().equals(row.get("by_person"))) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "own-objection", "提出者不答复自己的异议", "who objects does not decide", "请由另一人答复", "leave it to somebody else");
        }
        database.sql("""
                UPDATE evaluation.objections SET upheld = :upheld, decided_by = :post, opinion = :opinion, decided_at = :now
                WHERE platform = :platform AND id = :id
                """).param("platform", Tenancy.current().value()).param("id", id).param("upheld", upheld).param("post", speaker.post().id())
                .param("opinion", opinion).param("now", Timestamp.from(clock.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, id.toString(), "objection-decided", Map.of("upheld", upheld));
    }

    @Transactional(readOnly = true)
    public List<Objection> of(UUID seal) {
        return database.sql("SELECT * FROM evaluation.objections WHERE platform = :platform AND seal = :seal ORDER BY raised_at, id")
                .param("platform", Tenancy.current().value()).param("seal", seal).query((row, n) -> new Objection(
                        row.getObject("id", UUID.class), row.getObject("seal", UUID.class), Subject.valueOf(row.getString("subject")),
                        row.getString("code"), row.getString("indicator"), row.getString("number"), row.getString("reason"),
                        row.getString("by_post"), row.getTimestamp("raised_at").toInstant(), (Boolean) row.getObject("upheld"),
                        row.getString("decided_by"), row.getString("opinion"),
                        row.getTimestamp("decided_at") == null ? null : row.getTimestamp("decided_at").toInstant())).list();
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EVA-06").asException();
    }
}
