package jingwei.casework.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.casework.CasePage;
import jingwei.casework.ReportSource;
import jingwei.casework.clock.Light;
import jingwei.casework.clock.TimeLeft;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.organization.Axis;
import jingwei.organization.Organization;
import jingwei.organization.Post;
import jingwei.process.Stage;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.standards.TimeLimit;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 案件查询: lists for desks and maps. What the post may not see is not in the answer.
@Component
@Transactional(readOnly = true)
public class CaseSearch {

    private static final UUID NOBODY = new UUID(0, 0);

    static final String LINE = """
            SELECT id, number, state, stage, version, round, trial, source, class, description, address, longitude,
              latitude, unit_grid, lead_unit, collector, petition, open_orders, held, begun_at, since, clock_limit, clock_yellow,
              clock_due, provisional
            FROM casework.cases WHERE\s""";

    static final String DUPLICATES = LINE + """
            platform = ? AND class = ? AND id <> ? AND longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ?
              AND state NOT IN ('duplicate', 'declined', 'annulled', 'merged', 'not-filed')
              AND (ended_at IS NULL OR ended_at >= ?)
            ORDER BY begun_at DESC, id DESC LIMIT 50
            """;

    private final JdbcTemplate database;
    private final Calendars calendars;

    CaseSearch(JdbcTemplate database, Calendars calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /// A page of cases, newest first.
    ///
    /// @param cursor `next` of the page before; null for the first
    /// @throws jingwei.standards.RefusedException `bad-cursor`
    public CasePage page(CaseFilter filter, Organization organization, Post post, Instant now, @Nullable String cursor,
            int size) {
        CaseQuery query = seen(filter, organization, post, now);
        if (cursor != null) {
            Cursor from = Cursor.of(cursor);
            query.after(from.begun(), from.id());
        }
        List<Object> parameters = query.parameters();
        parameters.add(size + 1);
        List<CaseLine> lines = database.query(LINE + query.where() + " ORDER BY begun_at DESC, id DESC LIMIT ?",
                lines(now), parameters.toArray());
        if (lines.size() <= size) {
            return new CasePage(lines, null);
        }
        CaseLine last = lines.get(size - 1);
        return new CasePage(lines.subList(0, size), new Cursor(last.begunAt(), last.id()).text());
    }

    /// 疑似重复 (ACC-09): cases of the same class near the place, open or ended a few days ago, nearest first.
    public List<CaseLine> probableDuplicates(Case theCase, int meters, int days, Instant now) {
        return near(theCase.subject().classCode(), theCase.spot().point(), theCase.id(), meters, days, now);
    }

    /// The same for a class and a point, of which there may be no case yet.
    ///
    /// @param but left out of the answer
    public List<CaseLine> near(ClassCode classCode, GeoPoint at, @Nullable UUID but, int meters, int days, Instant now) {
        double dLat = meters / 111_000.0;
        double dLon = meters / (111_000.0 * Math.cos(Math.toRadians(at.latitude())));
        return database.query(DUPLICATES, lines(now), Tenancy.current().value(), classCode.toString(),
                but == null ? NOBODY : but, at.longitude() - dLon, at.longitude() + dLon, at.latitude() - dLat,
                at.latitude() + dLat, Timestamp.from(now.minus(Duration.ofDays(days)))).stream()
                .filter(line -> distance(line, at) <= meters)
                .sorted(Comparator.comparingDouble(line -> distance(line, at))).limit(10).toList();
    }

    /// How many open field tasks each collector's post has.
    public Map<String, Integer> openTasks() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.query("SELECT collector, count(*) FROM casework.cases WHERE platform = ? AND collector IS NOT NULL "
                + "GROUP BY collector", row -> {
                    counts.put(row.getString(1), row.getInt(2));
                }, Tenancy.current().value());
        return counts;
    }

    /// How many cases the post may see, by stage.
    public Map<String, Long> countByStage(Organization organization, Post post, Instant now) {
        CaseQuery query = seen(CaseFilter.ALL, organization, post, now);
        Map<String, Long> counts = new LinkedHashMap<>();
        database.query("SELECT stage, count(*) FROM casework.cases WHERE " + query.where()
                + " GROUP BY stage ORDER BY stage", row -> {
                    counts.put(Stage.valueOf(row.getString(1)).word(), row.getLong(2));
                }, query.parameters().toArray());
        return counts;
    }

    /// Open cases the post may see that fit, by the moment their clock runs out; without a clock last.
    public List<CaseLine> byClock(Narrowing wanted, Organization organization, Post post, Instant now, int most) {
        return narrowed(wanted, "ended_at IS NULL", "clock_due NULLS LAST, begun_at, id", organization, post, now, most);
    }

    /// Ended cases the post may see that fit, newest first.
    public List<CaseLine> ended(Narrowing wanted, Organization organization, Post post, Instant now, int most) {
        return narrowed(wanted, "ended_at IS NOT NULL", "begun_at DESC, id DESC", organization, post, now, most);
    }

    private List<CaseLine> narrowed(Narrowing wanted, String ended, String order, Organization organization, Post post,
            Instant now, int most) {
        CaseQuery query = seen(CaseFilter.ALL, organization, post, now).also(wanted);
        List<Object> parameters = query.parameters();
        parameters.add(most);
        return database.query(LINE + query.where() + " AND " + ended + " ORDER BY " + order + " LIMIT ?",
                lines(now), parameters.toArray());
    }

    /// How many open cases the post may see fit each of these, in one look.
    public List<Long> countOpen(List<Narrowing> wanted, Organization organization, Post post, Instant now) {
        CaseQuery query = seen(CaseFilter.ALL, organization, post, now);
        List<Object> parameters = new ArrayList<>();
        wanted.forEach(each -> parameters.addAll(each.parameters()));
        parameters.addAll(query.parameters());
        String counts = wanted.stream().map(each -> "count(*) FILTER (WHERE " + each.condition() + ")")
                .collect(java.util.stream.Collectors.joining(", "));
        return database.query("SELECT " + counts + " FROM casework.cases WHERE " + query.where() + " AND ended_at IS NULL",
                (row, n) -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 1; i <= wanted.size(); i++) {
                        numbers.add(row.getLong(i));
                    }
                    return numbers;
                }, parameters.toArray()).getFirst();
    }

    /// How many acts a post has performed since a moment.
    public long actsSince(String post, Instant from) {
        return database.query("SELECT count(*) FROM casework.case_acts WHERE platform = ? AND post = ? AND at >= ?",
                (row, n) -> row.getLong(1), Tenancy.current().value(), post, Timestamp.from(from)).getFirst();
    }

    /// The question, narrowed to what the post may see: a unit its own cases and those of the organizations above it.
    private static CaseQuery seen(CaseFilter filter, Organization organization, Post post, Instant now) {
        CaseQuery query = new CaseQuery(filter, now);
        if (post.axis() == Axis.HANDLING) {
            List<String> units = new ArrayList<>(List.of(post.organizationId()));
            organization.ancestors(post.organizationId()).forEach(unit -> units.add(unit.id()));
            query.ofUnits(units);
        }
        return query;
    }

    private static double distance(CaseLine line, GeoPoint from) {
        return LandMap.distanceMeters(new GeoPoint(line.longitude(), line.latitude()), from);
    }

    private RowMapper<CaseLine> lines(Instant now) {
        WorkCalendar calendar = calendars.current();
        return (row, n) -> line(row, now, calendar);
    }

    private static CaseLine line(ResultSet row, Instant now, WorkCalendar calendar) throws SQLException {
        Timestamp yellow = row.getTimestamp("clock_yellow");
        Timestamp due = row.getTimestamp("clock_due");
        String limit = row.getString("clock_limit");
        boolean held = row.getBoolean("held");
        Light light = due == null || yellow == null ? null : now.isAfter(due.toInstant()) ? Light.RED
                : now.isBefore(yellow.toInstant()) ? Light.GREEN : Light.YELLOW;
        return new CaseLine(row.getObject("id", UUID.class), CaseNumber.of(row.getString("number")),
                row.getString("state"), Stage.valueOf(row.getString("stage")), row.getInt("version"),
                row.getInt("round"), row.getBoolean("trial"), ReportSource.valueOf(row.getString("source")),
                row.getString("class"), row.getString("description"), row.getString("address"),
                row.getDouble("longitude"), row.getDouble("latitude"), row.getString("unit_grid"),
                row.getString("lead_unit"), row.getString("collector"), row.getString("petition"),
                row.getInt("open_orders"), held, row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("since").toInstant(), due == null ? null : due.toInstant(),
                due == null || limit == null || held ? null
                        : TimeLeft.of(due.toInstant(), now, TimeLimit.of(limit).unit(), calendar), light,
                row.getBoolean("provisional"));
    }

    /// Where a page ended: moment and id of its last line.
    private record Cursor(Instant begun, UUID id) {

        static Cursor of(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "bad-cursor", Text.of("翻页位置读不懂", "the cursor cannot be read"),
                        Text.of("请用上一页返回的 next，或从第一页开始", "use `next` of the page before, or begin anew")).asException();
            }
        }

        String text() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((begun + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
