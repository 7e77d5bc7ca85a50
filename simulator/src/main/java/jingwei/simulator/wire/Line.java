package jingwei.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// 线路: speaks to one server for all the posts of one platform; each signs in when it first speaks.
public final class Line implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI server;
    private final AccountsFile accounts;
    private final String platform;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ReentrantLock signingIn = new ReentrantLock();
    private final String language;

    /// Speaks English, so that a program's log can be read by everybody.
    public Line(URI server, AccountsFile accounts, String platform) {
        this(server, accounts, platform, "en");
    }

    /// @param language of what the server says, `zh` or `en`
    public Line(URI server, AccountsFile accounts, String platform, String language) {
        this.language = language;
        this.server = server;
        this.accounts = accounts;
        this.platform = platform;
    }

    public AccountsFile accounts() {
        return accounts;
    }

    public String platform() {
        return platform;
    }

    public Reply get(String post, String path) {
        return send(post, request(post, path).GET());
    }

    /// A page as text: what is printed or downloaded.
    public String page(String post, String path) {
        return new String(file(post, path), StandardCharsets.UTF_8);
    }

    /// A file as it is downloaded.
    public byte[] file(String post, String path) {
        try {
            HttpResponse<byte[]> response = http.send(request(post, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Reply post(String post, String path, Object body) {
        return send(post, request(post, path).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Reply put(String post, String path, Object body) {
        return send(post, request(post, path).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Reply delete(String post, String path) {
        return send(post, request(post, path).header("Idempotency-Key", UUID.randomUUID().toString()).DELETE());
    }

    /// Sends a part of a file as it is.
    public Reply part(String post, String path, byte[] content) {
        return send(post, request(post, path).header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString()).PUT(BodyPublishers.ofByteArray(content)));
    }

    /// Sends a table.
    public Reply csv(String post, String path, String table) {
        return send(post, request(post, path).header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(table)));
    }

    /// Uploads a photo and answers its hash.
    public String photo(String post, String what) {
        Reply reply = send(post, request(post, "/api/media").header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(Photos.of(what))));
        if (!reply.done()) {
            throw new IllegalStateException("photo of " + post + ": " + reply);
        }
        return reply.body().path("hash").asString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String post, String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(post)).header("X-Post", post)
                .header("Accept-Language", language);
    }

    /// A session the server has ended is begun again, once.
    private Reply send(String post, HttpRequest.Builder request) {
        Reply reply = send(request.build());
        if (reply.status() != 401) {
            return reply;
        }
        tokens.remove(post);
        return send(request.setHeader("Authorization", "Bearer " + token(post)).build());
    }

    private String token(String post) {
        signingIn.lock();
        try {
            return tokens.computeIfAbsent(post, this::signIn);
        } finally {
            signingIn.unlock();
        }
    }

    private String signIn(String post) {
        AccountsFile.Line line = accounts.of(platform, post);
        Reply reply = send(HttpRequest.newBuilder(server.resolve("/api/sessions")).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(
                        Map.of("platform", platform, "account", line.account(), "password", line.password())))).build());
        if (!reply.done()) {
            throw new IllegalStateException("sign-in of " + line + ": " + reply);
        }
        return reply.body().path("token").asString();
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
