package jingwei.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jingwei.simulator.wire.AccountsFile;

/// The packed server as an operator would start it: a process of its own on a free loopback port, with a folder of its own.
public final class PackedServer implements AutoCloseable {

    private static final Path JAR = Path.of("..", "server", "target", "jingwei-server.jar");
    /// What the java command is told; tests live short, so they compile quickly rather than well.
    private static final String OPTIONS = "TEST_JAVA_OPTIONS";
    private static final String QUICK = "-Xmx768m -XX:TieredStopAtLevel=1";
    private static final Duration EACH = Duration.ofMillis(200);
    private static final int TRIES = 1_500;

    private final Process process;
    private final URI address;
    private final Path data;
    private final Map<String, String> environment;

    private PackedServer(Process process, URI address, Path data, Map<String, String> environment) {
        this.process = process;
        this.address = address;
        this.data = data;
        this.environment = environment;
    }

    public static PackedServer start(Map<String, String> environment) {
        return start(folder(), environment);
    }

    /// Starts as an operator would for a whole city: every compiler at work, and so much heap.
    public static PackedServer full(Map<String, String> environment, String heap) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(OPTIONS, "-Xmx" + heap);
        return start(folder(), all);
    }

    /// Starts on a folder that may have been used before.
    public static PackedServer start(Path data, Map<String, String> environment) {
        return start(data, freePort(), environment);
    }

    /// Starts where it was said that it would be.
    public static PackedServer start(Path data, int port, Map<String, String> environment) {
        try {
            PackedServer server = launch(data, port, environment);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same server once more, after its end: same folder, same port.
    public PackedServer again() {
        return start(data, address.getPort(), environment);
    }

    /// A command of the program, as an operator types it in this folder. @return what he read
    public static String command(Path data, String key, String... words) {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JINGWEI_DATA", data.toString(), "JINGWEI_BACKUP_KEY", key));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A new empty folder for a server's data.
    public static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "server")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Launches the process and waits for nothing.
    static PackedServer launch(Path data, int port, Map<String, String> environment) {
        try {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
            command.addAll(List.of(environment.getOrDefault(OPTIONS, QUICK).split(" ")));
            command.addAll(List.of("-jar", JAR.toString()));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(Map.of("PORT", String.valueOf(port), "JINGWEI_DATA", data.toString(),
                    "JINGWEI_DEMO", "on"));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(data.resolve("console.txt").toFile());
            return new PackedServer(builder.start(), URI.create("http://127.0.0.1:" + port), data, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    public Path accountsFile() {
        return data.resolve("demo-accounts.csv");
    }

    public AccountsFile accounts() {
        return AccountsFile.read(accountsFile());
    }

    public Path data() {
        return data;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// What the operator read.
    public String console() {
        try {
            return Files.readString(data.resolve("console.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the process to end by itself. @return its exit status
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end: " + console());
        }
        return process.exitValue();
    }

    /// What a power cut does to the server: no chance to tidy up.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /// Waits until the operator has read this.
    void awaitSaid(String words) {
        for (int tries = 0; tries < TRIES && process.isAlive() && !console().contains(words); tries++) {
            LockSupport.parkNanos(EACH.toNanos());
        }
        if (!console().contains(words)) {
            throw new IllegalStateException("the server did not say " + words + ": " + console());
        }
    }

    private void awaitReady() throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
                if (healthy(http) && console().contains("ready in")) {
                    return;
                }
                LockSupport.parkNanos(EACH.toNanos());
            }
        }
        close();
        throw new IllegalStateException("the server did not start: " + Files.readString(data.resolve("console.txt")));
    }

    private boolean healthy(HttpClient http) {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve("/api/health")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
