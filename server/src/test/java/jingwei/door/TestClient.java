package jingwei.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that speaks with a {@link TestServer} over real HTTP: JSON in and out, one `Idempotency-Key` a write.
public final class TestClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final Map<String, String> headers;

    private TestClient(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /// Somebody who has not signed in.
    public static TestClient of(TestServer server) {
        return new TestClient(server.address(), Map.of());
    }

    /// What came back.
    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /// The code word of a refusal.
        public String code() {
            return json().path("type").asString("").replace("urn:jingwei:refused:", "");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /// Signs in and answers a client that carries the session as a Bearer token.
    public TestClient signIn(String platform, String account, String password) {
        Answer answer = trySignIn(platform, account, password);
        if (answer.status() != 201) {
            throw new AssertionError("sign-in of " + account + ": " + answer.status() + " " + answer.json());
        }
        return with("Authorization", "Bearer " + answer.json().get("token").asString());
    }

    public Answer trySignIn(String platform, String account, String password) {
        return post("/api/sessions", Map.of("platform", platform, "account", account, "password", password));
    }

    public TestClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestClient(address, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /// Opens a stream and answers as soon as its head is there; the caller reads its lines and closes it.
    public HttpResponse<InputStream> listen(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::setHeader);
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer json(String method, String path, Object body) {
        return with("Content-Type", "application/json")
                .send(method, path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (!method.equals("GET") && !headers.containsKey("Idempotency-Key")) {
            request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
