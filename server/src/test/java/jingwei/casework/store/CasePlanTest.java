package jingwei.casework.store;

import java.sql.Timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jingwei.casework.CaseFilter;
import jingwei.door.TestDatabase;
import jingwei.grid.ZOrder;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 查询计划: what the desks ask all day long is answered from an index, for the application's own role under row-level
/// security, among 50,000 cases (ACC-16, ACC-09).
class CasePlanTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final CaseFilter ANY = CaseFilter.ALL;

    private static JdbcTemplate application;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void fill() {
        TestDatabase database = TestDatabase.fresh();
        DataSource source = database.application();
        application = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcTemplate owner = new JdbcTemplate(database.owner());
        for (String platform : List.of("big", "small")) {
            owner.update("""
                    INSERT INTO tenancy.platforms (id, name_zh, name_en, region, model, hosting, standing)
                    VALUES (?, 'x', 'x', '4103', 'ONE_LEVEL', 'HOSTED', 'TRIAL')
                    """, platform);
            within(platform, () -> fill(platform, platform.equals("big") ? 50_000 : 2_000));
        }
        owner.execute("ANALYZE casework.cases");
        owner.execute("ANALYZE casework.case_grams");
    }

    private static int fill(String platform, int count) {
        application.update("""
                INSERT INTO process.definitions (platform, name, version, page, published_at, published_by)
                VALUES (?, 'standard', 1, 'page', now(), 'x')
                """, platform);
        application.update("""
                INSERT INTO casework.cases (platform, id, number, process, process_version, state, stage, version, round,
                  trial, source, class, description, address, longitude, latitude, z_order, unit_grid, community, street,
                  district, area_class, lead_unit, open_orders, held, begun_at, since, ended_at, clock_limit, clock_yellow,
                  clock_due, provisional, wakes_at, picture)
                SELECT ?, gen_random_uuid(), '4103202611' || lpad(n::text, 8, '0'), 'standard', 1,
                  CASE WHEN n % 50 = 0 THEN 'handling' WHEN n % 200 = 1 THEN 'reported' ELSE 'closed' END,
                  CASE WHEN n % 50 = 0 THEN 'HANDLING' WHEN n % 200 = 1 THEN 'COLLECTION' ELSE 'EVALUATION' END,
                  9, 1, false, 'COLLECTOR', 'component-01' || lpad((n % 60 + 1)::text, 2, '0'), '第' || n || '号井盖', '某路',
                  112.4 + (n % 250) * 0.0004, 34.6 + (n / 250) * 0.0005, z, 'u', 'c', 's' || n % 40, 'd', 'A', 'unit-' || n % 80,
                  0, false, timestamptz '2026-11-24 09:00+08' - n * interval '7 minutes', now(),
                  CASE WHEN n % 50 = 0 THEN NULL ELSE timestamptz '2026-11-24 09:00+08' - n * interval '6 minutes' END,
                  CASE WHEN n % 50 = 0 THEN '1 工作日' END,
                  CASE WHEN n % 50 = 0 THEN timestamptz '2026-11-24 09:00+08' + n * interval '1 minute' END,
                  CASE WHEN n % 50 = 0 THEN timestamptz '2026-11-24 09:00+08' + n * interval '2 minutes' END, false,
                  CASE WHEN n % 50 = 0 THEN timestamptz '2026-11-24 09:00+08' + n * interval '2 minutes' END, '{}'
                FROM unnest(?::bigint[]) WITH ORDINALITY AS place (z, n)
                """, platform, IntStream.rangeClosed(1, count)
                .mapToObj(n -> ZOrder.of(112.4 + (n % 250) * 0.0004, 34.6 + n / 250 * 0.0005)).toArray(Long[]::new));
        return application.update("""
                INSERT INTO casework.case_grams (platform, gram, case_id)
                SELECT ?, gram, id FROM casework.cases, unnest(ARRAY['井盖', substr(md5(number), 1, 2)]) gram
                WHERE platform = ?
                """, platform, platform);
    }

    @Test
    void theNewestPage() {
        assertPlan("cases_newest", ANY);
    }

    @Test
    void oneState() {
        assertPlan("cases_state", new CaseFilter(null, null, "reported", null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void oneUnit() {
        assertPlan("cases_unit", new CaseFilter(null, null, null, null, null, null, null, null, "unit-7", null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    /// What a handler's desk asks: the newest cases his unit leads or supports.
    @Test
    void whatAUnitMaySee() {
        Tenancy.run(PlatformId.of("big"), () -> {
            CaseQuery query = new CaseQuery(ANY, NOW).ofUnits(List.of("unit-7"));
            assertIndexed("cases_", explain(query), parameters(query));
        });
    }

    @Test
    void wordsOfTheText() {
        assertPlan("case_grams_pkey", new CaseFilter(null, "a7", null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void aWindowOfTheMap() {
        assertPlan("cases_place", new CaseFilter(null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                new double[] {112.4401, 34.6401, 112.4409, 34.6409}, null));
    }

    @Test
    void probableDuplicates() {
        assertIndexed("cases_class", "EXPLAIN (ANALYZE, BUFFERS OFF) " + CaseSearch.DUPLICATES,
                List.of("big", "component-0107", UUID.randomUUID(), 112.4400, 112.4407, 34.6400, 34.6406,
                        Timestamp.from(NOW)));
    }

    @Test
    void theNextOfALongList() {
        Tenancy.run(PlatformId.of("big"), () -> {
            CaseQuery query = new CaseQuery(ANY, NOW).after(NOW.minusSeconds(7_000_000), UUID.randomUUID());
            assertIndexed("cases_newest", explain(query), parameters(query));
        });
    }

    @Test
    void whatWakesNext() {
        assertIndexed("cases_wakes", """
                EXPLAIN (ANALYZE, BUFFERS OFF) SELECT number FROM casework.cases WHERE platform = ? AND wakes_at <= ?
                ORDER BY wakes_at LIMIT ? FOR UPDATE SKIP LOCKED""", List.of("big", Timestamp.from(NOW), 200));
    }

    private static void assertPlan(String index, CaseFilter filter) {
        Tenancy.run(PlatformId.of("big"), () -> {
            CaseQuery query = new CaseQuery(filter, NOW);
            assertIndexed(index, explain(query), parameters(query));
        });
    }

    private static String explain(CaseQuery query) {
        return "EXPLAIN (ANALYZE, BUFFERS OFF) " + CaseSearch.LINE + query.where()
                + " ORDER BY begun_at DESC, id DESC LIMIT ?";
    }

    private static List<Object> parameters(CaseQuery query) {
        List<Object> parameters = new ArrayList<>(query.parameters());
        parameters.add(51);
        return parameters;
    }

    private static void assertIndexed(String index, String sql, List<Object> parameters) {
        List<String> plan = within("big", () -> application.queryForList(sql, String.class, parameters.toArray()));
        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains(index)).anyMatch(line -> line.contains("Index Cond"));
    }

    private static <T> @Nullable T within(String platform, java.util.function.Supplier<T> work) {
        return transaction.execute(status -> {
            application.queryForObject("SELECT set_config('jingwei.platform', ?, true)", String.class, platform);
            return work.get();
        });
    }
}
