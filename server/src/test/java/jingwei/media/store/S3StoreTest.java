package jingwei.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The S3 client against a small store that checks every signature by its own reckoning.
class S3StoreTest {

    private static final String SECRET = "not-a-real-secret";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=key/(\\d{8})/cn-1/s3/aws4_request, SignedHeaders=([a-z0-9;-]+), "
                    + "Signature=([0-9a-f]{64})");

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private HttpServer server;
    private String endpoint;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void keepsAndOpensInRanges() throws IOException {
        S3Store store = store(SECRET);
        byte[] content = new byte[100_000];
        new java.util.Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("a"), content);
        assertThat(store.has("media/ab/cd/abcd")).isFalse();
        store.keep("media/ab/cd/abcd", file);
        assertThat(file).doesNotExist();
        assertThat(kept).containsKey("/evidence/media/ab/cd/abcd");
        assertThat(store.has("media/ab/cd/abcd")).isTrue();
        try (var part = store.open("media/ab/cd/abcd", 500, 1000)) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 500, 1500));
        }
        assertThatThrownBy(() -> store.open("media/no/ne/none", 0, 10)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aWrongSecretIsSeenAndNothingIsLost() throws IOException {
        Path file = Files.writeString(folder.resolve("b"), "evidence");
        assertThatThrownBy(() -> store("another").keep("media/b", file)).isInstanceOf(IOException.class)
                .hasMessageContaining("403");
        assertThat(file).hasContent("evidence");
        assertThat(kept).isEmpty();
    }

    private S3Store store(String secret) {
        return new S3Store(endpoint + "/", "evidence", new S3Signature("cn-1", "key", secret),
                Clock.fixed(Instant.parse("2026-11-24T01:02:03Z"), ZoneOffset.UTC));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        byte[] content = kept.get(path);
        if (!signed(exchange, body)) {
            exchange.sendResponseHeaders(403, -1);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            kept.put(path, body);
            exchange.sendResponseHeaders(200, -1);
        } else if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            String[] range = exchange.getRequestHeaders().getFirst("Range").substring("bytes=".length()).split("-");
            byte[] part = Arrays.copyOfRange(content, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
            exchange.sendResponseHeaders(206, part.length);
            exchange.getResponseBody().write(part);
        }
        exchange.close();
    }

    private static boolean signed(HttpExchange exchange, byte[] body) {
        try {
            var headers = exchange.getRequestHeaders();
            Matcher given = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            if (!given.matches() || !digest.equals(headers.getFirst("x-amz-content-sha256"))
                    || !given.group(2).contains("host")) {
                return false;
            }
            StringBuilder request = new StringBuilder(exchange.getRequestMethod() + "\n"
                    + exchange.getRequestURI().getRawPath() + "\n\n");
            for (String name : given.group(2).split(";")) {
                request.append(name).append(':').append(headers.getFirst(name)).append('\n');
            }
            request.append('\n').append(given.group(2)).append('\n').append(digest);
            String scope = given.group(1) + "/cn-1/s3/aws4_request";
            String words = String.join("\n", "AWS4-HMAC-SHA256", headers.getFirst("x-amz-date"), scope,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(request.toString().getBytes(StandardCharsets.UTF_8))));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String part : scope.split("/")) {
                key = hmac(key, part);
            }
            return HexFormat.of().formatHex(hmac(key, words)).equals(given.group(3));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws java.security.GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
