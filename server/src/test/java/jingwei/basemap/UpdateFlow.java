package jingwei.basemap;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import tools.jackson.databind.JsonNode;

/// Hands an update in as the office does: proposed, sent in parts, checked, reviewed by somebody else, published.
public final class UpdateFlow {

    private static final int PART = 1_000_000;

    private final TestClient editor;
    private final TestClient reviewer;

    public UpdateFlow(TestClient editor, TestClient reviewer) {
        this.editor = editor;
        this.reviewer = reviewer;
    }

    /// Answers the id of the update, whose check has begun.
    public String send(String layer, String mode, String name, byte[] file, Map<String, String> more) {
        Map<String, Object> proposal = new LinkedHashMap<>(more);
        proposal.putAll(Map.of("id", UUID.randomUUID().toString(), "layer", layer, "mode", mode, "fileName", name));
        Answer begun = editor.post("/api/basemap/updates", proposal);
        if (begun.status() != 201) {
            throw new AssertionError(begun.body());
        }
        String id = begun.json().get("id").asString();
        int parts = 0;
        for (int from = 0; from < file.length; from += PART) {
            Answer sent = editor.with("Content-Type", "application/octet-stream").send("PUT",
                    "/api/basemap/updates/" + id + "/parts/" + parts++,
                    BodyPublishers.ofByteArray(Arrays.copyOfRange(file, from, Math.min(file.length, from + PART))));
            if (sent.status() != 204) {
                throw new AssertionError(sent.status() + sent.body());
            }
        }
        Answer checking = editor.post("/api/basemap/updates/" + id + "/check", Map.of("parts", parts));
        if (checking.status() != 200) {
            throw new AssertionError(checking.body());
        }
        return id;
    }

    /// Lets the division tool propose unit grids; answers the id of the update.
    public String divide() {
        Answer begun = editor.post("/api/basemap/updates/divisions", Map.of("id", UUID.randomUUID().toString()));
        if (begun.status() != 201) {
            throw new AssertionError(begun.body());
        }
        return begun.json().get("id").asString();
    }

    /// The update when nobody works on it any more.
    public JsonNode settled(String id) {
        while (true) {
            JsonNode update = editor.get("/api/basemap/updates/" + id).json();
            String state = update.get("state").asString();
            if (!List.of("DIVIDING", "CHECKING", "PUBLISHING").contains(state)) {
                return update;
            }
            Thread.onSpinWait();
        }
    }

    public JsonNode faults(String id) {
        return editor.get("/api/basemap/updates/" + id + "/faults?limit=1000").json().get("features");
    }

    public Answer review(String id) {
        return reviewer.post("/api/basemap/updates/" + id + "/review", Map.of("accepted", true, "remark", "同意"));
    }

    public Answer publish(String id) {
        return editor.post("/api/basemap/updates/" + id + "/publication", Map.of());
    }

    /// All the way; answers the published update.
    public JsonNode through(String layer, String mode, String name, byte[] file, Map<String, String> more) {
        String id = send(layer, mode, name, file, more);
        JsonNode checked = settled(id);
        if (!checked.get("state").asString().equals("CHECKED")) {
            throw new AssertionError(checked + " " + faults(id));
        }
        if (review(id).status() != 200 || publish(id).status() != 200) {
            throw new AssertionError(settled(id).toString());
        }
        return settled(id);
    }
}
