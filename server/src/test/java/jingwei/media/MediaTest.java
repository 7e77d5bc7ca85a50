package jingwei.media;

import static jingwei.identity.TestPeople.LUOYANG;
import static jingwei.identity.TestPeople.PASSWORD;
import static jingwei.identity.TestPeople.XINAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.identity.Permission;
import jingwei.identity.TestPeople;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 影音 over real HTTP (ACQ-03).
@Requirement("ACQ-03")
class MediaTest {

    private static TestServer server;
    private static TestClient collector;
    private static TestClient elsewhere;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of(), TestPeople.class);
        TestPeople.platform(server, LUOYANG);
        TestPeople.platform(server, XINAN);
        TestPeople.account(server, LUOYANG, "walker", Permission.MEDIA_ADD, Permission.MEDIA_READ);
        TestPeople.account(server, XINAN, "walker", Permission.MEDIA_ADD, Permission.MEDIA_READ);
        collector = TestClient.of(server).signIn("luoyang", "walker", PASSWORD);
        elsewhere = TestClient.of(server).signIn("xinan", "walker", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aPhotoIsKeptUntouchedWithItsTimeAndPlaceAndASmallPictureTurnedUpright() throws Exception {
        byte[] photo = TestPhoto.withExif(1200, 800, 6);
        TestClient.Answer added = add(photo);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().get("hash").asString()).isEqualTo(sha(photo));
        assertThat(added.json().get("type").asString()).isEqualTo("image/jpeg");
        assertThat(added.json().get("width").asInt()).isEqualTo(1200);
        assertThat(added.json().get("takenAt").asString()).isEqualTo("2026-11-24T00:30:00Z");
        assertThat(added.json().get("latitude").asDouble()).isEqualTo(34.66);
        assertThat(added.json().get("longitude").asDouble()).isEqualTo(112.44);

        TestClient.Answer original = collector.get("/api/media/" + sha(photo));
        assertThat(original.response().body()).isEqualTo(photo);
        assertThat(original.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(original.header("Content-Disposition")).startsWith("inline");

        TestClient.Answer small = collector.get("/api/media/" + sha(photo) + "/thumbnail");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(small.response().body()));
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(image.getWidth()).isBetween(212, 214);
        // Turned a quarter clockwise, the red left half is on top.
        assertThat(image.getRGB(100, 20) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(image.getRGB(100, 300) & 0xFF).isGreaterThan(200);
    }

    @Test
    void theSameContentIsTheSamePieceAndSurvivesARestart() throws Exception {
        byte[] photo = TestPhoto.picture("png", 300, 200);
        assertThat(add(photo).response().body()).isEqualTo(add(photo).response().body());
        try (Stream<Path> files = Files.list(server.data().resolve("incoming")).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
        try (TestServer again = server.second(TestPeople.class)) {
            assertThat(TestClient.of(again).signIn("luoyang", "walker", PASSWORD).get("/api/media/" + sha(photo))
                    .response().body()).isEqualTo(photo);
        }
    }

    @Test
    void whatIsNoPhotoIsRefusedWhateverItIsCalled() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        TestClient.Answer refused = collector.with("Content-Type", "image/jpeg")
                .send("POST", "/api/media", BodyPublishers.ofByteArray(script));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("media-type-unknown");
        assertThat(add(new byte[0]).code()).isEqualTo("media-type-unknown");
        byte[] pretender = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, 5000);
        assertThat(add(pretender).code()).isEqualTo("photo-unreadable");
        byte[] picture = Arrays.copyOf("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1), 500);
        assertThat(add(picture).code()).isEqualTo("media-type-unknown");
    }

    @Test
    void aCutPhotoIsRefused() {
        byte[] jpeg = TestPhoto.picture("jpg", 2000, 1500);
        byte[] png = TestPhoto.picture("png", 2000, 1500);
        for (double part : new double[] {0.3, 0.6, 0.95}) {
            assertThat(add(Arrays.copyOf(jpeg, (int) (jpeg.length * part))).code()).isEqualTo("photo-unreadable");
            assertThat(add(Arrays.copyOf(png, (int) (png.length * part))).code()).isEqualTo("photo-unreadable");
        }
    }

    /// What many phones take today; made by a browser.
    @Test
    void aWebpPhotoIsOpenedAndACutOneIsRefused() throws Exception {
        byte[] photo;
        try (var file = MediaTest.class.getResourceAsStream("/media/photo.webp")) {
            photo = java.util.Objects.requireNonNull(file).readAllBytes();
        }
        TestClient.Answer added = add(photo);
        assertThat(added.json().get("type").asString()).isEqualTo("image/webp");
        assertThat(added.json().get("width").asInt()).isEqualTo(64);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(
                collector.get("/api/media/" + sha(photo) + "/thumbnail").response().body()));
        assertThat(small.getRGB(2, 2) >> 16 & 0xFF).as("red on the left").isGreaterThan(150);
        assertThat(add(Arrays.copyOf(photo, photo.length / 2)).code()).isEqualTo("photo-unreadable");
    }

    @Test
    void aSmallFileThatClaimsAHugePictureIsRefusedBeforeItIsDecoded() {
        byte[] bomb = TestPhoto.picture("png", 10, 10);
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 check = new CRC32();
        check.update(bomb, 12, 17);
        header.putInt(29, (int) check.getValue());
        assertThat(add(bomb).code()).isEqualTo("photo-too-many-pixels");
    }

    @Test
    void tooLargeIsRefusedBeforeTheRestIsRead() throws Exception {
        byte[] head = Arrays.copyOf(TestPhoto.picture("jpg", 900, 900), 4096);
        String token = TestClient.of(server).trySignIn("luoyang", "walker", PASSWORD).json().get("token").asString();
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST /api/media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: 20971521\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(head);
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("media-too-large") < 0) {
                int next = socket.getInputStream().read();
                assertThat(next).as(answer.toString()).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer.toString()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void tooLargeIsAlsoSeenWhereNoSizeWasAnnounced() {
        byte[] head = TestPhoto.picture("jpg", 90, 90);
        Tenancy.run(LUOYANG, () -> assertThatThrownBy(() -> server.room(Media.class).add(
                new ByteArrayInputStream(Arrays.copyOf(head, 20 * 1024 * 1024 + 1)), -1))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("media-too-large")));
    }

    @Test
    void anAnnouncedHashThatDiffersIsRefused() throws Exception {
        byte[] photo = TestPhoto.picture("jpg", 64, 64);
        assertThat(collector.with("X-Content-SHA256", "00".repeat(32))
                .send("POST", "/api/media", BodyPublishers.ofByteArray(photo)).code()).isEqualTo("hash-differs");
        assertThat(collector.get("/api/media/" + sha(photo)).status()).isEqualTo(404);
        assertThat(collector.with("X-Content-SHA256", sha(photo).toUpperCase())
                .send("POST", "/api/media", BodyPublishers.ofByteArray(photo)).status()).isEqualTo(201);
    }

    @Test
    void anotherPlatformsEvidenceDoesNotExist() throws Exception {
        byte[] photo = TestPhoto.picture("jpg", 77, 55);
        add(photo);
        assertThat(elsewhere.get("/api/media/" + sha(photo)).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/media/" + sha(photo) + "/thumbnail").code()).isEqualTo("no-such-media");
        assertThat(TestClient.of(server).get("/api/media/" + sha(photo)).status()).isEqualTo(401);
        assertThat(elsewhere.send("POST", "/api/media", BodyPublishers.ofByteArray(photo)).status()).isEqualTo(201);
        assertThat(elsewhere.get("/api/media/" + sha(photo)).response().body()).isEqualTo(photo);
    }

    @Test
    void soundAndVideoAreKnownByContentAndSentInRanges() throws Exception {
        byte[] sound = wave(50_000);
        TestClient.Answer added = add(sound);
        assertThat(added.json().get("type").asString()).isEqualTo("audio/wav");
        String path = "/api/media/" + sha(sound);
        TestClient.Answer part = collector.with("Range", "bytes=100-199").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + sound.length);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(sound, 100, 200));
        assertThat(collector.with("Range", "bytes=-10").get(path).response().body())
                .isEqualTo(Arrays.copyOfRange(sound, sound.length - 10, sound.length));
        assertThat(collector.with("Range", "bytes=" + (sound.length - 5) + "-").get(path).response().body())
                .hasSize(5);
        assertThat(collector.with("Range", "bytes=999999-").get(path).status()).isEqualTo(416);
        assertThat(collector.with("Range", "bytes=5-2").get(path).status()).isEqualTo(200);
        assertThat(collector.with("If-None-Match", '"' + sha(sound) + '"').get(path).status()).isEqualTo(304);

        byte[] movie = movie();
        assertThat(add(movie).json().get("kind").asString()).isEqualTo("VIDEO");
        assertThat(add(Arrays.copyOf(movie, movie.length - 1)).code()).isEqualTo("media-incomplete");
        byte[] document = "%PDF-1.7\n1 0 obj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(add(document).json().get("type").asString()).isEqualTo("application/pdf");
        assertThat(collector.get("/api/media/" + sha(document)).header("Content-Disposition"))
                .startsWith("attachment");
        assertThat(add("%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII)).code())
                .isEqualTo("media-incomplete");
        Tenancy.run(LUOYANG, () -> assertThatThrownBy(() -> server.room(Media.class)
                .require(hashed(sound), MediaKind.IMAGE)).hasMessageContaining("录音"));
    }

    private static TestClient.Answer add(byte[] content) {
        return collector.send("POST", "/api/media", BodyPublishers.ofByteArray(content));
    }

    private static byte[] wave(int length) {
        ByteBuffer wave = ByteBuffer.allocate(length);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(Integer.reverseBytes(length - 8))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        for (int i = wave.position(); i < length; i++) {
            wave.put((byte) i);
        }
        return wave.array();
    }

    private static byte[] movie() {
        return ByteBuffer.allocate(40).putInt(16).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .putInt(8).put("moov".getBytes(StandardCharsets.US_ASCII))
                .putInt(16).put("mdat".getBytes(StandardCharsets.US_ASCII)).putLong(7).array();
    }

    private static String hashed(byte[] content) {
        try {
            return sha(content);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
