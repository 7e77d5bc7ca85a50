package jingwei.collection.submission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jingwei.casework.CaseFilter;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.ReportSource;
import jingwei.collection.Attendance;
import jingwei.collection.AttendanceBook;
import jingwei.collection.TrackPoint;
import jingwei.collection.store.PositionTables;
import jingwei.collection.track.Track;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 采集员工作统计 (ACQ-29, COLM-01): reports, valid reports, tasks in time, hours, length, score.
///
/// It is the collector's own and his center's working view. The evaluation of posts by the standard is the evaluation room's.
@Component
public class CollectorFigures {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Set<String> INVALID = Set.of("declined", "duplicate", "not-filed", "annulled");
    private static final Set<String> UNDECIDED = Set.of("reported", "accepted", "verifying", "verified", "disproved", "settled");
    private static final int MOST = 2000;

    private final SubmissionTables tables;
    private final PositionTables positions;
    private final AttendanceBook attendance;
    private final CaseRoom room;

    CollectorFigures(SubmissionTables tables, PositionTables positions, AttendanceBook attendance, CaseRoom room) {
        this.tables = tables;
        this.positions = positions;
        this.attendance = attendance;
        this.room = room;
    }

    /// 统计.
    ///
    /// @param valid      of the decided reports those that were filed
    /// @param decided    reports whose filing is decided
    /// @param tasks      tasks answered
    /// @param inTime     of these within the limit
    /// @param score      60 for all decided reports valid, 40 for all tasks in time; a part without anything counts full
    @Schema(name = "CollectorStatistics")
    public record Figures(String post, LocalDate from, LocalDate to, int reports, int valid, int decided, int settled,
            int tasks, int inTime, int refused, double hours, long meters, int score) {
    }

    /// @param to the last day, counted
    @Transactional(readOnly = true)
    public Figures of(String post, LocalDate from, LocalDate to, Performer speaker) {
        Instant begin = from.atStartOfDay(BEIJING).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(BEIJING).toInstant();
        List<SubmissionTables.Counted> counts = tables.count(post, begin, end);
        List<CaseLine> cases = room.list(filter(post, begin, end), speaker, MOST);
        int decided = (int) cases.stream().filter(line -> !UNDECIDED.contains(line.state())).count();
        int valid = (int) cases.stream().filter(line -> !UNDECIDED.contains(line.state()) && !INVALID.contains(line.state()))
                .count();
        int tasks = sum(counts, Submission.Kind.ANSWER, Submission.State.DONE, false)
                + sum(counts, Submission.Kind.ANSWER, Submission.State.DONE, true);
        int inTime = sum(counts, Submission.Kind.ANSWER, Submission.State.DONE, false);
        // A duty that is still open lasts until now, however long its shift goes on.
        Instant now = room.around().now();
        Instant until = end.isAfter(now) ? now : end;
        double hours = attendance.between(post, begin, end).stream().mapToDouble(each -> hours(each, begin, until)).sum();
        List<TrackPoint> points = positions.track(post, begin, end);
        return new Figures(post, from, to, cases.size(), valid, decided,
                sum(counts, Submission.Kind.SETTLEMENT, Submission.State.DONE, false), tasks, inTime,
                counts.stream().filter(each -> each.state() == Submission.State.REFUSED)
                        .mapToInt(SubmissionTables.Counted::count).sum(),
                Math.round(hours * 10) / 10.0, Track.of(points).meters(),
                (int) Math.round(60 * share(valid, decided) + 40 * share(inTime, tasks)));
    }

    private static double hours(Attendance duty, Instant begin, Instant end) {
        Instant out = duty.signedOutAt() == null ? duty.validUntil() : duty.signedOutAt();
        Instant from = duty.signedInAt().isBefore(begin) ? begin : duty.signedInAt();
        Instant to = out.isAfter(end) ? end : out;
        return Math.max(0, Duration.between(from, to).toMinutes()) / 60.0;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static int sum(List<SubmissionTables.Counted> counts, Submission.Kind kind, Submission.State state, boolean overdue) {
        return counts.stream().filter(each -> each.kind() == kind && each.state() == state && each.overdue() == overdue)
                .mapToInt(SubmissionTables.Counted::count).sum();
    }

    private static CaseFilter filter(String post, Instant from, Instant to) {
        return new CaseFilter(null, null, null, null, ReportSource.COLLECTOR, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, from, to, null, null, null, null, null, null, post);
    }
}
