package jingwei.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingwei.casework.Case;
import jingwei.casework.store.BulkCases;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.evaluation.fact.FactKeeper;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A server of its own with the demonstration's people, to which histories are written in bulk; its clock begins in January
/// 2026 and nothing follows by itself, so that a test says when.
public final class EvaluatedTown implements AutoCloseable {

    private final TestServer server;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> known = new HashMap<>();
    private int copied;

    private EvaluatedTown(String clock) {
        server = TestServer.open(Map.of("jingwei.demo", true, "jingwei.demo-clock", clock, "jingwei.evaluation.every", 3_600_000,
                "jingwei.situation.every", 3_600_000));
        try {
            for (String line : Files.readAllLines(server.data().resolve("demo-accounts.csv"))) {
                String[] cells = line.split(",");
                passwords.put(cells[0] + "/" + cells[2], cells[3]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EvaluatedTown open() {
        return new EvaluatedTown("2026-01-01T00:00:00Z");
    }

    public TestServer server() {
        return server;
    }

    public TestClient as(String account) {
        return clients.computeIfAbsent(account, key ->
                TestClient.of(server).signIn("luoyang", key, passwords.get("luoyang/" + key)));
    }

    /// Writes what the city has played and this town does not know yet.
    public void write(PlayedCity city) {
        List<BulkCases.Played> all = new ArrayList<>();
        for (Case c : city.cases()) {
            int before = known.getOrDefault(c.id(), 0);
            if (city.acts(c).size() > before) {
                all.add(new BulkCases.Played(c, city.acts(c), before));
                known.put(c.id(), city.acts(c).size());
            }
        }
        inBulk(() -> BulkCases.write(database(), all));
    }

    /// So many more cases with the histories of these, which were written before.
    public void copy(List<Case> written, int times) {
        List<UUID> copies = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(times).toList();
        List<UUID> originals = IntStream.range(0, times).mapToObj(i -> written.get(i % written.size()).id()).toList();
        List<String> numbers = Stream.generate(() -> "99%015d".formatted(++copied)).limit(times).toList();
        inBulk(() -> BulkCases.copy(database(), originals, copies, numbers));
    }

    /// A plan made while a table is empty would check every foreign key by reading all of it.
    private void inBulk(Runnable work) {
        within(() -> {
            database().execute("DISCARD PLANS");
            database().execute("SET LOCAL enable_seqscan = off");
            work.run();
            return 0;
        });
    }

    /// Lets the facts follow until they have passed all that is written now.
    public int follow() {
        return pass("evaluation.cursors", this::step);
    }

    /// Lets the facts follow as far as they can at this moment.
    public int step() {
        return server.room(FactKeeper.class).follow();
    }

    /// Steps until the cursor has passed the last act that is written now. One step is not enough: acts are read up to the oldest
    /// transaction that is open, and other servers of the same run have theirs open in the same cluster.
    ///
    /// @return the sum of what the steps answered
    public int pass(String cursors, IntSupplier step) {
        long written = within(() -> number("SELECT coalesce(max(recorded_in), 0) FROM casework.case_acts"));
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        int all = 0;
        do {
            all += Tenancy.within(PlayedCity.PLATFORM, step::getAsInt);
            if (within(() -> number("SELECT coalesce(max(next), 0) FROM " + cursors)) > written) {
                return all;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        } while (System.nanoTime() < patience);
        throw new IllegalStateException(cursors + " did not pass transaction " + written);
    }

    private long number(String sql) {
        Long found = database().queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    public FactKeeper.Rebuilt rebuild() {
        return Tenancy.within(PlayedCity.PLATFORM, () -> server.room(FactKeeper.class).rebuild());
    }

    public JdbcTemplate database() {
        return server.room(JdbcTemplate.class);
    }

    public <T> T within(Supplier<T> work) {
        return Tenancy.within(PlayedCity.PLATFORM,
                () -> new TransactionTemplate(server.room(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    /// Every row of facts and tallies as text, in order.
    public String dump() {
        return within(() -> {
            StringBuilder text = new StringBuilder();
            for (String table : List.of("case_facts", "stage_facts", "task_facts", "tallies")) {
                database().queryForList("SELECT t::text FROM evaluation." + table + " t ORDER BY t::text COLLATE \"C\"", String.class)
                        .forEach(row -> text.append(table).append(row).append('\n'));
            }
            return text.toString();
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
