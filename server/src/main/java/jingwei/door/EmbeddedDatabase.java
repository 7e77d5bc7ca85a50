package jingwei.door;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// 内置数据库: PostgreSQL started by the system itself when no address of another is given.
///
/// The data stay in the folder between starts. `fsync` and `synchronous_commit` are on, so what was acknowledged
/// survives a power cut; the locale is `C.UTF-8`, under which Chinese text can be compared. The passwords of the two
/// roles are made anew at every start and are written nowhere.
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "jingwei";
    private static final String MAJOR = "18";

    private final EmbeddedPostgres server;
    private final Connections connections;
    private final FolderLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, Connections connections, FolderLock lock) {
        this.server = server;
        this.connections = connections;
        this.lock = lock;
    }

    /// Starts the server on the cluster in `folder/postgres`, making it first where there is none.
    public static EmbeddedDatabase start(Path folder, boolean durable) {
        Path cluster = folder.resolve("postgres");
        refuseForeignCluster(cluster);
        FolderLock lock = FolderLock.take(folder);
        endLeftover(cluster);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster.toFile())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "100")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new EmbeddedDatabase(server, roles(server), lock);
        } catch (IOException | SQLException | IllegalStateException e) {
            lock.close();
            throw new StartRefused("内置数据库在 " + cluster + " 启动失败：" + reason(e),
                    "the embedded database could not start in " + cluster);
        }
    }

    public Connections connections() {
        return connections;
    }

    /// The superuser's door, for the tests of the house's laws and for making template databases.
    public DataSource superuser() {
        return server.getPostgresDatabase();
    }

    /// The same roles on another database of this cluster.
    public Connections on(String database) {
        return new Connections(server.getJdbcUrl("postgres", database).replaceAll("\\?.*", ""),
                connections.application(), connections.owner());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the embedded database did not stop", e);
        } finally {
            lock.close();
        }
    }

    private static Connections roles(EmbeddedPostgres server) throws SQLException {
        var owner = new Connections.Login("jingwei_owner", randomPassword());
        var application = new Connections.Login("jingwei_app", randomPassword());
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (var login : List.of(owner, application)) {
                statement.execute("""
                        DO $$ BEGIN
                          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                        END $$""".formatted(login.user()));
                statement.execute("ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%s'"
                        .formatted(login.user(), login.password()));
            }
            statement.execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jingwei_auditor')
                      THEN CREATE ROLE jingwei_auditor NOLOGIN; END IF;
                    END $$""");
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                if (found.next()) {
                    return connections(server, application, owner);
                }
            }
            statement.execute("CREATE DATABASE " + NAME + " OWNER jingwei_owner");
        }
        return connections(server, application, owner);
    }

    private static Connections connections(EmbeddedPostgres server, Connections.Login application,
            Connections.Login owner) {
        return new Connections(server.getJdbcUrl("postgres", NAME).replaceAll("\\?.*", ""), application, owner);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void refuseForeignCluster(Path cluster) {
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        try {
            String found = Files.readString(version).strip();
            if (!MAJOR.equals(found)) {
                throw new StartRefused(
                        cluster + " 是 PostgreSQL " + found + " 的数据，本程序内置的是 " + MAJOR + "，请换用匹配的程序版本",
                        cluster + " was made by PostgreSQL " + found + ", this program carries " + MAJOR);
            }
        } catch (IOException e) {
            throw new StartRefused("读不到 " + version, "cannot read " + version);
        }
    }

    /// A server killed with `kill -9` leaves PostgreSQL running on the folder; it is ended before the next start.
    private static void endLeftover(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
            if (process.isPresent()) {
                process.get().destroy();
                process.get().onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (IOException | NumberFormatException e) {
            // an unreadable file belongs to no living server; PostgreSQL itself decides about it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StartRefused("上次留下的数据库进程未能在 30 秒内停止，请结束它后再启动",
                    "the database process left by the last run did not stop within 30 seconds");
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    }
}
