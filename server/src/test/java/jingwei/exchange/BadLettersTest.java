package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.exchange.seal.KeyRing;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.InboxTables;
import jingwei.simulator.Requirement;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a stranger, a thief, a broken program or an old backup may put through the door of letters: each is refused in its receipt
/// or kept for a person, and none leaves a trace in the cases.
@Requirement({"EXC-05", "EXC-06", "SEC-06"})
class BadLettersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final PlatformId CITY = PlatformId.of("luoyang");
    private static final PlatformId COUNTY = PlatformId.of("xinan");

    private static Pair pair;
    private static Seal.Pair key;
    private static long sequence = 1000;

    @BeforeAll
    static void open() {
        pair = Pair.joined();
        key = Tenancy.within(CITY, () -> pair.city.server.room(KeyRing.class).current());
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    @Test
    void aForgedLetterIsRefused() {
        byte[] bytes = bytes(letter(Map.of()));
        byte[] forged = Seal.ED25519.sign(Seal.ED25519.generate().privateKey(), bytes);
        assertThat(put(bytes, forged).at("/receipts/0/code").asString()).isEqualTo("bad-signature");
    }

    @Test
    void anAlteredLetterIsRefused() {
        byte[] bytes = bytes(letter(Map.of()));
        byte[] mark = sign(bytes);
        byte[] altered = new String(bytes, StandardCharsets.UTF_8).replace("heartbeat", "heartbeaT").getBytes(StandardCharsets.UTF_8);
        assertThat(put(altered, mark).at("/receipts/0/code").asString()).isEqualTo("bad-signature");
    }

    @Test
    void aReplayedLetterHasNoSecondEffectAndAnotherUnderItsIdIsRefused() {
        Map<String, Object> letter = letter(Map.of());
        assertThat(put(letter).at("/receipts/0/outcome").asString()).isEqualTo("RECEIVED");
        assertThat(put(letter).at("/receipts/0/outcome").asString()).isEqualTo("REPEATED");
        letter.put("body", Map.of("other", true));
        assertThat(put(letter).at("/receipts/0/code").asString()).isEqualTo("altered-repeat");
    }

    @Test
    void aLetterForAnotherPlatformIsRefused() {
        assertThat(put(letter(Map.of("to", "yiyang"))).at("/receipts/0/code").asString()).isEqualTo("not-for-us");
        assertThat(put(letter(Map.of("from", "yiyang"))).at("/receipts/0/code").asString()).isEqualTo("not-for-us");
    }

    @Test
    void aLetterOfTheDayAfterTomorrowIsRefusedButClocksMayBeAnHourApart() {
        assertThat(put(letter(Map.of("written", OffsetDateTime.now().plusDays(2).toString()))).at("/receipts/0/code").asString())
                .isEqualTo("from-the-future");
        assertThat(put(letter(Map.of("written", OffsetDateTime.now().plusHours(1).toString()))).at("/receipts/0/outcome").asString())
                .isEqualTo("RECEIVED");
    }

    @Test
    void anOversizedLetterIsRefusedAndAnOversizedBundleToo() {
        assertThat(put(letter(Map.of("body", Map.of("text", "字".repeat(400_000))))).at("/receipts/0/code").asString()).isEqualTo("too-large");
        Answer answer = TestClient.of(pair.county.server).post("/api/exchange/letters", Map.of("from", "luoyang", "to", "xinan", "letters",
                List.of(Map.of("bytes", "A".repeat(4_200_000), "signature", ""))));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void anUnknownKindAndANewerSchemaWaitForAPerson() {
        UUID kind = UUID.randomUUID();
        put(letter(Map.of("id", kind.toString(), "kind", "sing-a-song")));
        UUID schema = UUID.randomUUID();
        put(letter(Map.of("id", schema.toString(), "schema", "2.0")));
        assertThat(state(kind)).isEqualTo("PERSON unknown-kind");
        assertThat(state(schema)).isEqualTo("PERSON schema-newer");
    }

    @Test
    void unknownFieldsAreKeptAsTheyCame() {
        UUID id = UUID.randomUUID();
        put(letter(Map.of("id", id.toString(), "colour", "blue", "schema", "1.7")));
        String kept = Tenancy.within(COUNTY, () -> new String(find(id).bytes(), StandardCharsets.UTF_8));
        assertThat(kept).contains("\"colour\":\"blue\"");
    }

    @Test
    void anEarlyLetterWaitsForTheOneBeforeIt() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        long number = sequence;
        sequence += 2;
        put(letter(Map.of("id", second.toString(), "sequence", number + 1, "after", first.toString())));
        pair.settle();
        assertThat(state(second)).isEqualTo("WAITING");
        put(letter(Map.of("id", first.toString(), "sequence", number)));
        pair.settle();
        assertThat(state(first)).isEqualTo("DONE");
        assertThat(state(second)).isEqualTo("DONE");
    }

    @Test
    void anUnmappableClassWaitsForItsLineAndThenBeginsTheCase() {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(Map.of("classCode", "component-0999", "className", "喷泉", "description", "喷泉损坏", "condition", 1,
                "point", Pair.POINT, "due", OffsetDateTime.now().plusDays(2).toString()));
        put(letter(Map.of("id", id.toString(), "kind", "hand-down", "numbers", Map.of("sender", "CITY-1", "round", 1), "body", body)));
        pair.settle();
        assertThat(state(id)).isEqualTo("PERSON unmappable-class");
        pair.county.as("administrator-1").put("/api/exchange/partners/luoyang/codes", Map.of("list", "class", "theirs", "component-0999", "ours",
                "component-0118", "validFrom", "2020-01-01"));
        Answer again = pair.county.as("dispatcher-1").post("/api/exchange/inbox/luoyang/" + id + "/applications", Map.of());
        assertThat(again.json().get("state").asString()).isEqualTo("DONE");
        assertThat(pair.county.get("/api/exchange/cases?size=200").valueStream().map(link -> link.get("theirs").asString(""))).contains("CITY-1");
    }

    @Test
    void aCaseOutsideTheCountyIsRefusedInWords() {
        UUID id = UUID.randomUUID();
        put(letter(Map.of("id", id.toString(), "kind", "hand-down", "numbers", Map.of("sender", "CITY-2", "round", 1), "body",
                Map.of("classCode", "component-0118", "description", "远处", "condition", 1, "point", Map.of("longitude", 113.9, "latitude", 34.1)))));
        pair.settle();
        assertThat(state(id)).startsWith("REFUSED ");
    }

    @Test
    void mediaWhoseHashDiffersAreNotTaken() {
        String hash = "a".repeat(64);
        String written = OffsetDateTime.now().withNano(1000).toString();
        byte[] pass = ("jingwei-media\nluoyang\nxinan\n" + hash + "\n" + written + "\n").getBytes(StandardCharsets.UTF_8);
        TestClient door = TestClient.of(pair.county.server).with("X-Exchange-From", "luoyang").with("X-Exchange-To", "xinan")
                .with("X-Exchange-Written", written).with("Content-Type", "application/octet-stream");
        byte[] photo = jingwei.media.TestPhoto.picture("jpg", 40, 30);
        assertThat(door.with("X-Exchange-Signature", Base64.getEncoder().encodeToString(sign(pass)))
                .send("PUT", "/api/exchange/media/" + hash, java.net.http.HttpRequest.BodyPublishers.ofByteArray(photo)).code())
                .isEqualTo("hash-differs");
        assertThat(door.with("X-Exchange-Signature", Base64.getEncoder().encodeToString(sign(new byte[3])))
                .send("PUT", "/api/exchange/media/" + hash, java.net.http.HttpRequest.BodyPublishers.ofByteArray(photo)).code())
                .isEqualTo("bad-media-pass");
    }

    @Test
    void aStrangerAndAnEmptyBundleAndRubbishAreAnswered() {
        TestClient door = TestClient.of(pair.county.server);
        assertThat(door.post("/api/exchange/letters", Map.of("from", "yiyang", "to", "xinan", "letters", List.of())).code())
                .isEqualTo("not-a-partner");
        assertThat(door.post("/api/exchange/letters", Map.of("from", "luoyang", "to", "nowhere", "letters", List.of())).code())
                .isEqualTo("not-here");
        assertThat(door.post("/api/exchange/letters", List.of("rubbish")).code()).isEqualTo("bad-bundle");
        assertThat(put(List.of()).get("receipts")).isEmpty();
    }

    @Test
    void anInvitationWorksOnceAndOnlyForTheOneInvited() {
        Answer wrong = pair.county.as("administrator-1").post("/api/exchange/partners", Map.of("address", pair.city.server.address(), "code",
                "luoyang.AAAA", "ownAddress", pair.county.server.address()));
        assertThat(wrong.code()).isEqualTo("cannot-join");
        assertThat(pair.county.as("administrator-1").post("/api/exchange/partners", Map.of("address", "http://example.com", "code", "x.y",
                "ownAddress", "https://county.example")).code()).isEqualTo("bad-address");
    }

    private static Map<String, Object> letter(Map<String, Object> other) {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("format", "jingwei-exchange");
        letter.put("schema", "1.0");
        letter.put("id", UUID.randomUUID().toString());
        letter.put("from", "luoyang");
        letter.put("to", "xinan");
        letter.put("kind", "heartbeat");
        letter.put("sequence", other.containsKey("sequence") ? other.get("sequence") : sequence++);
        letter.put("written", OffsetDateTime.now().toString());
        letter.put("body", Map.of());
        letter.putAll(other);
        return letter;
    }

    private static JsonNode put(Map<String, Object> letter) {
        byte[] bytes = bytes(letter);
        return put(bytes, sign(bytes));
    }

    private static JsonNode put(byte[] bytes, byte[] mark) {
        Base64.Encoder base64 = Base64.getEncoder();
        return put(List.of(Map.of("bytes", base64.encodeToString(bytes), "signature", base64.encodeToString(mark))));
    }

    private static JsonNode put(List<Map<String, String>> letters) {
        Answer answer = TestClient.of(pair.county.server).post("/api/exchange/letters", Map.of("from", "luoyang", "to", "xinan", "letters", letters));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(Base64.getDecoder().decode(answer.json().get("bytes").asString()));
    }

    private static String state(UUID id) {
        return Tenancy.within(COUNTY, () -> {
            InboxTables.Incoming found = find(id);
            return found.state() + (found.reasonCode() == null ? "" : " " + found.reasonCode());
        });
    }

    private static InboxTables.Incoming find(UUID id) {
        return new org.springframework.transaction.support.TransactionTemplate(pair.county.server.room(
                org.springframework.transaction.PlatformTransactionManager.class)).execute(status -> pair.county.server.room(InboxTables.class)
                .find(CITY, id).orElseThrow());
    }

    private static byte[] bytes(Map<String, Object> letter) {
        return JSON.writeValueAsBytes(letter);
    }

    private static byte[] sign(byte[] bytes) {
        return key.seal().sign(key.privateKey(), bytes);
    }
}
