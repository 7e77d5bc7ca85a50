package jingwei.catalog.desk;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 常用语 and 知识库: sentences that are written every day, and papers that are looked up (ACC-22, COL-21).
@Component
public class Phrases {

    private final JdbcClient database;
    private final PlatformClock clock;

    Phrases(JdbcClient database, PlatformClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param act  the act it is for; null for every act
    /// @param mine somebody's own; the others are the platform's
    public record Phrase(UUID id, @Nullable String act, String words, boolean mine) {
    }

    /// 知识条目.
    public enum Kind {
        LAW, DUTY, RULE, PLAN
    }

    /// @param body   empty in a list
    /// @param source where the paper comes from
    public record KnowledgePaper(UUID id, Kind kind, String title, String body, String source) {
    }

    @Transactional(readOnly = true)
    public List<Phrase> phrases(UUID person, @Nullable String act) {
        return database.sql("""
                SELECT id, act, words, person IS NOT NULL AS mine FROM catalog.phrases
                WHERE platform = :platform AND (person IS NULL OR person = :person) AND (:act::text IS NULL OR act IS NULL OR act = :act)
                ORDER BY mine DESC, act NULLS LAST, words LIMIT 300
                """).param("platform", platform()).param("person", person).param("act", act).query((row, n) -> new Phrase(
                        row.getObject("id", UUID.class), row.getString("act"), row.getString("words"), row.getBoolean("mine"))).list();
    }

    /// @param person null keeps it for the platform
    @Transactional
    public void keep(UUID id, @Nullable UUID person, @Nullable String act, String words) {
        if (words.isBlank() || words.length() > 500) {
            throw malformed("words", "应为 1 到 500 字", "has 1 to 500 characters");
        }
        database.sql("""
                INSERT INTO catalog.phrases (platform, id, person, act, words, kept_at)
                VALUES (:platform, :id, :person, :act, :words, :now)
                ON CONFLICT (platform, id) DO UPDATE SET act = excluded.act, words = excluded.words, kept_at = excluded.kept_at
                WHERE phrases.person IS NOT DISTINCT FROM excluded.person
                """).param("platform", platform()).param("id", id).param("person", person).param("act", act)
                .param("words", words.strip()).param("now", Timestamp.from(clock.now())).update();
    }

    @Transactional
    public void forget(UUID id, @Nullable UUID person) {
        database.sql("DELETE FROM catalog.phrases WHERE platform = :platform AND id = :id AND person IS NOT DISTINCT FROM :person")
                .param("platform", platform()).param("id", id).param("person", person).update();
    }

    /// Every word of the question must stand in the title or the text; a hit in the title comes first.
    @Transactional(readOnly = true)
    public List<KnowledgePaper> papers(String words, @Nullable Kind kind) {
        StringBuilder sql = new StringBuilder("SELECT id, kind, title, source FROM catalog.papers WHERE platform = :platform");
        List<String> wanted = List.of(words.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+")).stream()
                .filter(word -> !word.isEmpty()).limit(5).toList();
        for (int i = 0; i < wanted.size(); i++) {
            sql.append(" AND strpos(lower(title || ' ' || body), :word").append(i).append(") > 0");
        }
        if (kind != null) {
            sql.append(" AND kind = :kind");
        }
        sql.append(wanted.isEmpty() ? " ORDER BY title" : " ORDER BY strpos(lower(title), :word0) = 0, title").append(" LIMIT 200");
        JdbcClient.StatementSpec statement = database.sql(sql.toString()).param("platform", platform());
        for (int i = 0; i < wanted.size(); i++) {
            statement = statement.param("word" + i, wanted.get(i));
        }
        if (kind != null) {
            statement = statement.param("kind", kind.name());
        }
        return statement.query((row, n) -> new KnowledgePaper(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")),
                row.getString("title"), "", row.getString("source"))).list();
    }

    @Transactional(readOnly = true)
    public KnowledgePaper paper(UUID id) {
        return database.sql("SELECT * FROM catalog.papers WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).query((row, n) -> new KnowledgePaper(row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")), row.getString("title"), row.getString("body"), row.getString("source")))
                .optional().orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-paper", Text.of("没有这篇资料", "there is no such paper"),
                        Text.of("请重新检索", "search again")).under("COL-21").asException());
    }

    @Transactional
    public void keep(KnowledgePaper paper) {
        if (paper.title().isBlank() || paper.title().length() > 200 || paper.body().isBlank() || paper.body().length() > 100_000
                || paper.source().length() > 500) {
            throw malformed("title, body", "标题 1 到 200 字，正文 1 到 10 万字，出处不超过 500 字",
                    "a title has 1 to 200 characters, a text 100,000 at most, a source 500");
        }
        database.sql("""
                INSERT INTO catalog.papers (platform, id, kind, title, body, source, kept_at)
                VALUES (:platform, :id, :kind, :title, :body, :source, :now)
                ON CONFLICT (platform, id) DO UPDATE SET kind = excluded.kind, title = excluded.title, body = excluded.body,
                  source = excluded.source, kept_at = excluded.kept_at
                """).param("platform", platform()).param("id", paper.id()).param("kind", paper.kind().name())
                .param("title", paper.title().strip()).param("body", paper.body()).param("source", paper.source())
                .param("now", Timestamp.from(clock.now())).update();
    }

    @Transactional
    public void forget(UUID id) {
        database.sql("DELETE FROM catalog.papers WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", id).update();
    }

    private static jingwei.standards.RefusedException malformed(String field, String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, "field-malformed", Text.of("填写有误：" + zh, "wrongly filled in: " + en),
                Text.of("请更正后重存", "correct it and keep it again")).under("COL-21").missing(List.of(field)).asException();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
