package jingwei.workcalendar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.CalendarVersion;
import jingwei.workcalendar.Season;
import jingwei.workcalendar.Slot;
import jingwei.workcalendar.SpecialDay;
import jingwei.workcalendar.WorkingDayRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 日历的存放: reads all versions of the current platform, and writes a new one. Every call needs a transaction around it.
@Component
public class CalendarStore {

    private final JdbcClient database;
    private final Revisions revisions;

    CalendarStore(JdbcClient database) {
        this.database = database;
        this.revisions = new Revisions(database, "calendar");
    }

    public long revision() {
        return revisions.current();
    }

    public void advance(PerPlatform<?> picture) {
        revisions.advance(picture);
    }

    private record SeasonRow(int version, int season, Season body) {
    }

    private record DayRow(int version, SpecialDay body) {
    }

    private record SlotRow(String place, Slot slot) {
    }

    /// All published versions, oldest first.
    public List<CalendarVersion> versions() {
        Map<String, List<Slot>> seasonSlots = grouped("SELECT version || '/' || season AS place, opens, closes "
                + "FROM workcalendar.slots ORDER BY version, season, opens");
        Map<String, List<Slot>> daySlots = grouped("SELECT version || '/' || day AS place, opens, closes "
                + "FROM workcalendar.day_slots ORDER BY version, day, opens");
        Map<Integer, List<SeasonRow>> seasons = database.sql("""
                SELECT version, season, name, first_day, last_day FROM workcalendar.seasons ORDER BY version, season
                """).query((row, number) -> new SeasonRow(row.getInt("version"), row.getInt("season"),
                new Season(row.getString("name"), monthDay(row.getString("first_day")),
                        monthDay(row.getString("last_day")),
                        seasonSlots.getOrDefault(row.getInt("version") + "/" + row.getInt("season"), List.of()))))
                .list().stream().collect(Collectors.groupingBy(SeasonRow::version));
        Map<Integer, List<DayRow>> days = database.sql("""
                SELECT version, day, kind, local, name, notice FROM workcalendar.days ORDER BY version, day, local
                """).query((row, number) -> dayRow(row, daySlots)).list().stream()
                .collect(Collectors.groupingBy(DayRow::version));
        return database.sql("""
                SELECT version, valid_from, working_day_rule, years, published_at, published_by
                FROM workcalendar.calendars ORDER BY version
                """).query((row, number) -> {
            int version = row.getInt("version");
            CalendarDraft draft = new CalendarDraft(row.getObject("valid_from", LocalDate.class),
                    WorkingDayRule.valueOf(row.getString("working_day_rule")),
                    seasons.getOrDefault(version, List.of()).stream().map(SeasonRow::body).toList(),
                    new TreeSet<>(List.of((Integer[]) row.getArray("years").getArray())),
                    days.getOrDefault(version, List.of()).stream().map(DayRow::body).toList());
            return new CalendarVersion(version, draft, row.getTimestamp("published_at").toInstant(),
                    row.getString("published_by"));
        }).list();
    }

    /// The number of the newest version; 0 where none was published.
    public int newest() {
        return database.sql("SELECT coalesce(max(version), 0) FROM workcalendar.calendars").query(Integer.class)
                .single();
    }

    /// Writes a version: its parts first, the row that seals it last.
    public void write(CalendarVersion version) {
        CalendarDraft draft = version.draft();
        for (int i = 0; i < draft.seasons().size(); i++) {
            Season season = draft.seasons().get(i);
            database.sql("INSERT INTO workcalendar.seasons (platform, version, season, name, first_day, last_day) "
                            + "VALUES (?, ?, ?, ?, ?, ?)")
                    .params(platform(), version.version(), i + 1, season.name(), text(season.from()),
                            text(season.to())).update();
            for (Slot slot : season.slots()) {
                database.sql("INSERT INTO workcalendar.slots (platform, version, season, opens, closes) "
                                + "VALUES (?, ?, ?, ?, ?)")
                        .params(platform(), version.version(), i + 1, slot.opens(), slot.closes()).update();
            }
        }
        for (SpecialDay day : draft.days()) {
            database.sql("INSERT INTO workcalendar.days (platform, version, day, kind, name, notice) "
                            + "VALUES (?, ?, ?, ?, ?, ?)")
                    .params(platform(), version.version(), day.date(), day.kind().name(), day.name(), day.notice())
                    .update();
            for (Slot slot : day.slots()) {
                database.sql("INSERT INTO workcalendar.day_slots (platform, version, day, opens, closes) "
                                + "VALUES (?, ?, ?, ?, ?)")
                        .params(platform(), version.version(), day.date(), slot.opens(), slot.closes()).update();
            }
        }
        database.sql("""
                INSERT INTO workcalendar.calendars
                  (platform, version, valid_from, working_day_rule, years, published_at, published_by)
                VALUES (?, ?, ?, ?, ?::integer[], ?, ?)
                """).params(platform(), version.version(), draft.validFrom(), draft.workingDayRule().name(),
                draft.years().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
                Timestamp.from(version.publishedAt()), version.publishedBy()).update();
    }

    private Map<String, List<Slot>> grouped(String sql) {
        return database.sql(sql).query((row, number) -> new SlotRow(row.getString("place"),
                        new Slot(row.getInt("opens"), row.getInt("closes")))).list().stream()
                .collect(Collectors.groupingBy(SlotRow::place,
                        Collectors.mapping(SlotRow::slot, Collectors.toList())));
    }

    private static DayRow dayRow(ResultSet row, Map<String, List<Slot>> slots) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        SpecialDay.Kind kind = SpecialDay.Kind.valueOf(row.getString("kind"));
        List<Slot> own = kind.local() ? slots.getOrDefault(row.getInt("version") + "/" + day, List.of()) : List.of();
        return new DayRow(row.getInt("version"),
                new SpecialDay(day, kind, row.getString("name"), row.getString("notice"), own));
    }

    private static String platform() {
        return Tenancy.current().value();
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static String text(MonthDay day) {
        return day.toString().substring(2);
    }
}
