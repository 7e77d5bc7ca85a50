package jingwei.door.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingwei.casework.CaseTown;
import jingwei.door.BackupCommand;
import jingwei.door.Connections;
import jingwei.door.StartRefused;
import jingwei.door.TestDatabase;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 恢复演练 (APM-12): a backup taken from a serving system comes back row for row; what is cut, altered or locked by another key
/// leaves an empty system empty.
@Requirement("APM-12")
class RestoreDrillTest {

    private static final String KEY = "Peony-in-April-2026";

    @TempDir
    static Path folder;
    private static Path file;
    private static Manifest made;
    private static Connections source;

    @BeforeAll
    static void backup() throws IOException, SQLException {
        CaseTown town = CaseTown.open();
        town.walk("report accept file dispatch handle");
        source = town.server().database().connections();
        file = folder.resolve("city.backup");
        made = new Backup(source, town.server().data().resolve("media"), Clock.systemUTC()).write(file, KEY);
    }

    @Test
    void whatWasKeptComesBackRowForRow(@TempDir Path target) throws SQLException, IOException {
        Connections empty = TestDatabase.bare("").connections();
        Manifest restored = new Restore(empty, target).read(file, KEY);
        assertThat(restored).isEqualTo(made);
        assertThat(made.rows()).containsKeys("casework.cases", "casework.case_acts", "journal.entries", "media.items");
        assertThat(made.total()).isGreaterThan(5_000);
        assertThat(made.media()).isPositive();
        try (Connection database = owner(empty)) {
            for (Tables table : Tables.of(database)) {
                assertThat(count(database, table)).as(table.name()).isEqualTo(made.rows().get(table.name()));
            }
        }
        try (Connection database = owner(empty); Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT nextval(pg_get_serial_sequence('exchange.outbox', 'nr'))")) {
            row.next();
            assertThat(row.getLong(1)).as("numbers go on where they were").isGreaterThan(2);
        }
        try (var kept = Files.walk(target)) {
            assertThat(kept.filter(Files::isRegularFile).count()).isEqualTo(made.media());
        }
        assertThat(digests(empty)).as("constraints, guards and triggers are those of the source").isEqualTo(digests(source));
    }

    /// A column that is filled with its transaction's number would count from the start again in another database.
    @Test
    void everyColumnOfTransactionsIsKnown() throws SQLException {
        try (Connection database = owner(source); Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT d.adrelid::regclass || '.' || a.attname, a.atttypid::regtype::text FROM pg_attrdef d
                        JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                        WHERE pg_get_expr(d.adbin, d.adrelid) LIKE '%xact_id%'
                        """)) {
            int columns = 0;
            while (row.next()) {
                columns++;
                assertThat(row.getString(2)).as(row.getString(1)).isEqualTo("tenancy.transaction_number");
            }
            assertThat(columns).isEqualTo(3);
        }
    }

    @Test
    void nothingOfItIsReadableWithoutTheKey() throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("JINGWEI-BACKUP-1").doesNotContain("casework.cases").doesNotContain("head.json");
        assertThatThrownBy(() -> new Restore(TestDatabase.bare("").connections(), folder.resolve("x")).read(file, "another-key-2026"))
                .isInstanceOf(StartRefused.class).hasMessageContaining("口令不对");
    }

    @Test
    void aCutOrAlteredFileWritesNothing() throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length - 1_000));
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered.backup"), changed);
        for (Path bad : List.of(cut, altered, Files.writeString(folder.resolve("none.backup"), "no backup"))) {
            Connections empty = TestDatabase.bare("").connections();
            assertThatThrownBy(() -> new Restore(empty, folder.resolve("y")).read(bad, KEY)).as("%s", bad).isInstanceOf(StartRefused.class);
            try (Connection database = owner(empty); Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("SELECT to_regclass('casework.cases')")) {
                row.next();
                if (row.getString(1) != null) {
                    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM tenancy.platforms")) {
                        rows.next();
                        assertThat(rows.getLong(1)).isZero();
                    }
                }
            }
        }
    }

    @Test
    void aSystemInUseIsNotOverwritten() {
        assertThatThrownBy(() -> new Restore(source, folder.resolve("z")).read(file, KEY)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("空系统");
    }

    @Test
    void theNightlyBackupProvesItselfAndKeepsSoMany(@TempDir Path nights) {
        try (DailyBackup night = new DailyBackup(source, folder.resolve("no-media"), Map.of("JINGWEI_BACKUP_DIR", nights.toString(),
                "JINGWEI_BACKUP_KEY", KEY), Clock.systemUTC())) {
            assertThat(night.run()).isTrue();
        }
        assertThat(nights.toFile().list()).hasSize(2).anyMatch(name -> name.endsWith(".backup"));
    }

    @Test
    void theCommandSaysWhatItNeeds() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream say = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(BackupCommand.run(List.of("backup"), Map.of(), Clock.systemUTC(), say)).isEqualTo(2);
        assertThat(BackupCommand.run(List.of("backup", folder.resolve("short.backup").toString()), Map.of("JINGWEI_BACKUP_KEY", "short",
                "JINGWEI_DB_URL", source.url(), "JINGWEI_DB_USER", source.application().user(), "JINGWEI_DB_PASSWORD",
                source.application().password(), "JINGWEI_DB_OWNER_USER", source.owner().user(), "JINGWEI_DB_OWNER_PASSWORD",
                source.owner().password()), Clock.systemUTC(), say)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("用法").contains("至少 12 个字符");
        assertThat(folder.resolve("short.backup")).doesNotExist();
    }

    private static long count(Connection database, Tables table) throws SQLException {
        long rows = 0;
        try (Statement statement = database.createStatement()) {
            for (String platform : table.guarded() ? List.of("luoyang", "xinan") : List.of("")) {
                statement.execute("SELECT set_config('jingwei.platform', '" + platform + "', false)");
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
        }
        return rows;
    }

    /// Rights, guards, triggers and constraints by table.
    private static Map<String, String> digests(Connections connections) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection database = owner(connections); Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT c.oid::regclass::text, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity, c.relacl,
                          (SELECT string_agg(tgname || tgenabled::text, ',' ORDER BY tgname) FROM pg_trigger t
                           WHERE t.tgrelid = c.oid AND NOT tgisinternal),
                          (SELECT string_agg(conname || convalidated::text, ',' ORDER BY conname) FROM pg_constraint k WHERE k.conrelid = c.oid))
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'migrations', 'public')
                        """)) {
            while (row.next()) {
                digests.put(row.getString(1), row.getString(2));
            }
        }
        return digests;
    }

    private static Connection owner(Connections connections) throws SQLException {
        return DriverManager.getConnection(connections.url(), connections.owner().user(), connections.owner().password());
    }
}
