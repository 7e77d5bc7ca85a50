package jingwei.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.Performer;
import jingwei.casework.Surroundings;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 请示 (COL-13): a post asks one above it on its own side what to do with a case; question and answer stay in the case.
@Component
public class Questions {

    private static final Set<PostKind> SUPERVISION = Set.of(PostKind.SHIFT_LEADER, PostKind.CENTER_CHIEF, PostKind.LEADER);
    private static final Set<PostKind> COMMAND = Set.of(PostKind.COMMAND_CHIEF, PostKind.LEADER);
    private static final Set<PostKind> HANDLING = Set.of(PostKind.DISPATCHER, PostKind.COMMAND_CHIEF);
    private static final int LONGEST = 5_000;

    private final JdbcClient database;
    private final Surroundings around;
    private final Notices notices;
    private final Journal journal;

    Questions(JdbcClient database, Surroundings around, Notices notices, Journal journal) {
        this.database = database;
        this.around = around;
        this.notices = notices;
        this.journal = journal;
    }

    /// @param askedOf the post asked
    /// @param answer  null while it is waited for
    public record CaseQuestion(UUID id, String number, String askedBy, String askedOf, String words, Instant askedAt,
            @Nullable String answer, @Nullable Instant answeredAt) {
    }

    /// Whom a post may ask: those above it on its own side; a unit asks the command side (两轴分立).
    public List<Post> higher(Post asker) {
        Axis axis = asker.axis();
        Set<PostKind> kinds = axis == null || axis == Axis.LEADERSHIP ? Set.of() : switch (axis) {
            case SUPERVISION -> SUPERVISION;
            case COMMAND -> COMMAND;
            case HANDLING -> HANDLING;
            case LEADERSHIP -> Set.of();
        };
        return around.organization().posts().stream().filter(post -> kinds.contains(post.kind()) && !post.holders().isEmpty()
                && !post.id().equals(asker.id()) && post.kind() != asker.kind()).toList();
    }

    /// @throws RefusedException `not-higher`, `words-needed`
    @Transactional
    public CaseQuestion ask(UUID id, Case theCase, Performer asker, String askedOf, String words) {
        Post asked = higher(asker.post()).stream().filter(post -> post.id().equals(askedOf)).findFirst()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_ALLOWED, "not-higher", "不能向“" + askedOf + "”请示",
                        "“" + askedOf + "” is not above you on your side", "请从可请示的岗位中选择", "choose one of the posts offered"));
        String said = said(words);
        database.sql("""
                INSERT INTO casework.questions (platform, id, number, asked_by, asked_of, person, words, asked_at)
                VALUES (:platform, :id, :number, :by, :of, :person, :words, :now)
                """).param("platform", platform()).param("id", id).param("number", theCase.number().value())
                .param("by", asker.post().id()).param("of", asked.id()).param("person", asker.person()).param("words", said)
                .param("now", Timestamp.from(around.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, theCase.number().value(), "asked-for-instructions", Map.of("of", asked.id()));
        tell(asked.id(), "请示待批复", "instructions are asked for", theCase.number().value());
        return one(id);
    }

    /// @throws RefusedException `no-such-question`, `not-asked-of-you`, `answered-before`, `words-needed`
    @Transactional
    public CaseQuestion answer(UUID id, Performer speaker, String words) {
        CaseQuestion question = database.sql("SELECT * FROM casework.questions WHERE platform = :platform AND id = :id FOR UPDATE")
                .param("platform", platform()).param("id", id).query(Questions::read).optional()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-question", "没有这件请示", "there is no such question",
                        "请刷新案卷", "load the case again"));
        if (!question.askedOf().equals(speaker.post().id())) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-asked-of-you", "这件请示不是向您提出的", "the question was not put to you",
                    "由被请示岗位批复", "the post asked answers");
        }
        if (question.answer() != null) {
            throw refusal(Refusal.Kind.CONFLICT, "answered-before", "这件请示已经批复", "the question was answered",
                    "需要补充的，请另写批示", "write an instruction to add something");
        }
        database.sql("""
                UPDATE casework.questions SET answer = :words, answered_by = :person, answered_at = :now
                WHERE platform = :platform AND id = :id
                """).param("platform", platform()).param("id", id).param("words", said(words)).param("person", speaker.person())
                .param("now", Timestamp.from(around.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, question.number(), "instructions-given", Map.of("to", question.askedBy()));
        tell(question.askedBy(), "请示已批复", "your question was answered", question.number());
        return one(id);
    }

    @Transactional(readOnly = true)
    public List<CaseQuestion> of(Case theCase) {
        return database.sql("SELECT * FROM casework.questions WHERE platform = :platform AND number = :number ORDER BY asked_at, id")
                .param("platform", platform()).param("number", theCase.number().value()).query(Questions::read).list();
    }

    /// What waits for this post's answer, the oldest first.
    @Transactional(readOnly = true)
    public List<CaseQuestion> waitingFor(Post post) {
        return database.sql("""
                SELECT * FROM casework.questions WHERE platform = :platform AND asked_of = :post AND answer IS NULL
                ORDER BY asked_at, id LIMIT 200
                """).param("platform", platform()).param("post", post.id()).query(Questions::read).list();
    }

    private CaseQuestion one(UUID id) {
        return database.sql("SELECT * FROM casework.questions WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query(Questions::read).single();
    }

    private void tell(String post, String zh, String en, String number) {
        notices.send(new Recipient.ToPost(post), Text.of(zh + "：" + number, en + ": " + number), "/office/cases/" + number);
        notices.ripple();
    }

    private static CaseQuestion read(ResultSet row, int n) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new CaseQuestion(row.getObject("id", UUID.class), row.getString("number"), row.getString("asked_by"),
                row.getString("asked_of"), row.getString("words"), row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"), answered == null ? null : answered.toInstant());
    }

    private static String said(String words) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw refusal(Refusal.Kind.MALFORMED, "words-needed", "内容应为 1 到 5000 字", "one to 5,000 characters are needed",
                    "请写明后再提交", "write what you mean and send it again");
        }
        return said;
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en, String todo, String toDo) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(todo, toDo)).under("COL-13").asException();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
