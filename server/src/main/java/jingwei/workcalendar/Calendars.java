package jingwei.workcalendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// 日历版本: publishes calendars as immutable versions and answers the one in force.
///
/// A new version never moves a deadline by itself: due moments are stored, and re-reckoned by an act of their own.
@Component
public class Calendars {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final JdbcClient database;
    private final PerPlatform<WorkCalendar> current;

    Calendars(JdbcClient database, Clock wall) {
        this.database = database;
        this.current = new PerPlatform<>(wall, this::revision, this::load);
    }

    /// The calendar in force for the platform being served. @throws jingwei.standards.RefusedException `no-calendar`
    public WorkCalendar current() {
        return current.get();
    }

    /// 发布: makes the draft the calendar in force, as the next version. @throws jingwei.standards.RefusedException where the
    /// draft cannot be
    @Transactional
    public WorkCalendar publish(CalendarDraft draft, String by, Instant at) {
        draft.checked();
        int version = database.sql("""
                INSERT INTO workcalendar.calendars (platform, version, draft, published_by, published_at)
                SELECT :platform, coalesce(max(version), 0) + 1, :draft::jsonb, :by, :at
                FROM workcalendar.calendars WHERE platform = :platform RETURNING version
                """).param("platform", Tenancy.current().value()).param("draft", JSON.writeValueAsString(draft))
                .param("by", by).param("at", Timestamp.from(at)).query(Integer.class).single();
        current.forget();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                current.forget();
            }
        });
        return WorkCalendar.of(version, draft);
    }

    private long revision() {
        return database.sql("SELECT coalesce(max(version), 0) FROM workcalendar.calendars WHERE platform = :p")
                .param("p", Tenancy.current().value()).query(Long.class).single();
    }

    private WorkCalendar load() {
        return database.sql("""
                SELECT version, draft FROM workcalendar.calendars WHERE platform = :p ORDER BY version DESC LIMIT 1
                """).param("p", Tenancy.current().value())
                .query((row, n) -> WorkCalendar.of(row.getInt(1), JSON.readValue(row.getString(2), CalendarDraft.class)))
                .optional().orElseThrow(() -> Refusal.of(Refusal.Kind.UNAVAILABLE, "no-calendar",
                        Text.of("本平台还没有工作日历", "this platform has no work calendar yet"),
                        Text.of("请管理员发布工作日历", "ask the administrator to publish one")).under("APM-05").asException());
    }
}
