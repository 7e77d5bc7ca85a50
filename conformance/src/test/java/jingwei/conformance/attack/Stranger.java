package jingwei.conformance.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.simulator.wire.AccountsFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 来客: sends what no page of ours would send, in the name of a post or of nobody.
final class Stranger implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI server;
    private final AccountsFile accounts;
    private final Map<AccountsFile.Line, JsonNode> sessions = new HashMap<>();

    Stranger(URI server, AccountsFile accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    AccountsFile accounts() {
        return accounts;
    }

    /// An answer as it came. @param body as text
    record Answer(int status, String body, Map<String, String> headers) {

        /// The code word of a refusal.
        String code() {
            return body.startsWith("{") ? JSON.readTree(body).path("type").asString("").replace("urn:jingwei:refused:", "")
                    : "";
        }
    }

    /// What the account may do in its post, as the server says it.
    Set<String> permissions(AccountsFile.Line account) {
        JsonNode me = session(account);
        return me.path("posts").valueStream().filter(post -> post.path("id").asString().equals(account.account()))
                .flatMap(post -> post.path("permissions").valueStream()).map(JsonNode::asString).collect(Collectors.toSet());
    }

    /// The tokens that were given so far.
    List<String> tokens() {
        return sessions.values().stream().map(me -> me.path("token").asString()).toList();
    }

    Answer get(AccountsFile.Line account, String path) {
        return send(account, "GET", path, null, BodyPublishers.noBody());
    }

    Answer send(AccountsFile.@Nullable Line account, Operation operation, String path, String body) {
        return send(account, operation.method(), path, operation.type(),
                operation.type() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    Answer send(AccountsFile.@Nullable Line account, String method, String path, @Nullable String type,
            BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(30))
                .header("Idempotency-Key", UUID.randomUUID().toString()).method(method, body);
        if (type != null) {
            request.header("Content-Type", type.contains("*") ? "application/octet-stream" : type);
        }
        if (account != null) {
            request.header("Authorization", "Bearer " + session(account).path("token").asString())
                    .header("X-Post", account.account());
        }
        return exchange(request.build());
    }

    private JsonNode session(AccountsFile.Line account) {
        return sessions.computeIfAbsent(account, line -> {
            Answer answer = send(null, "POST", "/api/sessions", "application/json", BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("platform", line.platform(), "account", line.account(), "password",
                            line.password()))));
            if (answer.status() != 201) {
                throw new IllegalStateException("sign-in of " + line + ": " + answer);
            }
            return JSON.readTree(answer.body());
        });
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // A stream of events never ends: its beginning says enough.
                boolean endless = response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(response.statusCode(),
                        endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8),
                        response.headers().map().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
