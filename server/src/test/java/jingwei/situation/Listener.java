package jingwei.situation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import jingwei.door.TestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A wall that listens to the stream of the situation, as a browser does.
final class Listener implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader lines;
    private String last = "";

    private Listener(BufferedReader lines) {
        this.lines = lines;
    }

    static Listener open(TestClient who, String lastId) throws IOException, InterruptedException {
        TestClient asking = lastId.isEmpty() ? who : who.with("Last-Event-ID", lastId);
        return new Listener(new BufferedReader(new InputStreamReader(asking.listen("/api/situation/stream").body(),
                StandardCharsets.UTF_8)));
    }

    /// The id of the last event that was read.
    String last() {
        return last;
    }

    /// Reads to the next event of that name which satisfies; fails at the end of the stream.
    JsonNode next(String name, Predicate<JsonNode> wanted) throws IOException {
        String event = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                JsonNode said = event.equals(name) ? JSON.readTree(data.toString()) : null;
                data.setLength(0);
                if (said != null && wanted.test(said)) {
                    return said;
                }
            } else if (line.startsWith("id:")) {
                last = line.substring(3);
            } else if (line.startsWith("event:")) {
                event = line.substring(6);
            } else if (line.startsWith("data:")) {
                data.append(line, 5, line.length());
            }
        }
        throw new AssertionError("the stream ended before an event " + name);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
