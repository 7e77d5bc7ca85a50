package jingwei.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.Jingwei;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole server on a database of its own and a free loopback port, as the door would open it.
public final class TestServer implements AutoCloseable {

    private final ConfigurableApplicationContext rooms;
    private final TestDatabase database;
    private final Path data;
    private final Map<String, Object> more;

    private TestServer(ConfigurableApplicationContext rooms, TestDatabase database, Path data,
            Map<String, Object> more) {
        this.rooms = rooms;
        this.database = database;
        this.data = data;
        this.more = more;
    }

    /// An empty system: no platform, nobody.
    public static TestServer empty() {
        return open(Map.of("jingwei.demo", false));
    }

    /// @param sources classes with `@Bean` methods to add; not annotated with `@Configuration`, or every test server
    ///                would find them
    public static TestServer open(Map<String, Object> more, Class<?>... sources) {
        return open(TestDatabase.fresh(), folder(), more, sources);
    }

    /// The server closes and opens again on what it left behind.
    public TestServer restart(Class<?>... sources) {
        close();
        return open(database, data, more, sources);
    }

    /// A second server on the same database and data folder, as behind one address.
    public TestServer second(Class<?>... sources) {
        return open(database, data, more, sources);
    }

    private static TestServer open(TestDatabase database, Path data, Map<String, Object> more, Class<?>... sources) {
        Settings settings = new Settings(0, "127.0.0.1", data, false, false, 0, 0, database.connections());
        Map<String, Object> properties = new HashMap<>(Door.properties(settings, database.connections()));
        properties.put("spring.datasource.hikari.maximum-pool-size", 8);
        properties.putAll(more);
        SpringApplication application = new SpringApplication(Jingwei.class);
        application.addPrimarySources(List.of(sources));
        application.setDefaultProperties(properties);
        return new TestServer(application.run(), database, data, more);
    }

    public <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    /// The folder of the media and of what else the server keeps beside its database.
    public Path data() {
        return data;
    }

    public String address() {
        return "http://127.0.0.1:" + ((ServletWebServerApplicationContext) rooms).getWebServer().getPort();
    }

    @Override
    public void close() {
        rooms.close();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "server")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
