package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.store.StatisticTables;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 统计方案 (STA-01): a free statistic kept under a name, for its post alone or for all; beside them the ready-made tables.
///
/// Ready-made tables are data (`evaluation/statistics.csv`) and belong to nobody; a scheme is changed and removed by the post that
/// keeps it.
@Component
public class Schemes {

    private static final int MOST = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final List<Scheme> standard = standard();

    Schemes(JdbcClient database) {
        this.database = database;
    }

    /// 问什么: dimensions and measures by their words, filters as `dimension=value;…`.
    @Schema(name = "StatisticQuestion")
    public record Question(List<String> dimensions, List<String> measures, String filters) {

        public Question {
            dimensions = List.copyOf(dimensions);
            measures = List.copyOf(measures);
        }
    }

    /// 方案. @param post who keeps it, blank for a ready-made table; @param mine whether the asking post keeps it
    @Schema(name = "StatisticScheme")
    public record Scheme(String id, String name, String nameEn, String post, boolean shared, boolean mine, Question question) {
    }

    private static List<Scheme> standard() {
        try (Reader in = new InputStreamReader(Objects.requireNonNull(Schemes.class.getResourceAsStream("/evaluation/statistics.csv")),
                StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(in, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            List<Scheme> all = new ArrayList<>();
            rows.forEach(row -> all.add(checked(new Scheme(row.get("id"), row.get("name"), row.get("nameEn"), "", true, false,
                    new Question(words(row.get("dimensions")), words(row.get("measures")), "")))));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /// A ready-made table that asks for what does not exist would be found out by a user only.
    private static Scheme checked(Scheme scheme) {
        for (String measure : scheme.question().measures()) {
            Fact fact = Fact.ofWord(measure).orElseThrow(() -> new IllegalStateException(scheme.id() + ": no fact " + measure));
            for (String word : scheme.question().dimensions()) {
                Dimension dimension = Dimension.ofWord(word).orElseThrow(() -> new IllegalStateException(scheme.id() + ": no dimension " + word));
                if (!StatisticTables.splits(fact, dimension)) {
                    throw new IllegalStateException(scheme.id() + ": " + measure + " is not split by " + word);
                }
            }
        }
        return scheme;
    }

    /// The ready-made tables, then what the post keeps, then what others share.
    @Transactional(readOnly = true)
    public List<Scheme> seenBy(String post) {
        List<Scheme> all = new ArrayList<>(standard);
        all.addAll(database.sql("""
                SELECT id::text AS id, name, by_post, shared, question::text AS question FROM evaluation.schemes
                WHERE platform = :platform AND (by_post = :post OR shared) ORDER BY by_post <> :post, name
                """).param("platform", Tenancy.current().value()).param("post", post)
                .query((row, n) -> new Scheme(row.getString("id"), row.getString("name"), row.getString("name"), row.getString("by_post"),
                        row.getBoolean("shared"), row.getString("by_post").equals(post), JSON.readValue(row.getString("question"), Question.class))).list());
        return all;
    }

    /// Keeps a scheme under its name; the same name of the same post is replaced, so that a repeat changes nothing.
    @Transactional
    public Scheme keep(String post, String name, boolean shared, Question question) {
        if (name.strip().length() > 60) {
            throw refusal("scheme-name", "方案名称最多 60 字", "a scheme's name has at most 60 letters", "请缩短名称", "shorten it");
        }
        Integer kept = database.sql("SELECT count(*) FROM evaluation.schemes WHERE platform = :platform AND by_post = :post AND name <> :name")
                .param("platform", Tenancy.current().value()).param("post", post).param("name", name.strip()).query(Integer.class).single();
        if (kept >= MOST) {
            throw refusal("too-many-schemes", "每个岗位最多保存 " + MOST + " 个方案", "a post keeps at most " + MOST + " schemes", "请先删除不用的方案",
                    "remove some first");
        }
        String id = database.sql("""
                INSERT INTO evaluation.schemes (platform, id, name, by_post, shared, question)
                VALUES (:platform, gen_random_uuid(), :name, :post, :shared, :question::jsonb)
                ON CONFLICT (platform, by_post, name) DO UPDATE SET shared = excluded.shared, question = excluded.question
                RETURNING id::text
                """).param("platform", Tenancy.current().value()).param("post", post).param("name", name.strip()).param("shared", shared)
                .param("question", JSON.writeValueAsString(Map.of("dimensions", question.dimensions(), "measures", question.measures(),
                        "filters", question.filters()))).query(String.class).single();
        return new Scheme(id, name.strip(), name.strip(), post, shared, true, question);
    }

    /// Removes a scheme of the post; one that is gone already is removed all the same.
    ///
    /// @throws RefusedException `not-your-scheme`
    @Transactional
    public void remove(String post, String id) {
        @Nullable String keeper = database.sql("SELECT by_post FROM evaluation.schemes WHERE platform = :platform AND id::text = :id")
                .param("platform", Tenancy.current().value()).param("id", id).query(String.class).optional().orElse(null);
        if (standard.stream().anyMatch(one -> one.id().equals(id)) || keeper != null && !keeper.equals(post)) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-scheme", Text.of("这个方案不是本岗位保存的", "the scheme is not kept by this post"),
                    Text.of("可另存为自己的方案", "keep it under a name of your own")).under("STA-01").asException();
        }
        database.sql("DELETE FROM evaluation.schemes WHERE platform = :platform AND id::text = :id AND by_post = :post")
                .param("platform", Tenancy.current().value()).param("id", id).param("post", post).update();
    }

    private static RefusedException refusal(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("STA-01").asException();
    }
}
