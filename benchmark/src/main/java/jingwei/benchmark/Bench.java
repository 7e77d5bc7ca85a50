package jingwei.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import jingwei.Jingwei;
import jingwei.door.Door;
import jingwei.door.EmbeddedDatabase;
import jingwei.door.Migrations;
import jingwei.door.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.context.ConfigurableApplicationContext;

/// The server in this very process, on an embedded PostgreSQL that is as durable as in use.
final class Bench implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase database;
    private final ConfigurableApplicationContext rooms;

    Bench() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "data")
                    .toAbsolutePath();
            database = EmbeddedDatabase.start(folder, true);
            Migrations.run(database.connections());
            SpringApplication application = new SpringApplication(Jingwei.class);
            var properties = Door.properties(new Settings(0, "127.0.0.1", folder, true, false, 0, 0, database.connections()),
                    database.connections());
            properties.put("jingwei.keeper.every", 3_600_000);
            application.setDefaultProperties(properties);
            rooms = application.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The owner's connections, for tables that belong to the bench.
    DataSource owner() {
        var to = database.connections();
        return new DriverManagerDataSource(to.url(), to.owner().user(), to.owner().password());
    }

    <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    /// Processor time spent until now by the server and its database.
    Effort effort() {
        return Effort.now(folder.resolve("postgres"));
    }

    /// What one hand does again and again. @param hand from 0
    interface Work {
        void once(int hand) throws Exception;
    }

    /// What a piece of work costs. @param each processor milliseconds for one
    record Cost(double rate, Effort each) {
    }

    /// Rate and processor time of the work done by so many hands at once.
    Cost cost(int hands, double seconds, Work work) throws InterruptedException {
        Effort before = effort();
        long begun = System.nanoTime();
        double rate = rate(hands, seconds, work);
        return new Cost(rate, effort().since(before, rate * (System.nanoTime() - begun) / 1e9));
    }

    /// How often a second the work is done by so many hands at once.
    static double rate(int hands, double seconds, Work work) throws InterruptedException {
        LongAdder done = new LongAdder();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(hands);
        long begun = System.nanoTime();
        for (int i = 0; i < hands; i++) {
            int hand = i;
            Thread.ofPlatform().start(() -> {
                try {
                    while (!over.get()) {
                        work.once(hand);
                        done.increment();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    ended.countDown();
                }
            });
        }
        while (System.nanoTime() - begun < seconds * 1e9) {
            Thread.sleep(20);
        }
        over.set(true);
        ended.await();
        return done.sum() / ((System.nanoTime() - begun) / 1e9);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() {
        rooms.close();
        database.close();
    }
}
