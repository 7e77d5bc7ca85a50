package jingwei.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A real PostgreSQL for tests: one cluster a test run, migrated once as a template, one database copied from it for each
/// class that asks. Nothing is shared between classes and nothing is cleaned by hand.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedDatabase CLUSTER = start();

    private final Connections connections;

    private TestDatabase(Connections connections) {
        this.connections = connections;
    }

    /// A fresh, migrated, empty database of its own.
    public static synchronized TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        superuser("CREATE DATABASE " + name + " TEMPLATE " + EmbeddedDatabase.NAME + " OWNER jingwei_owner");
        return new TestDatabase(CLUSTER.on(name));
    }

    /// A database without any table of ours.
    ///
    /// @param how encoding and locale, in the words of CREATE DATABASE
    public static synchronized TestDatabase bare(String how) {
        String name = "test_" + COUNT.incrementAndGet();
        superuser("CREATE DATABASE " + name + " TEMPLATE template0 OWNER jingwei_owner " + how);
        return new TestDatabase(CLUSTER.on(name));
    }

    public Connections connections() {
        return connections;
    }

    /// The application's role: neither owner nor superuser.
    public DataSource application() {
        return source(connections.application());
    }

    public DataSource owner() {
        return source(connections.owner());
    }

    private DataSource source(Connections.Login login) {
        return new DriverManagerDataSource(connections.url(), login.user(), login.password());
    }

    private static EmbeddedDatabase start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "postgres")), "run");
            EmbeddedDatabase cluster = EmbeddedDatabase.start(folder.toAbsolutePath(), false);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            Migrations.run(cluster.connections());
            return cluster;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void superuser(String sql) {
        try (Connection connection = CLUSTER.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
