package jingwei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// 基准: runs every figure and writes one page with commit, date and machine; with the argument `act` only that figure, for
/// profiling.
public final class Benchmarks {

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && "act".equals(arguments[0])) {
            try (Bench bench = new Bench()) {
                System.out.println(account(new ActFigure(bench).measure()));
            }
            return;
        }
        String locate = kernel(LocateKernel.class);
        String deadline = kernel(DeadlineKernel.class);
        int cases = Integer.parseInt(System.getenv().getOrDefault("JINGWEI_BENCH_CASES", "1000000"));
        ActFigure.Figure act;
        ListFigure.Figure list;
        try (Bench bench = new Bench()) {
            act = new ActFigure(bench).measure();
        }
        // A database of its own: the account of an act drops the very indexes that carry the lists.
        try (Bench bench = new Bench()) {
            new ActFigure(bench).once();
            list = new ListFigure(bench).measure(cases);
        }
        String page = """
                # Figures of %s

                commit %s, %d processors, %s, Java %s. Medians; read the ratios, not the absolute figures: the machine is shared.

                | what | figure | goal |
                |---|---|---|
                | point to unit grid, about 50,000 cells, one core | %s a second | 500,000 |
                | deadline and elapsed, three-year calendar, one core | %s a second | 2,000,000 |
                | act at 8 connections, HTTP apart | %.0f a second | |
                | bare transaction, one UPDATE and one INSERT, 8 connections | %.0f a second | |
                | act against bare transaction | %.2f | 0.50 |
                | page of 50 with two filters among %,d cases | %.2f ms | |
                | the same statement bare | %.2f ms | |
                | page against bare statement | %.2f | 3.00 |
                """.formatted(LocalDate.now(), System.getenv().getOrDefault("JINGWEI_COMMIT", "?"),
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"),
                System.getProperty("java.version"), locate, deadline, act.act().rate(), act.bare().rate(),
                act.ratio(), cases,
                list.list(), list.bare(), list.ratio()) + account(act);
        System.out.println(page);
        write(page);
    }

    /// The account of an act, row by row.
    private static String account(ActFigure.Figure figure) {
        StringBuilder page = new StringBuilder("""

                ## What an act costs, row by row

                Processor milliseconds for one act at 8 connections, in the server and in PostgreSQL. Each row leaves out what it
                names and everything named above it.

                | left out | acts a second | server ms | PostgreSQL ms |
                |---|---|---|---|
                """);
        page.append(row("nothing: the act as in use", figure.act()));
        figure.rows().forEach(row -> page.append(row(row.leftOut(), row.act())));
        page.append(row("everything: the bare transaction", figure.bare()));
        return page.toString();
    }

    private static String row(String name, Bench.Cost cost) {
        return String.format(Locale.ROOT, "| %s | %.0f | %.2f | %.2f |%n", name, cost.rate(), cost.each().server(),
                cost.each().database());
    }

    private static String kernel(Class<?> kernel) throws RunnerException {
        Collection<RunResult> results = new Runner(
                new OptionsBuilder().include(kernel.getSimpleName()).jvmArgs("-Xmx1g").build()).run();
        return String.format(Locale.ROOT, "%,.0f", results.iterator().next().getPrimaryResult().getStatistics()
                .getPercentile(50));
    }

    private static void write(String page) throws IOException {
        Path results = Path.of(System.getenv().getOrDefault("JINGWEI_BENCH_RESULTS", "benchmark/results"));
        Files.createDirectories(results);
        Files.writeString(results.resolve(LocalDate.now() + "-"
                + System.getenv().getOrDefault("JINGWEI_COMMIT", "local") + ".md"), page);
    }
}
