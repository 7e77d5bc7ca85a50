package jingwei.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jingwei.evaluation.fact.FactKeeper;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 超时申诉 (COL-19, counting rule 15): once a case, after closing, by its unit; the command side reviews first, the head of
/// supervision last. A granted one leaves the overdue counts of periods not sealed; the trace stays.
@Component
public class Appeals {

    private final JdbcClient database;
    private final Reader reader;
    private final FactKeeper keeper;
    private final PlatformClock clock;
    private final Journal journal;
    private final Organizations organizations;
    private final Notices notices;

    Appeals(JdbcClient database, Reader reader, FactKeeper keeper, PlatformClock clock, Journal journal, Organizations organizations,
            Notices notices) {
        this.database = database;
        this.reader = reader;
        this.keeper = keeper;
        this.clock = clock;
        this.journal = journal;
        this.organizations = organizations;
        this.notices = notices;
    }

    /// @param status `asked`, `supported`, `granted` or `refused`
    public record Appeal(UUID id, String number, String unit, String reason, String post, Instant raisedAt, String status,
            @Nullable String firstPost, @Nullable String firstOpinion, @Nullable String lastPost, @Nullable String lastOpinion) {
    }

    /// @throws RefusedException `case-not-counted`, `not-your-unit`, `not-late`, `not-closed-yet`, `appealed-before`
    @Transactional
    public UUID raise(String number, String reason) {
        Reader.Speaker speaker = reader.speaker();
        Map<String, Object> row = database.sql("""
                SELECT * FROM evaluation.case_facts WHERE platform = :platform AND number = :number ORDER BY turn DESC LIMIT 1
                """).param("platform", platform()).param("number", number).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> AppealRules.refusal(Refusal.Kind.NOT_FOUND, "case-not-counted", "案件 " + number + " 不在评价之内", "the case is not among those evaluated"));
        String unit = (String) row.get("unit");
        AppealRules.mayRaise(speaker.handles() && unit != null && reader.ownUnits(speaker).contains(unit), row.get("closed_at") != null,
                Boolean.TRUE.equals(row.get("late")));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try {
            database.sql("""
                    INSERT INTO evaluation.appeals (platform, id, case_id, number, turn, unit, reason, by_post, by_person, raised_at, status)
                    VALUES (:platform, :id, :case, :number, :turn, :unit, :reason, :post, :person, :now, 'asked')
                    """).param("platform", platform()).param("id", id).param("case", row.get("case_id")).param("number", number)
                    .param("turn", row.get("turn")).param("unit", unit).param("reason", reason).param("post", speaker.post().id())
                    .param("person", speaker.person()).param("now", Timestamp.from(clock.now())).update();
        } catch (DuplicateKeyException e) {
            throw AppealRules.refusal(Refusal.Kind.CONFLICT, "appealed-before", "每个案件只能申诉一次", "a case is appealed once");
        }
        tell(organizations.current().postsOf(PostKind.DISPATCHER).stream().map(Post::id).toList(), "超时申诉待初审", "an overdue appeal to review", number);
        return id;
    }

    /// The first step by the command side, the last by the head of supervision.
    ///
    /// @throws RefusedException `no-such-appeal`, `appeal-decided`, `not-your-step`
    @Transactional
    public void decide(UUID id, boolean grant, String opinion) {
        Reader.Speaker speaker = reader.speaker();
        Map<String, Object> row = database.sql("SELECT * FROM evaluation.appeals WHERE platform = :platform AND id = :id FOR UPDATE")
                .param("platform", platform()).param("id", id).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> AppealRules.refusal(Refusal.Kind.NOT_FOUND, "no-such-appeal", "没有这件申诉", "there is no such appeal"));
        String status = (String) row.get("status");
        boolean first = AppealRules.first(status);
        String next = AppealRules.decided(status, grant, speaker.post());
        database.sql(first ? """
                UPDATE evaluation.appeals SET status = :next, first_post = :post, first_person = :person, first_opinion = :opinion,
                  decided_at = :now WHERE platform = :platform AND id = :id
                """ : """
                UPDATE evaluation.appeals SET status = :next, last_post = :post, last_opinion = :opinion, decided_at = :now
                WHERE platform = :platform AND id = :id AND :person::uuid IS NOT NULL
                """).param("platform", platform()).param("id", id).param("next", next).param("post", speaker.post().id())
                .param("person", speaker.person()).param("opinion", opinion).param("now", Timestamp.from(clock.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, (String) row.get("number"), "overdue-appeal", Map.of("status", next));
        String number = (String) Objects.requireNonNull(row.get("number"));
        if (next.equals("supported")) {
            tell(organizations.current().postsOf(PostKind.CENTER_CHIEF).stream().map(Post::id).toList(), "超时申诉待终审", "an overdue appeal to decide", number);
        } else {
            boolean granted = next.equals("granted");
            tell(List.of((String) Objects.requireNonNull(row.get("by_post"))), granted ? "超时申诉成立" : "超时申诉不成立",
                    granted ? "the overdue appeal was granted" : "the overdue appeal was refused", number);
        }
        if (next.equals("granted")) {
            keeper.refresh(List.of((UUID) Objects.requireNonNull(row.get("case_id"))));
        }
    }

    /// Newest first; a unit sees its own.
    @Transactional(readOnly = true)
    public List<Appeal> all() {
        Reader.Speaker speaker = reader.speaker();
        List<Appeal> all = database.sql("SELECT * FROM evaluation.appeals WHERE platform = :platform ORDER BY raised_at DESC, id DESC LIMIT 500")
                .param("platform", platform()).query((row, n) -> new Appeal(row.getObject("id", UUID.class), row.getString("number"),
                        row.getString("unit"), row.getString("reason"), row.getString("by_post"), row.getTimestamp("raised_at").toInstant(),
                        row.getString("status"), row.getString("first_post"), row.getString("first_opinion"), row.getString("last_post"),
                        row.getString("last_opinion"))).list();
        if (!speaker.handles()) {
            return all;
        }
        List<String> own = reader.ownUnits(speaker);
        return all.stream().filter(one -> own.contains(one.unit())).toList();
    }

    /// Whose step it is now, and every open page of appeals.
    private void tell(List<String> posts, String zh, String en, String number) {
        posts.forEach(post -> notices.send(new Recipient.ToPost(post), Text.of(zh + "：" + number, en + ": " + number), "/office/appeals?number=" + number));
        notices.ripple();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
