package jingwei.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import jingwei.door.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 每平台一份: whoever changes sees his change, others see it after the commit, and nobody sees what was rolled back.
class PerPlatformTest {

    private static final PlatformId HERE = PlatformId.of("here");
    private static TestServer server;
    private static TransactionTemplate transaction;
    private PerPlatform<String> pictures;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of());
        transaction = new TransactionTemplate(server.room(PlatformTransactionManager.class));
        new JdbcTemplate(server.database().owner()).execute("CREATE TABLE public.word (said text)");
        new JdbcTemplate(server.database().owner()).execute("GRANT SELECT, UPDATE, INSERT, DELETE ON public.word TO jingwei_app");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void begin() {
        database().update("DELETE FROM public.word");
        database().update("INSERT INTO public.word VALUES ('before')");
        pictures = new PerPlatform<>(Clock.systemUTC(), () -> 1, PerPlatformTest::read);
        assertThat(seen()).isEqualTo("before");
    }

    @Test
    void aChangeIsSeenInsideAtOnceAndOutsideAfterTheCommit() {
        Tenancy.run(HERE, () -> transaction.executeWithoutResult(status -> {
            say("after");
            assertThat(pictures.get()).isEqualTo("after");
            assertThat(elsewhere()).isEqualTo("before");
            say("still later");
            assertThat(pictures.get()).isEqualTo("still later");
        }));
        assertThat(seen()).isEqualTo("still later");
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        Tenancy.run(HERE, () -> transaction.executeWithoutResult(status -> {
            say("never");
            assertThat(pictures.get()).isEqualTo("never");
            status.setRollbackOnly();
        }));
        assertThat(seen()).isEqualTo("before");
    }

    /// The reader has read and has not kept it yet; meanwhile a change comes to its end. The clock stands, so nothing would look again.
    @Test
    void whoReadsWhileAChangeEndsLeavesNothingOldBehind() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> CompletableFuture.runAsync(() -> Tenancy.run(HERE,
                () -> transaction.executeWithoutResult(status -> say("after")))).join());
        pictures = new PerPlatform<>(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> 1, () -> {
            String read = read();
            meanwhile.getAndSet(() -> { }).run();
            return read;
        });
        assertThat(seen()).isEqualTo("before");
        assertThat(seen()).isEqualTo("after");
    }

    private void say(String word) {
        database().update("UPDATE public.word SET said = ?", word);
        pictures.changed();
    }

    private String elsewhere() {
        return CompletableFuture.supplyAsync(this::seen).join();
    }

    private String seen() {
        return Tenancy.within(HERE, pictures::get);
    }

    private static String read() {
        return database().queryForObject("SELECT said FROM public.word", String.class);
    }

    private static JdbcTemplate database() {
        return server.room(JdbcTemplate.class);
    }
}
