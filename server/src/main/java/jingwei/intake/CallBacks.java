package jingwei.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.ActPerformed;
import jingwei.casework.Case;
import jingwei.casework.CaseRoom;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 回访 (ACC-14): a reporter who wished for a reply is called when his case has ended, however it ended, and grades the answer.
@Component
public class CallBacks {

    /// After so many vain tries the reporter counts as not to be reached.
    private static final int TRIES = 3;

    private final JdbcClient database;
    private final PlatformClock clock;
    private final CaseRoom room;

    CallBacks(JdbcClient database, PlatformClock clock, CaseRoom room) {
        this.database = database;
        this.clock = clock;
        this.room = room;
    }

    /// 回访状态.
    public enum Status {
        DUE, DONE, UNREACHED
    }

    /// @param why   the act that ended the case
    /// @param grade 1 very dissatisfied … 5 very satisfied
    public record CallBack(UUID id, String number, @Nullable String name, String phone, String why, Instant dueSince,
            Status status, int tries, @Nullable Integer grade, @Nullable String words, @Nullable String post,
            @Nullable Instant doneAt) {
    }

    /// 应回访数与已回访数. @param satisfied graded 4 or 5
    public record CallBackCount(long due, long done, long unreached, long graded, long satisfied) {
    }

    @EventListener
    void hear(ActPerformed performed) {
        Case c = performed.after();
        Particulars.Reporter reporter = c.reported().reporter();
        boolean ended = room.around().process(c.process(), c.processVersion()).state(c.state()).isFinal();
        boolean moved = performed.before() == null || !performed.before().state().equals(c.state());
        if (!ended || !moved || reporter == null || !reporter.wantsReply() || reporter.phone() == null || reporter.phone().isBlank()) {
            return;
        }
        database.sql("""
                INSERT INTO intake.call_backs (platform, id, case_id, seq, number, name, phone, why, due_since, status, tries)
                VALUES (:platform, :id, :case, :seq, :number, :name, :phone, :why, :now, 'DUE', 0)
                ON CONFLICT (platform, case_id, seq) DO NOTHING
                """).param("platform", Tenancy.current().value()).param("id", UuidCreator.getTimeOrderedEpoch())
                .param("case", c.id()).param("seq", performed.act().seq()).param("number", c.number().value())
                .param("name", reporter.name()).param("phone", reporter.phone()).param("why", performed.act().act().word())
                .param("now", Timestamp.from(performed.act().at())).update();
    }

    @Transactional(readOnly = true)
    public List<CallBack> list(Status status) {
        return database.sql("SELECT * FROM intake.call_backs WHERE platform = :platform AND status = :status ORDER BY due_since"
                + (status == Status.DUE ? "" : " DESC") + ", id LIMIT 200")
                .param("platform", Tenancy.current().value()).param("status", status.name()).query(CallBacks::read).list();
    }

    @Transactional(readOnly = true)
    public CallBackCount count() {
        return database.sql("""
                SELECT count(*) FILTER (WHERE status = 'DUE'), count(*) FILTER (WHERE status = 'DONE'),
                  count(*) FILTER (WHERE status = 'UNREACHED'), count(grade), count(*) FILTER (WHERE grade >= 4)
                FROM intake.call_backs WHERE platform = :platform
                """).param("platform", Tenancy.current().value()).query((row, n) -> new CallBackCount(row.getLong(1), row.getLong(2),
                        row.getLong(3), row.getLong(4), row.getLong(5))).single();
    }

    /// Writes down a call-back, or a vain try.
    ///
    /// @param grade null where the reporter gave none
    /// @throws jingwei.standards.RefusedException `no-such-call-back`, `call-back-done`, `field-malformed`
    @Transactional
    public CallBack record(UUID id, Performer speaker, boolean reached, @Nullable Integer grade, @Nullable String words) {
        CallBack due = find(id);
        if (due.status() != Status.DUE) {
            throw IntakeRefusals.conflict("call-back-done", "ACC-14", Text.of("这次回访已有结果", "this call-back has its result"),
                    Text.of("请刷新列表", "load the list again"));
        }
        if (grade != null && (grade < 1 || grade > 5)) {
            throw IntakeRefusals.malformed("grade", "应为 1 到 5", "lies between 1 and 5");
        }
        if (words != null && words.length() > 2000) {
            throw IntakeRefusals.malformed("words", "不超过 2000 字", "has 2000 characters at most");
        }
        Status next = reached ? Status.DONE : due.tries() + 1 >= TRIES ? Status.UNREACHED : Status.DUE;
        database.sql("""
                UPDATE intake.call_backs SET status = :status, tries = tries + 1, grade = :grade, words = :words, post = :post,
                  person = :person, done_at = :done WHERE platform = :platform AND id = :id
                """).param("platform", Tenancy.current().value()).param("id", id).param("status", next.name())
                .param("grade", reached ? grade : null).param("words", words).param("post", speaker.post().id())
                .param("person", speaker.person()).param("done", next == Status.DUE ? null : Timestamp.from(clock.now())).update();
        return find(id);
    }

    private CallBack find(UUID id) {
        return database.sql("SELECT * FROM intake.call_backs WHERE platform = :platform AND id = :id")
                .param("platform", Tenancy.current().value()).param("id", id).query(CallBacks::read).optional()
                .orElseThrow(() -> IntakeRefusals.noSuch("no-such-call-back", "次回访", "call-back"));
    }

    private static CallBack read(ResultSet row, int n) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new CallBack(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"), row.getString("phone"),
                row.getString("why"), row.getTimestamp("due_since").toInstant(), Status.valueOf(row.getString("status")),
                row.getInt("tries"), row.getObject("grade", Integer.class), row.getString("words"), row.getString("post"),
                done == null ? null : done.toInstant());
    }
}
