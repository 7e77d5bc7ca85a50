package jingwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.casework.Case;
import jingwei.evaluation.fact.FactKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Figures of the evaluation; run by name, never with the tests: `-Dtest=EvaluationFigures -Djingwei.cases=10000000`.
@Tag("slow")
class EvaluationFigures {

    private static final int CASES = Integer.getInteger("jingwei.cases", 1_000_000);
    private static final int REBUILT = 40_000;
    private static EvaluatedTown town;
    private static JdbcTemplate owner;

    @BeforeAll
    static void open() {
        town = EvaluatedTown.open();
        owner = new JdbcTemplate(town.server().database().owner());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void figures() {
        rebuilt();
        String[] dropped = {"case_facts_reported", "case_facts_filed", "case_facts_due", "case_facts_handled", "case_facts_closed",
            "case_facts_ended", "case_facts_rework", "case_facts_held", "case_facts_extended", "case_facts_provisional"};
        Arrays.stream(dropped).forEach(index -> owner.execute("DROP INDEX evaluation." + index));
        // The nearest rival is known at 100,000 cases.
        questions(Math.min(100_000, CASES));
        if (CASES > 100_000) {
            questions(CASES);
        }
        say("peak heap MB", ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private static void questions(int cases) {
        town.within(() -> {
            for (String table : List.of("case_facts", "stage_facts", "task_facts", "tallies")) {
                town.database().update("DELETE FROM evaluation." + table);
            }
            return 0;
        });
        say(cases + " cases as rows of facts over twelve months", timed(() -> rows(cases)));
        say("tallies of one month from its rows, then of the other eleven", timed(EvaluationFigures::tallies));
        // As the server's own vacuum leaves it: what was thrown away a moment ago is not looked through.
        owner.execute("VACUUM ANALYZE evaluation.tallies");
        owner.execute("VACUUM ANALYZE evaluation.case_facts");
        month("month's full evaluation at " + cases + " cases (city, districts, streets, communities, duty grids, cells, units, posts)");
        say("table of units at " + cases + " cases, ms", median(() -> evaluate(Subject.UNIT, month(6))));
    }

    /// A month of a large city: a twentieth is played, the others have the same histories.
    private static void rebuilt() {
        int played = REBUILT / 20;
        PlayedCity city = new PlayedCity();
        for (int i = 0; i < played; i++) {
            city.walk(i, "@2025-06-" + String.format("%02d", 1 + i % 28) + "T09:00 report accept file dispatch/"
                    + List.of("lighting", "water", "sanitation", "greening").get(i % 4) + (i % 12 == 0 ? " +72h" : " +1h")
                    + " handle report-back ask-check pass-check close");
            if (i == 100) {
                // Plans made on an empty table would check every foreign key by reading all of it.
                town.write(city);
                analyze();
            }
        }
        town.write(city);
        analyze();
        town.copy(city.cases(), REBUILT - played);
        analyze();
        for (int time = 1; time <= 4; time++) {
            long server = server();
            Map<Long, Long> before = backends();
            FactKeeper.Rebuilt rebuilt = town.rebuild();
            long database = backends().entrySet().stream().mapToLong(each -> each.getValue() - before.getOrDefault(each.getKey(), 0L)).sum();
            say(rebuilt.cases() + " cases of one month (9 acts a case) rebuilt, time " + time + ", cases a second",
                    rebuilt.cases() * 1000 / Math.max(1, rebuilt.millis()));
            say("  processor time a case, server, us", (server() - server) / 1000 / rebuilt.cases());
            say("  processor time a case, database, us", database * 1000 / rebuilt.cases());
        }
        PlayedCity many = new PlayedCity();
        for (int i = 0; i < 100; i++) {
            many.walk(i, "@2025-07-02T09:00 report accept file dispatch/lighting +1h handle report-back ask-check pass-check close");
        }
        town.write(many);
        say("following 900 acts of 100 cases at once, ms", timed(town::follow));
        List<Long> lags = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            PlayedCity one = new PlayedCity();
            Case c = one.walk(i, "@2025-07-01T09:00 report");
            town.write(one);
            long began = System.nanoTime();
            town.follow();
            lags.add((System.nanoTime() - began) / 1_000_000);
            assertThat(town.within(() -> town.database().queryForObject("SELECT count(*) FROM evaluation.case_facts WHERE case_id = ?", Long.class,
                    c.id()))).isEqualTo(1);
        }
        Collections.sort(lags);
        say("following one act, ms, median (read every second)", lags.get(10));
    }

    /// Processor time of this process, nanoseconds.
    private static long server() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /// Processor time of each of the database's processes that serve this one, milliseconds, as the kernel counts them: in hundredths.
    private static Map<Long, Long> backends() {
        Map<Long, Long> spent = new HashMap<>();
        for (long pid : owner.queryForList("SELECT pid FROM pg_stat_activity WHERE datname = current_database()", Long.class)) {
            try {
                String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst("\\(.*\\)", "x").split(" ");
                spent.put(pid, (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * 10);
            } catch (IOException e) {
                spent.put(pid, 0L);
            }
        }
        return spent;
    }

    private static void analyze() {
        owner.execute("ANALYZE casework.cases");
        owner.execute("ANALYZE casework.case_acts");
    }

    /// Twelve months of cases spread over cells and units, most closed in time, one in twelve late, one in fifty open and overdue.
    private static long rows(int cases) {
        List<String> cells = PlayedCity.cells();
        return town.within(() -> town.database().update("""
                INSERT INTO evaluation.case_facts (platform, case_id, turn, round, number, source, class, cell, duty_grid, area_class, unit, post,
                  first, first_dispatch, part, public, collected, valid, accepted_right, late, ending, reported_at, verified_at, accepted_at,
                  filed_at, dispatched_at, handle_due, handled_at, closed_at, ended_at, finished_at)
                SELECT 'luoyang', gen_random_uuid(), 1, 1, '4103' || i, 'COLLECTOR', 'event-0101', (?::text[])[1 + i % ?], 'duty-' || i % 40,
                  'A', (ARRAY['water', 'lighting', 'sanitation', 'greening', 'municipal', 'traffic', 'urban-management'])[1 + i % 7],
                  'collector-' || 1 + i % 8, true, true, false, i % 9 = 0, i % 9 <> 0, true, true, i % 12 = 0,
                  CASE WHEN i % 50 <> 0 THEN 'closed' END, at, CASE WHEN i % 9 = 0 THEN at END, at, at, at, at + interval '2 days',
                  CASE WHEN i % 50 <> 0 THEN at + CASE WHEN i % 12 = 0 THEN interval '3 days' ELSE interval '1 hour' END END,
                  CASE WHEN i % 50 <> 0 THEN at + interval '4 days' END, CASE WHEN i % 50 <> 0 THEN at + interval '4 days' END,
                  CASE WHEN i % 50 <> 0 THEN at + interval '4 days' END
                FROM (SELECT i, timestamptz '2025-01-01 00:00+08' + i * (interval '365 days' / ?) AS at FROM generate_series(1, ?) i) g
                """, cells.toArray(String[]::new), cells.size(), cases, cases));
    }

    private static long tallies() {
        Period month = month(6);
        String june = "(SELECT * FROM evaluation.case_facts WHERE filed_at >= '" + month.begin() + "' AND filed_at < '" + month.end() + "') r";
        return town.within(() -> {
            int made = town.database().update("INSERT INTO evaluation.tallies (platform, scope, fact, day, until, subject, n, total) SELECT 'luoyang', t.* FROM ("
                    + jingwei.evaluation.fact.TallySqlForFigures.cases(june) + ") t");
            for (int other = 1; other <= 12; other++) {
                if (other != 6) {
                    made += town.database().update("""
                            INSERT INTO evaluation.tallies (platform, scope, fact, day, until, subject, n, total)
                            SELECT platform, scope, fact, (day + make_interval(months => ?))::date,
                              CASE WHEN until = 'infinity' THEN until ELSE (until + make_interval(months => ?))::date END, subject, sum(n), sum(total)
                            FROM evaluation.tallies WHERE day >= DATE '2025-06-01' AND day < DATE '2025-07-01' GROUP BY 1, 2, 3, 4, 5, 6
                            ON CONFLICT DO NOTHING
                            """, other - 6, other - 6);
                }
            }
            return (long) made;
        });
    }

    private static void month(String what) {
        Period june = month(6);
        say(what + ", ms", median(() -> {
            long lines = 0;
            for (Subject subject : Subject.values()) {
                lines += evaluate(subject, june);
            }
            return lines;
        }));
        for (Subject subject : Subject.values()) {
            say("  of it " + subject.word() + ", ms", median(() -> evaluate(subject, june)));
        }
    }

    private static long evaluate(Subject subject, Period period) {
        return town.within(() -> (long) town.server().room(Evaluation.class).evaluate(town.server().room(Sheets.class).inForce(period), subject, period)
                .lines().size());
    }

    private static Period month(int month) {
        return Period.containing(Period.Kind.MONTH, LocalDate.of(2025, month, 1));
    }

    private static long median(java.util.function.LongSupplier work) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            times.add(timed(work));
        }
        Collections.sort(times);
        return times.get(3);
    }

    private static long timed(java.util.function.LongSupplier work) {
        long began = System.nanoTime();
        work.getAsLong();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void say(String what, long figure) {
        System.out.println("FIGURE " + what + " = " + figure);
    }
}
