package jingwei.collection.handover;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Speakers;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 转交: a collector asks a colleague to take over his task; it is the colleague's once he agrees (DEV-21).
///
/// Until then the task stays where it is and may be answered. The task itself is sent anew from the exchange post of the
/// supervision side, since a collector sends nobody; what both said is in the docket. The center moves a task without asking
/// anybody, by sending it anew itself (ACQ-26).
@Component
public class Handovers {

    private static final String SELECT = "SELECT * FROM collection.handovers WHERE platform = :platform";

    private final JdbcClient database;
    private final CaseRoom room;
    private final Speakers speakers;
    private final Notices notices;
    private final PlatformClock clock;

    Handovers(JdbcClient database, CaseRoom room, Speakers speakers, Notices notices, PlatformClock clock) {
        this.database = database;
        this.room = room;
        this.speakers = speakers;
        this.notices = notices;
        this.clock = clock;
    }

    /// 转交请求.
    ///
    /// @param from   whose task it is
    /// @param to     who is asked
    /// @param agreed null while he has not answered
    @Schema(name = "TaskHandover")
    public record Handover(UUID id, String number, String from, String fromName, String to, String toName, String words,
            Instant offeredAt, @Nullable Instant answeredAt, @Nullable Boolean agreed) {
    }

    /// 请同事接办. The same id again answers the first request.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-collector`, `not-your-task`, `handover-open`, `id-taken`
    @Transactional
    public Handover offer(UUID id, Performer who, String number, String to, String words) {
        Post other = speakers.post(to);
        if (other.id().equals(who.post().id())) {
            throw CollectionRefusals.malformed("to", "应为另一名采集员", "is another collector");
        }
        if (words.length() > 200) {
            throw CollectionRefusals.malformed("words", "不超过 200 字", "have 200 characters at most");
        }
        List<Handover> known = database.sql(SELECT + " AND id = :id").param("platform", platform()).param("id", id)
                .query(this::read).list();
        if (!known.isEmpty()) {
            Handover first = known.getFirst();
            if (!first.from().equals(who.post().id()) || !first.number().equals(number) || !first.to().equals(to)) {
                throw CollectionRefusals.taken();
            }
            return first;
        }
        task(number, who);
        int made = database.sql("""
                INSERT INTO collection.handovers (platform, id, number, from_post, from_person, to_post, words, offered_at)
                VALUES (:platform, :id, :number, :from, :person, :to, :words, :now) ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", id).param("number", number).param("from", who.post().id())
                .param("person", who.person()).param("to", to).param("words", words).param("now", Timestamp.from(clock.now()))
                .update();
        if (made == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "handover-open", Text.of("这项任务已请同事接办，还没有答复", "a colleague was asked already and has not answered"),
                    Text.of("请等他答复，或与他联系", "wait for his answer or call him")).under("DEV-21").asException();
        }
        notices.send(new Recipient.ToPost(to), Text.of(who.post().name() + " 请您接办一项任务", who.post().id() + " asks you to take over a task"),
                "/collector/handovers/" + id);
        return require(id);
    }

    /// 答复. The first answer stands; agreeing moves the task at once.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-handover`, `not-your-task` where the task is no longer the other's,
    ///         `handover-answered`
    @Transactional
    public Handover answer(UUID id, Performer who, boolean agrees) {
        Handover asked = require(id);
        if (!asked.to().equals(who.post().id())) {
            throw absent();
        }
        if (asked.agreed() != null) {
            if (asked.agreed() != agrees) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "handover-answered", Text.of("您已答复过", "you have answered already"),
                        Text.of("要改变请与对方重新商量", "agree anew with the other")).under("DEV-21").asException();
            }
            return asked;
        }
        database.sql("""
                UPDATE collection.handovers SET answered_at = :now, agreed = :agrees, to_person = :person
                WHERE platform = :platform AND id = :id AND agreed IS NULL
                """).param("platform", platform()).param("id", id).param("now", Timestamp.from(clock.now()))
                .param("agrees", agrees).param("person", who.person()).update();
        if (agrees) {
            Post from = speakers.post(asked.from());
            Case theCase = task(asked.number(), Performer.of(who.person(), from));
            Act act = theCase.task() != null && theCase.task().kind() == Case.FieldTask.Kind.CHECK ? Act.ASK_CHECK : Act.ASK_VERIFY;
            String said = "任务转交：" + asked.fromName() + " → " + asked.toName() + "（双方同意）" + asked.words();
            room.perform(ActRequest.on(theCase.number(), act, to(asked.to(), said)), gateway());
        }
        notices.send(new Recipient.ToPost(asked.from()), agrees ? Text.of(asked.toName() + " 已接办您的任务", asked.to() + " took over your task")
                : Text.of(asked.toName() + " 不接办您的任务", asked.to() + " declined your task"), "/collector/tasks");
        return require(id);
    }

    /// Requests of a post that are not answered, asked of it or by it.
    @Transactional(readOnly = true)
    public List<Handover> open(String post) {
        return database.sql(SELECT + " AND agreed IS NULL AND (to_post = :post OR from_post = :post) ORDER BY offered_at")
                .param("platform", platform()).param("post", post).query(this::read).list().stream()
                .filter(each -> isHis(each.number(), each.from())).toList();
    }

    /// A request about a task that was answered or withdrawn meanwhile is over.
    private boolean isHis(String number, String post) {
        return room.find(CaseNumber.of(number), gateway()).map(Case::task).filter(task -> task.collector().equals(post)).isPresent();
    }

    private Case task(String number, Performer who) {
        return room.find(CaseNumber.of(number), gateway())
                .filter(found -> found.task() != null && found.task().collector().equals(who.post().id()))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "not-your-task",
                        Text.of("这项任务现在不在转交人手上", "the task is not with whoever hands it over"),
                        Text.of("请刷新任务列表", "load the tasks again")).under("DEV-21").asException());
    }

    private Performer gateway() {
        Post post = room.around().organization().postsOf(PostKind.SUPERVISION_GATEWAY).stream().filter(each -> !each.holders().isEmpty())
                .findFirst().orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "no-exchange-post",
                        Text.of("监督侧没有数据交换岗位，任务不能转交", "the supervision side has no exchange post, so no task is handed over"),
                        Text.of("请管理员设置岗位，或由受理员改派", "ask the administrator for the post, or the operator to send it anew")).under("DEV-21")
                        .asException());
        return Performer.of(post.holders().getFirst(), post);
    }

    private static Particulars to(String collector, String opinion) {
        return new Particulars(opinion, null, null, null, null, null, null, null, null, null, null, null, collector, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    private Handover require(UUID id) {
        return database.sql(SELECT + " AND id = :id").param("platform", platform()).param("id", id).query(this::read).optional()
                .orElseThrow(Handovers::absent);
    }

    private static RefusedException absent() {
        return CollectionRefusals.noSuch("no-such-handover", "项转交请求，或没有请您", "request to take over, or not of you");
    }

    private Handover read(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        String from = row.getString("from_post");
        String to = row.getString("to_post");
        return new Handover(row.getObject("id", UUID.class), row.getString("number"), from, named(from), to, named(to),
                row.getString("words"), row.getTimestamp("offered_at").toInstant(), answered == null ? null : answered.toInstant(),
                row.getObject("agreed", Boolean.class));
    }

    private String named(String post) {
        return room.around().organization().post(post).map(Post::name).orElse(post);
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
