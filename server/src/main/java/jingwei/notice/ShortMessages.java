package jingwei.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// 短信: sends a short message through the gateway an operator configured; off until he does.
///
/// `JINGWEI_SMS` is the address of a gateway that takes `{"phone": …, "text": …}` by POST and answers 2xx, or `file:` and a
/// folder, where each message becomes one file for another program to pick up.
@Component
public class ShortMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String gateway;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    ShortMessages(@Value("${jingwei.sms:}") String gateway, JsonMapper json) {
        this.gateway = gateway.strip();
        this.json = json;
    }

    /// Whether messages can be sent at all.
    public boolean ready() {
        return !gateway.isEmpty();
    }

    /// Sends now, and returns when the gateway took it.
    ///
    /// @throws UncheckedIOException where it did not
    public void send(String phone, String text) {
        byte[] message = json.writeValueAsBytes(Map.of("phone", phone, "text", text));
        try {
            if (gateway.startsWith("file:")) {
                drop(Path.of(gateway.substring("file:".length())), message);
            } else {
                post(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Written beside and moved, so that nobody reads half a message.
    static void drop(Path folder, byte[] message) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "message", ".part");
        Files.write(part, message);
        Files.move(part, folder.resolve(UUID.randomUUID() + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void post(byte[] message) throws IOException {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(gateway)).timeout(PATIENCE)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(message)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("the gateway answered " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
