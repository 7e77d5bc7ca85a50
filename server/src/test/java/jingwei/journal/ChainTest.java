package jingwei.journal;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jingwei.door.Connections;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.journal.chain.Chain;
import jingwei.journal.chain.ChainVerifier.Fault;
import jingwei.journal.chain.ChainVerifier.Kind;
import jingwei.journal.chain.Link;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 日志链: whoever owns the database can change a row; he cannot do it unseen (APM-09, SEC-05).
@Requirement({"APM-09", "SEC-05"})
class ChainTest {

    private static final int ENTRIES = 30;
    private static TestServer server;
    private static TestClient editor;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of("jingwei.journal.every", 3_600_000), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.account(server, LUOYANG, "editor", Permission.ACCOUNT_EDIT, Permission.JOURNAL_READ);
        editor = TestClient.of(server).signIn("luoyang", "editor", PASSWORD);
        IntStream.range(0, ENTRIES).forEach(n -> editor.post("/api/persons", Map.of("name", "登记" + n)));
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (links().size() < ENTRIES && System.nanoTime() < patience) {
            // An entry is linked once its transaction is the oldest in the cluster no more; others of this run may be open.
            Tenancy.within(LUOYANG, server.room(Chain.class)::link);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void everyEntryIsALinkAndTheChainHolds() {
        TestClient.Answer answer = editor.get("/api/journal/chain");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("holds").asBoolean()).as(answer.body()).isTrue();
        assertThat(answer.json().path("links").asInt()).isGreaterThanOrEqualTo(ENTRIES);
        assertThat(links()).extracting(Link::seq).isEqualTo(LongStream.rangeClosed(1, links().size()).boxed().toList());
    }

    /// What an owner of the database may do in secret is done, found with its place, and undone.
    @Test
    void everyTamperingInTheDatabaseIsFoundWithItsPlace() throws SQLException {
        assertThat(after("UPDATE journal.entries SET action = 'nothing' WHERE id = (SELECT entry FROM journal.links WHERE seq = 5)"))
                .containsExactly(new Place(Kind.ALTERED, 5));
        assertThat(after("DELETE FROM journal.entries WHERE id = (SELECT entry FROM journal.links WHERE seq = 7)"))
                .containsExactly(new Place(Kind.REMOVED, 7));
        assertThat(after("DELETE FROM journal.links WHERE seq = 8"))
                .contains(new Place(Kind.REMOVED, 8), new Place(Kind.INSERTED, 0));
        assertThat(after("INSERT INTO journal.entries (platform, id, kind, at, subject, action, detail, recorded_in) "
                + "SELECT platform, gen_random_uuid(), kind, at, subject, action, detail, recorded_in FROM journal.entries "
                + "WHERE id = (SELECT entry FROM journal.links WHERE seq = 3)"))
                .containsExactly(new Place(Kind.INSERTED, 0));
        assertThat(after("UPDATE journal.links SET seq = -1 WHERE seq = 11; UPDATE journal.links SET seq = 11 WHERE seq = 12; "
                + "UPDATE journal.links SET seq = 12 WHERE seq = -1"))
                .extracting(Place::kind).contains(Kind.ALTERED);
        assertThat(after("SELECT 1")).isEmpty();
    }

    /// The export and the anchors are verified by a program that has no server.
    @Test
    void theExportIsVerifiedOffline(@TempDir Path folder) throws IOException {
        Tenancy.run(LUOYANG, () -> server.room(Chain.class).anchor(LocalDate.of(2026, 1, 1)));
        String anchors = editor.get("/api/journal/chain/anchors").body();
        List<String> lines = editor.get("/api/journal/chain/links").body().lines().toList();
        assertThat(verified(folder, lines, anchors)).startsWith("0").contains("链完好");

        assertThat(verified(folder, without(lines, 4), anchors)).startsWith("1").contains("link 5 removed");
        assertThat(verified(folder, lines.subList(0, lines.size() - 3), anchors)).as("the end cut off").startsWith("1");
        List<String> altered = new ArrayList<>(lines);
        altered.set(9, altered.get(9) + "!");
        assertThat(verified(folder, altered, anchors)).startsWith("1").contains("link 10 altered");
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 14, 15);
        assertThat(verified(folder, swapped, anchors)).startsWith("1").contains("link 15 reordered");
        List<String> inserted = new ArrayList<>(lines);
        inserted.add(20, inserted.get(19));
        assertThat(verified(folder, inserted, anchors)).startsWith("1").contains("link 20 reordered");
        assertThat(verified(folder, List.of("no link at all"), anchors)).startsWith("1").contains("unreadable");
        assertThat(verified(folder, rewritten(lines, 2), anchors)).as("all hashes made anew").startsWith("1").contains("rewritten");
    }

    /// @param seq 0 for what stands in no link
    private record Place(Kind kind, long seq) {
    }

    private static List<Place> after(String tampering) throws SQLException {
        Connections.Login owner = server.database().connections().owner();
        try (Connection connection = DriverManager.getConnection(server.database().connections().url(), owner.user(),
                owner.password()); Statement statement = connection.createStatement()) {
            // Row-level security is forced on the owner too; whoever owns the tables can say which platform he means.
            statement.execute("SELECT set_config('jingwei.platform', 'luoyang', false)");
            statement.execute("CREATE TABLE public.kept_entries AS SELECT * FROM journal.entries");
            statement.execute("CREATE TABLE public.kept_links AS SELECT * FROM journal.links");
            try {
                statement.execute(tampering);
                return Tenancy.within(LUOYANG, () -> server.room(Chain.class).verify()).faults().stream()
                        .map((Fault fault) -> new Place(fault.kind(), fault.seq())).toList();
            } finally {
                statement.execute("TRUNCATE journal.entries, journal.links");
                statement.execute("INSERT INTO journal.entries SELECT * FROM public.kept_entries");
                statement.execute("INSERT INTO journal.links SELECT * FROM public.kept_links");
                statement.execute("DROP TABLE public.kept_entries, public.kept_links");
            }
        }
    }

    private static String verified(Path folder, List<String> lines, String anchors) throws IOException {
        Files.write(folder.resolve("chain.txt"), lines);
        Files.writeString(folder.resolve("anchors.csv"), anchors);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = VerifyJournalCommand.run(List.of(folder.resolve("chain.txt").toString(), folder.resolve("anchors.csv").toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(index);
        return fewer;
    }

    /// What a forger would do who knows how the chain is made: change one and reckon all hashes anew.
    private static List<String> rewritten(List<String> lines, int index) {
        String before = Link.ROOT;
        List<String> forged = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            Link link = Link.parse(lines.get(n));
            String text = n == index ? link.text() + "!" : link.text();
            before = Link.hash(before, text);
            forged.add(new Link(link.seq(), text, before).line());
        }
        return forged;
    }

    private static List<Link> links() {
        return Tenancy.within(LUOYANG, () -> server.room(Chain.class).from(1, 1_000));
    }
}
