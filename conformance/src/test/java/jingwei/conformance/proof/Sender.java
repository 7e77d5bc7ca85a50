package jingwei.conformance.proof;

import java.io.IOException;
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
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jingwei.simulator.wire.AccountsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// 发送: what a phone or a desk does on any day: each thing under one key, sent again and again until somebody has answered it.
/// A refusal is no answer a player of this city expects: it fails the day.
final class Sender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration EACH = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final AccountsFile accounts;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    final Latencies latencies = new Latencies();
    /// Sendings that got no answer, or one of a server in trouble, and were made again.
    final LongAdder again = new LongAdder();

    Sender(URI address, AccountsFile accounts) {
        this.address = address;
        this.accounts = accounts;
    }

    /// @param who platform and post, such as `luoyang/operator-1`
    JsonNode post(String who, String kind, String path, Object body) {
        return json(answered(kind, who, HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    JsonNode put(String who, String path, Object body) {
        return json(answered("put", who, HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    /// Uploads a photo. @return its hash, as the server reckons it
    String photo(String who, byte[] content) {
        return json(answered("photo", who, HttpRequest.newBuilder(address.resolve("/api/media")).header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(content)))).path("hash").asString();
    }

    JsonNode get(String who, String kind, String path) {
        return json(answered(kind, who, HttpRequest.newBuilder(address.resolve(path)).GET()));
    }

    byte[] file(String who, String path) {
        return answered("file", who, HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /// Listens to the notices of a post until the line ends.
    void listen(String who, Consumer<String> heard) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/notices/stream")).header("Authorization", "Bearer " + token(who))
                .header("X-Post", who.substring(who.indexOf('/') + 1)).header("Accept", "text/event-stream").build();
        try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(heard);
        } catch (IOException | java.io.UncheckedIOException e) {
            // the line has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answered(String kind, String who, HttpRequest.Builder request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = tried(request.setHeader("Authorization", "Bearer " + token(who))
                    .setHeader("X-Post", who.substring(who.indexOf('/') + 1)).timeout(Duration.ofSeconds(30)).build());
            if (answer != null && answer.statusCode() < 300) {
                latencies.took(kind, System.nanoTime() - began);
                return answer.body();
            }
            if (answer != null && answer.statusCode() == 401) {
                tokens.remove(who);
            } else if (answer != null && answer.statusCode() < 500 && answer.statusCode() != 429) {
                throw new AssertionError(who + " " + kind + " " + request.build().uri() + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(who + " " + kind + " was never answered: " + (answer == null ? "no answer" : answer.statusCode()));
            }
            again.increment();
            LockSupport.parkNanos(EACH.toNanos());
        }
    }

    private String token(String who) {
        String known = tokens.get(who);
        return known != null ? known : signIn(who);
    }

    private synchronized String signIn(String who) {
        String known = tokens.get(who);
        if (known != null) {
            return known;
        }
        String platform = who.substring(0, who.indexOf('/'));
        AccountsFile.Line line = accounts.of(platform, who.substring(platform.length() + 1));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/sessions")).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30)).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(
                        Map.of("platform", platform, "account", line.account(), "password", line.password())))).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<byte[]> answer = tried(request);
            if (answer != null && answer.statusCode() < 300) {
                String token = json(answer.body()).path("token").asString();
                tokens.put(who, token);
                return token;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(who + " cannot sign in: " + (answer == null ? "no answer" : new String(answer.body(), StandardCharsets.UTF_8)));
            }
            again.increment();
            LockSupport.parkNanos(EACH.toNanos());
        }
    }

    /// Null where the line broke.
    private HttpResponse<byte[]> tried(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(byte[] body) {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
