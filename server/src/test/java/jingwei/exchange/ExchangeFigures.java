package jingwei.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.exchange.carriage.Rounds;
import jingwei.exchange.carriage.Sender;
import jingwei.exchange.cases.Inbox;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Figures of the exchange between two servers in one process; run by name, never with the tests:
/// `-Dtest=ExchangeFigures -Djingwei.letters=100000`.
@Tag("slow")
class ExchangeFigures {

    private static final int LETTERS = Integer.getInteger("jingwei.letters", 100_000);
    private static final PlatformId CITY = PlatformId.of("luoyang");
    private static final PlatformId COUNTY = PlatformId.of("xinan");

    @Test
    void figures() {
        try (Pair pair = Pair.joined()) {
            backlog(pair);
            desk(pair);
            reconciled(pair);
        }
    }

    /// A backlog of copies, ten to a case, drained in order: sealed, carried over HTTP, kept, acknowledged, then applied.
    private static void backlog(Pair pair) {
        JdbcTemplate owner = new JdbcTemplate(pair.county.server.database().owner());
        pair.county.tables(tables -> tables.sql("""
                INSERT INTO exchange.outbox (platform, id, partner, kind, case_key, content, written_at, state)
                SELECT 'xinan', gen_random_uuid(), 'luoyang', 'copy', n::text, json_build_object('numbers',
                  json_build_object('sender', n::text, 'round', 1), 'body', json_build_object('description', '路灯不亮', 'classCode',
                  'component-0118', 'address', '新安县世纪路', 'stage', 'handling', 'act', 'dispatch', 'actName', '派遣', 'unitName', '路灯管理处',
                  'point', json_build_object('longitude', 112.14, 'latitude', 34.72)))::text, now(), 'WAITING'
                FROM (SELECT 410323000000000000 + (i % :cases) AS n FROM generate_series(1, :letters) AS i) s
                """).param("cases", Math.max(1, LETTERS / 10)).param("letters", LETTERS).update());
        owner.execute("ANALYZE exchange.outbox");
        Runtime.getRuntime().gc();
        long heap = used();
        Peak peak = new Peak();
        long began = System.nanoTime();
        int sent = Tenancy.within(COUNTY, () -> pair.county.server.room(Sender.class).work(CITY, false));
        say("letters drained, sealed to acknowledged, a second", rate(sent, began));
        long applying = System.nanoTime();
        int done = Tenancy.within(CITY, () -> pair.city.server.room(Inbox.class).work(COUNTY));
        say("of them applied, a second", rate(done, applying));
        say("both together, a second", rate(sent, began));
        say("heap above the start, MB (both servers, highest seen, garbage included)", (peak.end() - heap) >> 20);
        say("out of order in one case", pair.county.tables(tables -> tables.sql("""
                SELECT count(*) FROM (SELECT sequence - lag(sequence) OVER (PARTITION BY case_key ORDER BY nr) AS step
                  FROM exchange.outbox WHERE platform = 'xinan' AND kind = 'copy') s WHERE step < 0
                """).query(Long.class).single()));
    }

    /// From the act's answer here to the county's desk, letters travelling by themselves.
    private static void desk(Pair pair) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String number = pair.city.filed();
            pair.city.done("dispatcher-1", number, "transfer", Map.of("unit", "xinan-platform"));
            long began = System.nanoTime();
            pair.city.server.room(Rounds.class).turn();
            pair.county.server.room(Rounds.class).turn();
            all.add((System.nanoTime() - began) / 1_000_000);
            pair.settle();
        }
        all.sort(null);
        say("from act to the other side's case, ms, median of ten", all.get(5));
        say("the slowest of ten, ms", all.getLast());
    }

    private static void reconciled(Pair pair) {
        JdbcTemplate city = new JdbcTemplate(pair.city.server.database().owner());
        JdbcTemplate county = new JdbcTemplate(pair.county.server.database().owner());
        String links = """
                INSERT INTO exchange.linked_cases (platform, partner, ours, theirs, part, round, stage, active, changed_at)
                SELECT :platform, :partner, :ours || i, :theirs || i, :part, 1, :stage, true, now() FROM generate_series(1, 100000) AS i
                """;
        pair.city.tables(tables -> tables.sql(links).params(Map.of("platform", "luoyang", "partner", "xinan", "ours", "4103202611000000", "theirs",
                "4103232026110000", "part", "GIVER", "stage", "")).update());
        pair.county.tables(tables -> tables.sql(links).params(Map.of("platform", "xinan", "partner", "luoyang", "ours", "4103232026110000",
                "theirs", "4103202611000000", "part", "TAKER", "stage", "")).update());
        // The backlog spoke of cases that the county does not have; compared are cases that both have.
        pair.city.tables(tables -> tables.sql("DELETE FROM exchange.copies WHERE platform = 'luoyang'").update());
        city.execute("ANALYZE exchange.linked_cases");
        county.execute("ANALYZE exchange.linked_cases");
        long began = System.nanoTime();
        String id = pair.city.as("dispatcher-1").post("/api/exchange/partners/xinan/reconciliations", Map.of()).json().get("id").asString();
        pair.settle();
        say("reconciliation of 100,000 shared cases and the copies, ms", (System.nanoTime() - began) / 1_000_000);
        say("its result", pair.city.get("/api/exchange/reconciliations").valueStream().filter(each -> each.get("id").asString().equals(id))
                .map(each -> each.get("state").asString() + " " + each.get("ours") + "/" + each.get("theirs")).findFirst().orElse("none"));
    }

    /// The highest heap seen while it is watched.
    private static final class Peak {

        private final Thread watch;
        private volatile long highest;

        Peak() {
            watch = Thread.ofVirtual().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    highest = Math.max(highest, used());
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
            });
        }

        long end() {
            watch.interrupt();
            return highest;
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long rate(long many, long began) {
        return many * 1_000_000_000L / Math.max(1, System.nanoTime() - began);
    }

    private static void say(String what, Object value) {
        System.out.println("FIGURE " + what + ": " + value);
    }
}
