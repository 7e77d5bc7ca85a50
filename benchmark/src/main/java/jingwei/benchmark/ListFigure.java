package jingwei.benchmark;

import java.util.List;
import jingwei.casework.CaseFilter;
import jingwei.casework.store.CaseSearch;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.process.Stage;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 案件列表: 50 cases with filters among a million, against the bare SQL statement with the same rows, in turn.
final class ListFigure {

    private static final PlatformId PLATFORM = PlatformId.of("luoyang");
    private static final int ROUNDS = 5;

    private final Bench bench;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    ListFigure(Bench bench) {
        this.bench = bench;
        this.database = bench.room(JdbcTemplate.class);
        this.transaction = new TransactionTemplate(bench.room(PlatformTransactionManager.class));
    }

    /// @param list milliseconds of a page through the room
    /// @param bare milliseconds of the statement alone
    record Figure(double list, double bare, double ratio) {
    }

    Figure measure(int cases) throws Exception {
        fill(cases);
        double[] lists = new double[ROUNDS];
        double[] bares = new double[ROUNDS];
        Bench.rate(1, 2, this::list);
        Bench.rate(1, 2, this::bare);
        for (int round = 0; round < ROUNDS; round++) {
            lists[round] = 1000 / Bench.rate(1, 2, this::list);
            bares[round] = 1000 / Bench.rate(1, 2, this::bare);
        }
        return new Figure(Bench.median(lists), Bench.median(bares), Bench.median(lists) / Bench.median(bares));
    }

    /// A case that was acted, multiplied: the same row under other ids, numbers, moments, states and classes.
    private void fill(int cases) {
        for (int from = 0; from < cases; from += 100_000) {
            int first = from;
            Tenancy.run(PLATFORM, () -> transaction.executeWithoutResult(status -> database.update("""
                    INSERT INTO casework.cases (platform, id, number, process, process_version, state, stage, version,
                      round, trial, source, class, condition_no, component, description, address, reporter_phone,
                      foreign_number, longitude, latitude, z_order, unit_grid, community, street, district, duty_grid,
                      area_class, lead_unit, collector, petition, open_orders, held, begun_at, since, filed_at, ended_at,
                      clock_limit, clock_yellow, clock_due, provisional, wakes_at, picture)
                    SELECT c.platform, gen_random_uuid(), '900000' || lpad((?::int + g)::text, 12, '0'), process,
                      process_version, (ARRAY['reported','filed','handling','closed'])[1 + g % 4],
                      (ARRAY['COLLECTION','DISPATCH','HANDLING','EVALUATION'])[1 + g % 4], version, round, trial, source,
                      'component-01' || lpad((1 + g % 30)::text, 2, '0'), condition_no, component, description, address,
                      NULL, NULL, longitude, latitude, z_order, unit_grid, community, street, district, duty_grid,
                      area_class, lead_unit, NULL, NULL, 0, false, begun_at - (g || ' seconds')::interval, since, filed_at,
                      NULL, clock_limit, clock_yellow, clock_due, false, NULL, '{}'
                    FROM (SELECT * FROM casework.cases LIMIT 1) c, generate_series(1, 100000) g
                    """, first)));
        }
        new JdbcTemplate(bench.owner()).execute("ANALYZE casework.cases");
    }

    private void list(int hand) {
        Tenancy.run(PLATFORM, () -> {
            Post post = bench.room(Organizations.class).current().post("operator-1").orElseThrow();
            var page = bench.room(CaseSearch.class).page(FILTER, bench.room(Organizations.class).current(), post,
                    bench.room(PlatformClock.class).now(), null, 50);
            if (page.cases().size() != 50) {
                throw new IllegalStateException("a page of " + page.cases().size());
            }
        });
    }

    private void bare(int hand) {
        Tenancy.run(PLATFORM, () -> {
            List<Object[]> rows = transaction.execute(status -> database.query("""
                    SELECT * FROM casework.cases WHERE platform = ? AND stage = ? AND class = ?
                    ORDER BY begun_at DESC, id DESC LIMIT 51
                    """, (row, n) -> new Object[] {row.getObject(2), row.getString(3)}, PLATFORM.value(), "HANDLING",
                    "component-0103"));
            if (rows == null || rows.size() != 51) {
                throw new IllegalStateException("rows");
            }
        });
    }

    private static final CaseFilter FILTER = new CaseFilter(null, null, null, Stage.HANDLING, null, "component-0103", null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);
}
