package jingwei.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jingwei.standards.LimitUnit;
import jingwei.standards.TimeLimit;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.WorkCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// 到期与已用: one deadline and one elapsed over the three-year calendar, moments spread over it.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeadlineKernel {

    private static final Instant BEGIN = Instant.parse("2024-01-02T01:00:00Z");
    private static final TimeLimit[] LIMITS = {TimeLimit.of("4 工作时"), TimeLimit.of("2 工作日"), TimeLimit.of("7 工作日")};

    private final WorkCalendar calendar = WorkCalendar.of(CalendarDraft.standard());
    private int turn;

    /// @return open time up to the deadline, so that nothing is optimized away
    @Benchmark
    public Duration deadlineAndElapsed() {
        turn = (turn + 7919) % 1_000_000;
        Instant from = BEGIN.plusSeconds(turn * 80L);
        TimeLimit limit = LIMITS[turn % LIMITS.length];
        return calendar.elapsed(from, calendar.deadline(from, limit).due(), LimitUnit.WORKING_HOUR);
    }
}
