package jingwei.evaluation.report;

import io.swagger.v3.oas.annotations.media.Schema;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingwei.evaluation.Period;
import jingwei.evaluation.Sheets;
import jingwei.media.ChineseFont;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 评价报告 (EVA-12): papers made by hand or on schedule from a layout, kept for who wants to read them.
@Component
public class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Set<String> SCHEDULES = Set.of("none", "day", "week", "month", "quarter", "year");

    private final JdbcClient database;
    private final Layouts layouts;
    private final Sheets sheets;
    private final ChineseFont font;
    private final PlatformClock clock;
    private final Platforms platforms;
    private final TransactionTemplate work;

    Reports(JdbcClient database, Layouts layouts, Sheets sheets, ChineseFont font, PlatformClock clock, Platforms platforms,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.layouts = layouts;
        this.sheets = sheets;
        this.font = font;
        this.clock = clock;
        this.platforms = platforms;
        this.work = new TransactionTemplate(transactions);
    }

    /// 版式. @param every `none`, `day`, `week`, `month`, `quarter` or `year`
    public record Layout(String id, String name, String body, String every) {
    }

    @Schema(name = "EvaluationReport")

    public record Report(UUID id, String layout, String title, String form, Instant madeAt, String post) {
    }

    /// A report with its bytes.
    public record Paper(Report report, byte[] content) {
    }

    /// 格式.
    public enum Form {
        PDF("application/pdf", "pdf"),
        WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

        private final String type;
        private final String ending;

        Form(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return ending;
        }
    }

    @Transactional(readOnly = true)
    public List<Layout> layouts() {
        List<Layout> kept = database.sql("SELECT * FROM evaluation.layouts WHERE platform = :platform ORDER BY id")
                .param("platform", platform()).query((row, n) -> new Layout(row.getString("id"), row.getString("name"), row.getString("body"),
                        row.getString("every"))).list();
        List<String> known = kept.stream().map(Layout::id).toList();
        List<Layout> all = new java.util.ArrayList<>(Layouts.ready().values().stream().filter(layout -> !known.contains(layout.id())).toList());
        all.addAll(kept);
        return all;
    }

    /// @throws RefusedException `layout-faulty`, `unknown-schedule`
    @Transactional
    public void keep(Layout layout) {
        if (!layout.id().matches("[a-z][a-z0-9-]{0,39}") || layout.name().isBlank() || !SCHEDULES.contains(layout.every())) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "unknown-schedule", "版式须有小写标识、名称，周期为 none、day、week、month、quarter 或 year",
                    "a layout has a lower-case id, a name, and is made every none, day, week, month, quarter or year");
        }
        layouts.check(layout.body(), sheets.inForce(Period.containing(Period.Kind.DAY, clock.today())));
        database.sql("""
                INSERT INTO evaluation.layouts (platform, id, name, body, every, last_to) VALUES (:platform, :id, :name, :body, :every, :today)
                ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name, body = excluded.body, every = excluded.every
                """).param("platform", platform()).param("id", layout.id()).param("name", layout.name().strip()).param("body", layout.body())
                .param("every", layout.every()).param("today", clock.today()).update();
    }

    /// @throws RefusedException `no-such-layout`, `no-chinese-font`
    @Transactional
    public Report make(String layout, Period period, Form form, String post) {
        Layout found = layouts().stream().filter(each -> each.id().equals(layout)).findFirst()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-layout", "没有版式 " + layout, "there is no layout " + layout));
        Layouts.Made made = layouts.make(found.body(), sheets.inForce(period), period);
        byte[] content = switch (form) {
            case PDF -> Papers.pdf(made.title(), made.pieces(), font);
            case WORD -> Papers.word(made.title(), made.pieces());
            case EXCEL -> Papers.excel(made.title(), made.pieces());
        };
        Report report = new Report(UuidCreator.getTimeOrderedEpoch(), layout, made.title(), form.name().toLowerCase(Locale.ROOT), clock.now(), post);
        database.sql("""
                INSERT INTO evaluation.reports (platform, id, layout, title, form, made_at, by_post, content)
                VALUES (:platform, :id, :layout, :title, :form, :at, :post, :content)
                """).param("platform", platform()).param("id", report.id()).param("layout", layout).param("title", report.title())
                .param("form", report.form()).param("at", Timestamp.from(report.madeAt())).param("post", post).param("content", content).update();
        return report;
    }

    @Transactional(readOnly = true)
    public List<Report> all() {
        return database.sql("""
                SELECT id, layout, title, form, made_at, by_post FROM evaluation.reports WHERE platform = :platform
                ORDER BY made_at DESC, id DESC LIMIT 200
                """).param("platform", platform()).query((row, n) -> report(row)).list();
    }

    @Transactional(readOnly = true)
    public Paper paper(UUID id) {
        return database.sql("SELECT * FROM evaluation.reports WHERE platform = :platform AND id = :id").param("platform", platform())
                .param("id", id).query((row, n) -> new Paper(report(row), row.getBytes("content"))).optional()
                .orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-report", "没有这份报告", "there is no such report"));
    }

    /// Makes what has become due: each layout once a period, for the period that ended last.
    @Scheduled(fixedDelayString = "${jingwei.evaluation.reports-every:60000}", initialDelay = 60_000)
    void makeDue() {
        for (Platform platform : platforms.all()) {
            try {
                Tenancy.run(platform.id(), this::makeDueHere);
            } catch (RefusedException e) {
                LOG.warn("no scheduled report for {}: {}", platform.id(), e.refusal().what().en());
            }
        }
    }

    /// Makes what is due on the platform being served; answers how many papers.
    public int makeDueHere() {
        Integer made = work.execute(status -> {
            int count = 0;
            LocalDate today = clock.today();
            var due = database.sql("SELECT id, every, last_to FROM evaluation.layouts WHERE platform = :platform AND every <> 'none' FOR UPDATE SKIP LOCKED")
                    .param("platform", platform()).query().listOfRows();
            for (var row : due) {
                Period current = Period.of((String) row.get("every"), today, null);
                LocalDate last = Optional.ofNullable((java.sql.Date) row.get("last_to")).map(java.sql.Date::toLocalDate).orElse(LocalDate.EPOCH);
                if (last.isBefore(current.from())) {
                    make((String) row.get("id"), current.before(), Form.PDF, "定时");
                    database.sql("UPDATE evaluation.layouts SET last_to = :to WHERE platform = :platform AND id = :id").param("platform", platform())
                            .param("id", row.get("id")).param("to", current.from()).update();
                    count++;
                }
            }
            return count;
        });
        return made == null ? 0 : made;
    }

    private static Report report(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Report(row.getObject("id", UUID.class), row.getString("layout"), row.getString("title"), row.getString("form"),
                row.getTimestamp("made_at").toInstant(), row.getString("by_post"));
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of("请核对后重试", "check it and try again")).under("EVA-12").asException();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
