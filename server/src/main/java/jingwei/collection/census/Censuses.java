package jingwei.collection.census;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Speakers;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 专项普查: the center says what is to be looked at where, with which questions; collectors fill it in; progress is counted by duty
/// grid (ACQ-24).
@Component
public class Censuses {

    private static final int MOST_QUESTIONS = 20;
    private static final Duration LONGEST = Duration.ofDays(400);

    private final JdbcClient database;
    private final Land land;
    private final Speakers speakers;
    private final Notices notices;
    private final PlatformClock clock;
    private final JsonMapper json;

    Censuses(JdbcClient database, Land land, Speakers speakers, Notices notices, PlatformClock clock, JsonMapper json) {
        this.database = database;
        this.land = land;
        this.speakers = speakers;
        this.notices = notices;
        this.clock = clock;
        this.json = json;
    }

    /// 普查项.
    ///
    /// @param name    short word the answers are kept under
    /// @param choices what may be answered; for a choice only
    @Schema(name = "CensusQuestion")
    public record Question(@Schema(example = "material") String name, @Schema(example = "材质") String label, Kind kind,
            @Nullable List<String> choices, boolean required) {

        /// 填法.
        public enum Kind {
            TEXT, NUMBER, YES, CHOICE
        }
    }

    /// 普查任务.
    ///
    /// @param dutyGrids where; empty for everywhere
    /// @param classCode the class that is looked at; null for any
    /// @param until     no entry is taken after it
    @Schema(name = "Census")
    public record Census(UUID id, String title, String words, List<String> dutyGrids, @Nullable String classCode,
            List<Question> questions, Instant from, Instant until) {

        /// @throws jingwei.standards.RefusedException `census-over`, `field-malformed`
        void check(Map<String, String> answers, Instant now) {
            if (now.isAfter(until)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "census-over", Text.of("普查“" + title + "”已经结束", "the census " + title + " is over"),
                        Text.of("如仍需填报，请与监督中心联系", "ask the supervision center where it is still needed")).under("ACQ-24").asException();
            }
            for (Question each : questions) {
                String said = answers.getOrDefault(each.name(), "").strip();
                if (each.required() && said.isEmpty()) {
                    throw CollectionRefusals.malformed(each.name(), "“" + each.label() + "”必须填写", "must be answered");
                }
                if (!said.isEmpty() && !fits(each, said)) {
                    throw CollectionRefusals.malformed(each.name(), "“" + each.label() + "”不能填“" + said + "”", "cannot be answered so");
                }
            }
            Set<String> asked = new HashSet<>(questions.stream().map(Question::name).toList());
            answers.keySet().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
                throw CollectionRefusals.malformed(name, "没有这一项", "is not asked");
            });
        }

        private static boolean fits(Question question, String said) {
            return said.length() <= 500 && switch (question.kind()) {
                case TEXT -> true;
                case NUMBER -> said.matches("-?\\d{1,12}(\\.\\d{1,6})?");
                case YES -> said.equals("是") || said.equals("否");
                case CHOICE -> question.choices() != null && question.choices().contains(said);
            };
        }
    }

    /// 进度: entries of a duty grid so far.
    @Schema(name = "CensusProgress")
    public record Progress(String dutyGrid, String name, int entries, int collectors) {
    }

    /// 发布普查. The same id again answers the first.
    @Transactional
    public Census publish(Census wanted, Performer by) {
        check(wanted);
        Instant now = clock.now();
        int made = database.sql("""
                INSERT INTO collection.censuses (platform, id, title, words, duty_grids, class_code, questions, from_at, until_at, made_by)
                VALUES (:platform, :id, :title, :words, :grids, :class, :questions::jsonb, :now, :until, :by) ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", wanted.id()).param("title", wanted.title()).param("words", wanted.words())
                .param("grids", wanted.dutyGrids().toArray(new String[0])).param("class", wanted.classCode())
                .param("questions", json.writeValueAsString(wanted.questions())).param("now", Timestamp.from(now))
                .param("until", Timestamp.from(wanted.until())).param("by", by.post().id()).update();
        if (made == 1) {
            for (Post post : speakers.organization().postsOf(PostKind.COLLECTOR)) {
                notices.send(new Recipient.ToPost(post.id()), Text.of("专项普查：" + wanted.title(), "census: " + wanted.title()),
                        "/collector/censuses/" + wanted.id());
            }
        }
        return require(wanted.id());
    }

    /// All, the newest first.
    @Transactional(readOnly = true)
    public List<Census> all() {
        return database.sql("SELECT * FROM collection.censuses WHERE platform = :platform ORDER BY from_at DESC LIMIT 200")
                .param("platform", platform()).query(this::read).list();
    }

    /// Those a collector of these duty grids fills in now.
    public List<Census> running(List<String> dutyGrids) {
        Instant now = clock.now();
        return all().stream().filter(each -> now.isBefore(each.until()))
                .filter(each -> each.dutyGrids().isEmpty() || each.dutyGrids().stream().anyMatch(dutyGrids::contains)).toList();
    }

    /// @throws jingwei.standards.RefusedException `no-such-census`
    @Transactional(readOnly = true)
    public Census require(UUID id) {
        return database.sql("SELECT * FROM collection.censuses WHERE platform = :platform AND id = :id").param("platform", platform())
                .param("id", id).query(this::read).optional()
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-census", "项普查", "census"));
    }

    /// 进度 by duty grid; those without an entry are shown too.
    @Transactional(readOnly = true)
    public List<Progress> progress(UUID id) {
        Census census = require(id);
        LandMap map = land.current();
        Map<String, Progress> done = new java.util.HashMap<>();
        database.sql("""
                SELECT coalesce(duty_grid, '') AS grid, count(*) AS entries, count(DISTINCT person) AS collectors
                FROM collection.field_notes WHERE platform = :platform AND census = :id GROUP BY 1
                """).param("platform", platform()).param("id", id).query((row, n) -> new Progress(row.getString("grid"), "",
                        row.getInt("entries"), row.getInt("collectors"))).list().forEach(each -> done.put(each.dutyGrid(), each));
        List<String> grids = census.dutyGrids().isEmpty() ? done.keySet().stream().sorted().toList() : census.dutyGrids();
        return grids.stream().map(code -> {
            Progress found = done.getOrDefault(code, new Progress(code, "", 0, 0));
            return new Progress(code, map.dutyGrid(code).map(grid -> grid.name()).orElse(code), found.entries(), found.collectors());
        }).toList();
    }

    private void check(Census c) {
        if (c.title().isBlank() || c.title().length() > 60) {
            throw CollectionRefusals.malformed("title", "应为 1 到 60 字", "has 1 to 60 characters");
        }
        if (c.words().length() > 2000) {
            throw CollectionRefusals.malformed("words", "不超过 2000 字", "have 2000 characters at most");
        }
        if (!c.until().isAfter(clock.now()) || c.until().isAfter(clock.now().plus(LONGEST))) {
            throw CollectionRefusals.malformed("until", "应在今后 400 天之内", "lies within the next 400 days");
        }
        if (c.classCode() != null) {
            ClassCode.of(c.classCode());
        }
        LandMap map = land.current();
        c.dutyGrids().stream().filter(code -> map.dutyGrid(code).isEmpty()).findFirst().ifPresent(code -> {
            throw CollectionRefusals.malformed("dutyGrids", "没有责任网格 " + code, "there is no duty grid " + code);
        });
        Set<String> names = new HashSet<>();
        if (c.questions().isEmpty() || c.questions().size() > MOST_QUESTIONS || c.questions().stream().anyMatch(each -> each == null
                || each.name() == null || !each.name().matches("[a-z][a-z0-9-]{0,30}") || !names.add(each.name())
                || each.label() == null || each.label().isBlank() || each.kind() == null
                || each.kind() == Question.Kind.CHOICE && (each.choices() == null || each.choices().size() < 2))) {
            throw CollectionRefusals.malformed("questions", "应有 1 到 20 项，各有不同的小写标识、名称和填法；选择项至少两个选项",
                    "are 1 to 20, each with its own lower-case name, a label and a kind; a choice has two choices or more");
        }
    }

    private Census read(ResultSet row, int n) throws SQLException {
        return new Census(row.getObject("id", UUID.class), row.getString("title"), row.getString("words"),
                Arrays.asList((String[]) row.getArray("duty_grids").getArray()), row.getString("class_code"),
                List.of(json.readValue(row.getString("questions"), Question[].class)), row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
