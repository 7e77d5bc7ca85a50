package jingwei.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Figures of the office; run by name, never with the tests: `-Dtest=OfficeForFigures -Djingwei.cases=1000000`. A server with so many cases,
/// twenty thousand of them open, asked over HTTP and looked at by a real browser (web/browser/office.figures.mjs).
@Tag("slow")
class OfficeForFigures {

    private static final int CASES = Integer.getInteger("jingwei.cases", 1_000_000);
    private static final int AT_ONCE = 100_000;
    private static final Path FIGURES = Path.of("target", "office-figures.txt").toAbsolutePath();

    @Test
    void figures() throws Exception {
        try (TestServer server = TestServer.open(Map.of("jingwei.demo", true))) {
            String accounts = Files.readString(server.data().resolve("demo-accounts.csv"), StandardCharsets.UTF_8);
            TestClient operator = TestClient.of(server).signIn("luoyang", "operator-1", password(accounts, "operator-1"));
            String number = operator.post("/api/cases", Map.of("act", "register", "particulars", Map.of("source", "HOTLINE", "description", "路灯不亮",
                    "classCode", "component-0118", "condition", 1, "point", CaseTown.POINT))).json().get("number").asString();
            assertThat(number).isNotBlank();
            fill(server);
            Process browser = new ProcessBuilder("node", "browser/office.figures.mjs", server.address(),
                    server.data().resolve("demo-accounts.csv").toString(), String.valueOf(CASES))
                    .directory(Path.of("../web").toFile()).redirectErrorStream(true).redirectOutput(FIGURES.toFile()).start();
            int status = browser.waitFor();
            Files.readAllLines(FIGURES).forEach(System.out::println);
            assertThat(status).isZero();
        }
    }

    private static String password(String accounts, String account) {
        return accounts.lines().map(line -> line.split(",")).filter(cells -> cells[0].equals("luoyang") && cells[2].equals(account))
                .findFirst().orElseThrow()[3];
    }

    /// The registered case, multiplied: other ids, numbers, moments, classes and states; one in fifty is open.
    private static void fill(TestServer server) {
        JdbcTemplate database = server.room(JdbcTemplate.class);
        TransactionTemplate transaction = new TransactionTemplate(server.room(PlatformTransactionManager.class));
        for (int from = 0; from < CASES; from += AT_ONCE) {
            int first = from;
            Tenancy.run(PlatformId.of("luoyang"), () -> transaction.executeWithoutResult(status -> database.update("""
                    INSERT INTO casework.cases (platform, id, number, process, process_version, state, stage, version,
                      round, trial, source, class, condition_no, component, description, address, reporter_phone,
                      foreign_number, longitude, latitude, z_order, unit_grid, community, street, district, duty_grid,
                      area_class, lead_unit, collector, petition, open_orders, held, begun_at, since, filed_at, ended_at,
                      clock_limit, clock_yellow, clock_due, provisional, wakes_at, picture)
                    SELECT c.platform, gen_random_uuid(), '41030020250101' || lpad((?::int + g)::text, 8, '0'), process,
                      process_version, CASE WHEN g % 50 = 0 THEN (ARRAY['reported','verified','handling','to-check'])[1 + g / 50 % 4] ELSE 'closed' END,
                      CASE WHEN g % 50 = 0 THEN (ARRAY['COLLECTION','COLLECTION','HANDLING','CHECK'])[1 + g / 50 % 4] ELSE 'EVALUATION' END,
                      version, round, trial, source, 'component-01' || lpad((1 + g % 30)::text, 2, '0'), condition_no, component, description,
                      address, NULL, NULL, longitude, latitude, z_order, unit_grid, community, street, district, duty_grid,
                      area_class, (ARRAY['water','lighting','municipal','greening'])[1 + g % 4], NULL, NULL, 0, false,
                      begun_at - ((?::int + g) * 20 || ' seconds')::interval, since, filed_at,
                      CASE WHEN g % 50 = 0 THEN NULL ELSE begun_at - ((?::int + g) * 20 - 10 || ' seconds')::interval END,
                      CASE WHEN g % 50 = 0 THEN clock_limit END, CASE WHEN g % 50 = 0 THEN clock_yellow + (g || ' seconds')::interval END,
                      CASE WHEN g % 50 = 0 THEN clock_due + (g || ' seconds')::interval END, false, NULL, '{}'
                    FROM (SELECT * FROM casework.cases WHERE number NOT LIKE '4103002025%' LIMIT 1) c, generate_series(1, ?::int) g
                    """, first, first, first, AT_ONCE)));
        }
        new JdbcTemplate(server.database().owner()).execute("VACUUM (ANALYZE) casework.cases");
    }
}
