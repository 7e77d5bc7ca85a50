package jingwei.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient.Answer;
import jingwei.media.TestPhoto;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// 表单先到、照片随后: never lost, never twice, over HTTP and tus.
@Requirement({"ACQ-02", "ACQ-14", "ACQ-15", "DEV-02", "DEV-03"})
class SubmissionsTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static int widths = 300;

    private static synchronized byte[] photo() {
        return TestPhoto.picture("jpg", widths++, 40);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> form(UUID id, byte[]... photos) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("kind", "REPORT");
        form.put("saidAt", Instant.now().toString());
        form.put("sentAt", Instant.now().toString());
        form.put("particulars", new LinkedHashMap<>(Map.of("description", "路灯不亮", "classCode", "component-0118",
                "condition", 1, "point", CaseTown.POINT)));
        form.put("media", Arrays.stream(photos).map(each -> Map.of("hash", hash(each), "kind", "BEFORE", "view", "near",
                "size", each.length)).toList());
        return form;
    }

    private static Answer send(String who, Map<String, ?> form) {
        return TOWN.as(who).post("/api/collection/submissions", form);
    }

    private static String begin(String who, byte[] bytes, String announced) {
        Answer answer = TOWN.as(who).with("Tus-Resumable", "1.0.0").with("Upload-Length", "" + bytes.length)
                .with("Upload-Metadata", "sha256 " + Base64.getEncoder().encodeToString(announced.getBytes(StandardCharsets.UTF_8)))
                .send("POST", "/api/collection/uploads", BodyPublishers.noBody());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Answer part(String who, String place, int offset, byte[] bytes) {
        return TOWN.as(who).with("Tus-Resumable", "1.0.0").with("Upload-Offset", "" + offset)
                .with("Content-Type", "application/offset+octet-stream").send("PATCH", place, BodyPublishers.ofByteArray(bytes));
    }

    private static void upload(String who, byte[] bytes) {
        Answer last = part(who, begin(who, bytes, hash(bytes)), 0, bytes);
        assertThat(last.status()).as(last.body()).isEqualTo(204);
        assertThat(last.header("Upload-Media")).isEqualTo(hash(bytes));
    }

    @Test
    void theFormIsKeptFirstAndTheCaseBeginsWithItsPhotos() {
        byte[] near = photo();
        byte[] far = photo();
        UUID id = UUID.randomUUID();
        Map<String, Object> form = form(id, near, far);
        Answer kept = send("collector-1", form);
        assertThat(kept.status()).as(kept.body()).isEqualTo(202);
        assertThat(kept.json().get("state").asString()).isEqualTo("WAITING");
        assertThat(kept.json().get("missing")).hasSize(2);
        upload("collector-1", near);
        assertThat(send("collector-1", form).json().get("missing")).hasSize(1);

        // the second photo in parts: out of order, broken off, asked, gone on, the last part twice
        String place = begin("collector-1", far, hash(far));
        int half = far.length / 2;
        assertThat(part("collector-1", place, half, Arrays.copyOfRange(far, half, far.length)).status()).isEqualTo(409);
        assertThat(part("collector-1", place, 0, Arrays.copyOfRange(far, 0, half)).status()).isEqualTo(204);
        Answer asked = TOWN.as("collector-1").with("Tus-Resumable", "1.0.0").send("HEAD", place, BodyPublishers.noBody());
        assertThat(asked.header("Upload-Offset")).isEqualTo("" + half);
        assertThat(part("collector-2", place, half, new byte[1]).status()).as("another's upload is not his").isEqualTo(404);
        Answer last = part("collector-1", place, half, Arrays.copyOfRange(far, half, far.length));
        assertThat(last.status()).isEqualTo(204);
        assertThat(part("collector-1", place, half, Arrays.copyOfRange(far, half, far.length)).status()).isEqualTo(409);

        Answer done = TOWN.as("collector-1").get("/api/collection/submissions/" + id);
        assertThat(done.json().get("state").asString()).as(done.body()).isEqualTo("DONE");
        String number = done.json().get("number").asString();
        assertThat(TOWN.as("operator-1").get("/api/cases/" + number).body()).contains(hash(near), hash(far));
        // a restored backup sends everything again: the same answer, no second case
        Answer again = send("collector-1", form);
        assertThat(again.json().get("number").asString()).isEqualTo(number);
        assertThat(again.json().get("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aPhotoThatIsNotWhatItClaimsIsRefused() {
        byte[] bytes = photo();
        String place = begin("collector-1", bytes, "0".repeat(64));
        Answer wrong = part("collector-1", place, 0, bytes);
        assertThat(wrong.code()).isEqualTo("hash-differs");
        assertThat(TOWN.as("collector-1").with("Tus-Resumable", "1.0.0").send("HEAD", place, BodyPublishers.noBody()).status())
                .isEqualTo(404);
        byte[] text = "no picture at all".getBytes(StandardCharsets.UTF_8);
        assertThat(part("collector-1", begin("collector-1", text, hash(text)), 0, text).code()).isEqualTo("media-type-unknown");
    }

    @Test
    void anIdIsForOneContentAndOnePersonOnly() {
        byte[] bytes = photo();
        UUID id = UUID.randomUUID();
        assertThat(send("collector-1", form(id, bytes)).status()).isEqualTo(202);
        Map<String, Object> other = form(id, photo());
        assertThat(send("collector-1", other).code()).isEqualTo("id-taken");
        assertThat(send("collector-2", form(id, bytes)).code()).isEqualTo("id-taken");
    }

    @Test
    void whatCanBeSaidBeforeThePhotosIsSaidAtOnce() {
        byte[] bytes = photo();
        Map<String, Object> far = form(UUID.randomUUID(), bytes);
        far.put("particulars", Map.of("description", "x", "classCode", "component-0118",
                "point", Map.of("longitude", 100.0, "latitude", 30.0)));
        assertThat(send("collector-1", far).code()).isEqualTo("outside-every-grid");
        Map<String, Object> unknown = form(UUID.randomUUID(), bytes);
        unknown.put("particulars", Map.of("description", "x", "classCode", "component-0199", "point", CaseTown.POINT));
        assertThat(send("collector-1", unknown).code()).isEqualTo("class-unknown");
        assertThat(send("collector-1", form(UUID.randomUUID())).code()).isEqualTo("too-few-photos");
        assertThat(send("operator-1", form(UUID.randomUUID(), bytes)).code()).isEqualTo("no-collector");
        assertThat(send("collector-1", Map.of("kind", "REPORT")).code()).isEqualTo("field-malformed");
    }

    @Test
    @Requirement({"ACQ-18", "ACQ-06", "ACQ-07", "DEV-05", "DEV-06"})
    void settlementsAndAnswersGoTheSameWay() {
        byte[] before = photo();
        byte[] after = photo();
        Map<String, Object> settled = form(UUID.randomUUID(), before);
        settled.put("kind", "SETTLEMENT");
        settled.put("media", List.of(Map.of("hash", hash(before), "kind", "BEFORE", "size", before.length),
                Map.of("hash", hash(after), "kind", "AFTER", "size", after.length)));
        send("collector-1", settled);
        upload("collector-1", before);
        upload("collector-1", after);
        Answer done = send("collector-1", settled);
        assertThat(done.json().get("state").asString()).as(done.body()).isEqualTo("DONE");
        assertThat(TOWN.as("operator-1").get("/api/cases/" + done.json().get("number").asString()).json().get("state")
                .toString()).contains("settled");

        String number = TOWN.walk("register ask-verify");
        byte[] seen = photo();
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("id", UUID.randomUUID(), "kind", "ANSWER", "act", "verify-true",
                "number", number, "particulars", Map.of("opinion", "属实"), "media",
                List.of(Map.of("hash", hash(seen), "kind", "VERIFY", "size", seen.length))));
        send("collector-2", answer);
        upload("collector-2", seen);
        assertThat(send("collector-2", answer).json().get("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aTaskAnsweredAfterItWasWithdrawnIsKeptWithTheReason() {
        String number = TOWN.walk("register ask-verify");
        TOWN.act("shift-leader-1", number, "annul", Map.of("reason", "重复登记"));
        byte[] seen = photo();
        Map<String, Object> answer = Map.of("id", UUID.randomUUID(), "kind", "ANSWER", "act", "verify-true", "number", number,
                "particulars", Map.of(), "media", List.of(Map.of("hash", hash(seen), "kind", "VERIFY", "size", seen.length)));
        send("collector-2", answer);
        upload("collector-2", seen);
        Answer refused = send("collector-2", answer);
        assertThat(refused.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.json().get("refusal").get("what").get("zh").asString()).isNotBlank();
    }

    @Test
    void theSameReportFromTwoDevicesAtOnceIsOneCase() throws Exception {
        byte[] shared = photo();
        upload("collector-1", shared);
        Map<String, Object> form = form(UUID.randomUUID(), shared);
        Set<String> numbers = new HashSet<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            for (var future : hands.invokeAll(IntStream.range(0, 8).<Callable<String>>mapToObj(device -> () -> {
                Map<String, Object> own = new LinkedHashMap<>(form);
                own.put("device", "device-" + device);
                own.put("sentAt", Instant.now().plusSeconds(device).toString());
                assertThat(send("collector-1", own).status()).isEqualTo(202);
                return send("collector-1", own).json().get("number").asString();
            }).toList())) {
                numbers.add(future.get());
            }
        }
        assertThat(numbers).hasSize(1);
    }

    @Test
    @Requirement("DEV-08")
    void aReportWithoutAFixFromAPhoneADayAheadIsTakenPlacedAndMarked() {
        byte[] bytes = photo();
        upload("collector-7", bytes);
        Map<String, Object> form = form(UUID.randomUUID(), bytes);
        form.put("saidAt", Instant.now().plus(Duration.ofDays(1)).minusSeconds(60).toString());
        form.put("sentAt", Instant.now().plus(Duration.ofDays(1)).toString());
        Answer done = send("collector-7", form);
        assertThat(done.json().get("state").asString()).as(done.body()).isEqualTo("DONE");
        assertThat(done.json().get("clockSkew").asInt()).isBetween(86_300, 86_500);
        String doubts = TOWN.as("shift-leader-1").get("/api/collection/doubts?number=" + done.json().get("number").asString()).body();
        assertThat(doubts).contains("WRONG_CLOCK", "POOR_FIX").doesNotContain("OLD_PHOTO");
    }

    @Test
    void twoHundredReportsAtOnceAreTwoHundredCases() throws Exception {
        byte[] shared = photo();
        upload("collector-1", shared);
        List<Map<String, Object>> queue = IntStream.range(0, 200).mapToObj(i -> form(UUID.randomUUID(), shared)).toList();
        Set<String> numbers = new HashSet<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> sends = queue.stream().<Callable<String>>map(each -> () -> {
                Answer answer = send("collector-1", each);
                assertThat(answer.status()).as(answer.body()).isEqualTo(202);
                // every other one is sent twice, as after a lost answer
                return send("collector-1", each).json().get("number").asString();
            }).toList();
            for (var future : hands.invokeAll(sends)) {
                numbers.add(future.get());
            }
        }
        assertThat(numbers).hasSize(200);
    }

    @Test
    void whatCannotBeIsMarkedAndNothingIsRefusedForIt() {
        Instant now = Instant.now();
        TOWN.as("collector-8").post("/api/collection/attendance", Map.of("id", UUID.randomUUID(), "act", "IN",
                "sentAt", now.toString(), "fix", Map.of("at", now.minusSeconds(300).toString(), "longitude", 112.4412,
                        "latitude", 34.6701, "accuracy", 8)));
        TOWN.as("collector-8").post("/api/collection/positions", Map.of("sentAt", now.toString(), "positions",
                List.of(Map.of("at", now.minusSeconds(20).toString(), "longitude", 112.46, "latitude", 34.68, "accuracy", 8))));
        byte[] used = photo();
        upload("collector-8", used);
        send("collector-8", form(UUID.randomUUID(), used));
        Map<String, Object> doubtful = form(UUID.randomUUID(), used);
        doubtful.put("media", List.of(Map.of("hash", hash(used), "kind", "BEFORE", "size", used.length, "takenAt",
                now.minus(Duration.ofHours(5)).toString(), "longitude", 112.50, "latitude", 34.70)));
        Answer done = send("collector-8", doubtful);
        assertThat(done.json().get("state").asString()).as(done.body()).isEqualTo("DONE");
        String doubts = TOWN.as("shift-leader-1").get("/api/collection/doubts?number=" + done.json().get("number").asString())
                .body();
        assertThat(doubts).contains("SAME_PHOTO", "OLD_PHOTO", "FAR_FROM_TRACK", "PHOTO_ELSEWHERE");
        assertThat(TOWN.as("collector-8").get("/api/collection/doubts").code()).isEqualTo("only-supervision");
        TOWN.as("collector-8").post("/api/collection/attendance", Map.of("act", "OUT"));
    }

    @Test
    @Requirement({"ACQ-19", "ACQ-20", "DEV-17"})
    void duplicatesAndForeignGridsAreToldBeforeSending() {
        TOWN.walk("report");
        String near = "/api/collection/before-sending?classCode=component-0118&longitude=112.4412&latitude=34.6701";
        assertThat(TOWN.as("collector-1").get(near).json().get("duplicates").size()).isPositive();
        Set<Boolean> inside = new HashSet<>();
        for (int i = 1; i <= 8; i++) {
            inside.add(TOWN.as("collector-" + i).get(near).json().get("inDutyGrid").asBoolean());
        }
        assertThat(inside).as("it is somebody's duty grid and not everybody's").containsExactlyInAnyOrder(true, false);
    }
}
