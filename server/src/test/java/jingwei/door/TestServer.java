package jingwei.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import jingwei.Jingwei;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole server on a database of its own and a free loopback port, as the door would open it.
public final class TestServer implements AutoCloseable {

    private final ConfigurableApplicationContext rooms;
    private final TestDatabase database;

    private TestServer(ConfigurableApplicationContext rooms, TestDatabase database) {
        this.rooms = rooms;
        this.database = database;
    }

    /// An empty system: no platform, nobody.
    public static TestServer empty() {
        return open(Map.of("jingwei.demo", false));
    }

    public static TestServer open(Map<String, Object> more) {
        TestDatabase database = TestDatabase.fresh();
        Settings settings = new Settings(0, "127.0.0.1", folder(), false, database.connections());
        Map<String, Object> properties = new HashMap<>(Door.properties(settings, database.connections()));
        properties.putAll(more);
        SpringApplication application = new SpringApplication(Jingwei.class);
        application.setDefaultProperties(properties);
        return new TestServer(application.run(), database);
    }

    public <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    public TestDatabase database() {
        return database;
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
