package jingwei.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Post;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 来电: the queue of calls, who answers which, and what somebody who calls has told before (HOT-01, ACC-02).
@Component
public class Calls {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,20}");
    private static final int LISTED = 200;

    private final JdbcClient database;
    private final PlatformClock clock;
    private final CaseRoom room;
    private final Notices notices;

    Calls(JdbcClient database, PlatformClock clock, CaseRoom room, Notices notices) {
        this.database = database;
        this.clock = clock;
        this.room = room;
        this.notices = notices;
    }

    /// 通话状态; a call only goes down this list.
    public enum State {
        RINGING, ANSWERED, ENDED, ABANDONED
    }

    /// What a call center tells. `RECORDED` changes no state, it only brings the address of the sound.
    public enum Event {
        RINGING, ANSWERED, ENDED, ABANDONED, RECORDED
    }

    /// 来电.
    ///
    /// @param recording address of the sound; null until the call center tells it
    /// @param number    the case registered from it
    public record Call(String id, String phone, @Nullable String line, State state, @Nullable String post,
            @Nullable String recording, @Nullable String number, Instant rangAt, @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {
    }

    /// 来电人: earlier calls and the cases that carry the number, newest first.
    public record Caller(String phone, List<Call> calls, List<CaseLine> cases) {
    }

    /// Takes an event in; the same one again changes nothing, an older one only fills what is missing.
    ///
    /// @throws jingwei.standards.RefusedException `field-malformed`
    @Transactional
    public Call hear(String id, Event event, @Nullable String phone, @Nullable String line, @Nullable String post,
            @Nullable String recording) {
        if (id.isBlank() || id.length() > 80) {
            throw IntakeRefusals.malformed("call", "应为 1 到 80 个字符", "has 1 to 80 characters");
        }
        Post seat = post == null ? null : room.around().organization().post(post)
                .orElseThrow(() -> IntakeRefusals.malformed("post", "没有这个岗位", "is no post here"));
        if (recording != null && !recording.matches("https?://\\S{1,500}")) {
            throw IntakeRefusals.malformed("recording", "应为 http 或 https 地址", "is an http or https address");
        }
        Optional<Call> known = find(id);
        if (known.isEmpty() && phone == null) {
            throw IntakeRefusals.malformed("phone", "第一次报来的电话须有主叫号码", "is needed with the first event of a call");
        }
        String caller = known.map(Call::phone).orElseGet(() -> phone(String.valueOf(phone)));
        State state = event == Event.RECORDED ? known.map(Call::state).orElse(State.ENDED) : State.valueOf(event.name());
        Timestamp now = Timestamp.from(clock.now());
        database.sql("""
                INSERT INTO intake.calls (platform, id, phone, line, state, post, recording, rang_at, answered_at, ended_at)
                VALUES (:platform, :id, :phone, :line, :state, :post, :recording, :now, :answered, :ended)
                ON CONFLICT (platform, id) DO UPDATE SET
                  state = CASE WHEN calls.state IN ('ENDED', 'ABANDONED') OR excluded.state = 'RINGING' THEN calls.state
                               ELSE excluded.state END,
                  line = coalesce(calls.line, excluded.line), post = coalesce(calls.post, excluded.post),
                  recording = coalesce(excluded.recording, calls.recording),
                  answered_at = coalesce(calls.answered_at, excluded.answered_at),
                  ended_at = coalesce(calls.ended_at, excluded.ended_at)
                """).param("platform", platform()).param("id", id).param("phone", caller).param("line", line)
                .param("state", state.name()).param("post", seat == null ? null : seat.id()).param("recording", recording)
                .param("now", now).param("answered", state == State.ANSWERED ? now : null)
                .param("ended", state == State.ENDED || state == State.ABANDONED ? now : null).update();
        Call call = find(id).orElseThrow();
        if (known.isEmpty() && state == State.RINGING && seat != null) {
            notices.send(new Recipient.ToPost(seat.id()), Text.of("来电：" + caller, "a call: " + caller),
                    "/office/acceptance/call/" + id);
        }
        notices.ripple();
        return call;
    }

    /// 接听: the operator takes a waiting call to his seat.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-call`, `call-taken`
    @Transactional
    public Call answer(String id, Performer speaker) {
        Call call = find(id).orElseThrow(() -> IntakeRefusals.noSuch("no-such-call", "通来电", "call"));
        if (call.state() != State.RINGING || call.post() != null && !call.post().equals(speaker.post().id())) {
            if (speaker.post().id().equals(call.post())) {
                return call;
            }
            throw IntakeRefusals.conflict("call-taken", "HOT-01", Text.of("来电已由他人接听或已结束", "the call was taken or has ended"),
                    Text.of("请接听队列中的下一通", "take the next of the queue"));
        }
        database.sql("""
                UPDATE intake.calls SET post = :post, state = 'ANSWERED', answered_at = :now
                WHERE platform = :platform AND id = :id AND state = 'RINGING'
                """).param("platform", platform()).param("id", id).param("post", speaker.post().id())
                .param("now", Timestamp.from(clock.now())).update();
        notices.ripple();
        return find(id).orElseThrow();
    }

    /// Ties the call to the case registered from it.
    @Transactional
    public Call tie(String id, CaseNumber number, Performer speaker) {
        room.find(number, speaker).orElseThrow(() -> IntakeRefusals.noSuch("no-such-case", "个案件", "case"));
        int changed = database.sql("UPDATE intake.calls SET number = :number WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).param("number", number.value()).update();
        if (changed == 0) {
            throw IntakeRefusals.noSuch("no-such-call", "通来电", "call");
        }
        return find(id).orElseThrow();
    }

    /// @param waiting only those that ring
    @Transactional(readOnly = true)
    public List<Call> list(boolean waiting) {
        return database.sql("SELECT * FROM intake.calls WHERE platform = :platform"
                + (waiting ? " AND state = 'RINGING' ORDER BY rang_at, id" : " ORDER BY rang_at DESC, id DESC") + " LIMIT " + LISTED)
                .param("platform", platform()).query(Calls::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<Call> find(String id) {
        return database.sql("SELECT * FROM intake.calls WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(Calls::read).optional();
    }

    /// What the number has told before. @throws jingwei.standards.RefusedException `field-malformed`
    @Transactional(readOnly = true)
    public Caller caller(String phone, Performer speaker) {
        String number = phone(phone);
        List<Call> calls = database.sql("SELECT * FROM intake.calls WHERE platform = :platform AND phone = :phone "
                + "ORDER BY rang_at DESC LIMIT 20").param("platform", platform()).param("phone", number).query(Calls::read).list();
        return new Caller(number, calls, room.list(ofPhone(number), speaker, 20));
    }

    private static CaseFilter ofPhone(String phone) {
        return new CaseFilter(null, null, null, null, null, null, null, null, null, null, null, phone, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /// Digits and a leading plus; blanks and dashes between them are how people write, not part of the number.
    static String phone(String written) {
        String plain = written.replaceAll("[\\s()（）-]", "");
        if (!PHONE.matcher(plain).matches()) {
            throw IntakeRefusals.malformed("phone", "应为 3 到 20 位数字", "has 3 to 20 digits");
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    private static Call read(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Call(row.getString("id"), row.getString("phone"), row.getString("line"), State.valueOf(row.getString("state")),
                row.getString("post"), row.getString("recording"), row.getString("number"), row.getTimestamp("rang_at").toInstant(),
                answered == null ? null : answered.toInstant(), ended == null ? null : ended.toInstant());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
