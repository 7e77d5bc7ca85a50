package jingwei.basemap.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jingwei.basemap.image.Picture;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Tiles of the city's own services by way of the server: the key stays here, and no other host is spoken to (BDR-11).
@Requirement("BDR-11")
class BackdropsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final String KEY = "geheim-4490";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> astray = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private HttpServer other;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        other = server();
        other.createContext("/", exchange -> {
            astray.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, PNG.length);
            exchange.getResponseBody().write(PNG);
            exchange.close();
        });
        service = server();
        service.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            if (path.contains("TILEROW=7&")) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/" + KEY);
                exchange.sendResponseHeaders(302, -1);
            } else if (path.contains("TILEROW=8&")) {
                byte[] said = ("<html>wrong key " + KEY).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, said.length);
                exchange.getResponseBody().write(said);
            } else if (path.contains("TILEROW=9&")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, PNG.length);
                exchange.getResponseBody().write(PNG);
            }
            exchange.close();
        });
        other.start();
        service.start();
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void close() {
        service.stop(0);
        other.stop(0);
    }

    private Map<String, Object> entry(Map<String, Object> more) {
        Map<String, Object> entry = new java.util.TreeMap<>(Map.of("id", "city", "nameZh", "市电子地图", "nameEn", "City map", "system", "cgcs2000",
                "key", KEY, "leastZoom", 1, "mostZoom", 18, "platforms", List.of("luoyang"), "url", "http://127.0.0.1:"
                        + service.getAddress().getPort() + "/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}"));
        entry.putAll(more);
        return entry;
    }

    private Backdrops backdrops(Map<String, Object> entry) throws IOException {
        Path file = folder.resolve("wmts.json");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(List.of(entry)));
        return new Backdrops(file.toString(), JsonMapper.shared());
    }

    private static <T> T in(String platform, java.util.function.Supplier<T> what) {
        return Tenancy.within(PlatformId.of(platform), what::get);
    }

    @Test
    void aTileIsFetchedWithTheKeyAndKept() throws IOException {
        Backdrops all = backdrops(entry(Map.of()));
        Picture first = in("luoyang", () -> all.tile("city", 12, 3327, 629));
        assertThat(first.type()).isEqualTo("image/png");
        assertThat(in("luoyang", () -> all.tile("city", 12, 3327, 629)).content()).isEqualTo(PNG);
        assertThat(asked).containsExactly("/wmts?TILEMATRIX=12&TILEROW=629&TILECOL=3327&tk=" + KEY);
    }

    @Test
    void theListSaysHowTilesAreLaidAndNeitherAddressNorKey() throws IOException {
        Backdrops all = backdrops(entry(Map.of("system", "cgcs2000-cm112.5", "origin", new double[] {300_000, 4_000_000}, "resolutions",
                new double[] {64, 32, 16}, "mostZoom", 2)));
        String told = JsonMapper.shared().writeValueAsString(in("luoyang", () -> new BackdropController(all).list()));
        assertThat(told).contains("112.5", "4000000", "市电子地图").doesNotContain(KEY).doesNotContain("127.0.0.1").doesNotContain("url");
        assertThat(in("xinan", () -> new BackdropController(all).list())).isEmpty();
        assertThat(in("luoyang", () -> backdropsOfDegrees().steps()[1])).isEqualTo(360.0 / 512);
    }

    private static Backdrop backdropsOfDegrees() {
        return new Backdrop("c", "经纬度", "degrees", "https://map.example/{z}/{x}/{y}", null, "cgcs2000", null, null, null, null, 0, 18, null, null);
    }

    @Test
    void anotherHostIsNeverSpokenToAndWhatIsNoPictureIsNotHandedOn() throws IOException {
        Backdrops all = backdrops(entry(Map.of()));
        refused("backdrop-unreachable", all, 12, 1, 7);
        assertThat(astray).isEmpty();
        refused("backdrop-unreachable", all, 12, 1, 8);
        refused("backdrop-tile-unknown", all, 12, 1, 9);
        refused("backdrop-tile-unknown", all, 19, 1, 1);
        refused("backdrop-tile-unknown", all, 12, -1, 1);
        assertThatThrownBy(() -> in("xinan", () -> all.tile("city", 12, 1, 1))).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("backdrop-unknown"));
        service.stop(0);
        refused("backdrop-unreachable", all, 13, 1, 1);
    }

    private static void refused(String code, Backdrops all, int zoom, int column, int row) {
        assertThatThrownBy(() -> in("luoyang", () -> all.tile("city", zoom, column, row))).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo(code);
            assertThat(e.refusal().toString()).doesNotContain(KEY);
        });
    }

    @Test
    void aFileThatLeavesTheHostOpenDoesNotStart() throws IOException {
        String base = "http://127.0.0.1/";
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("url", "http://{x}.example/{z}/{y}?{key}"), Map.of("url", base + "{z}/{x}?{key}"),
                Map.of("url", base + "{z}/{x}/{y}"), Map.of("url", "ftp://a.example/{z}/{x}/{y}?{key}"), Map.of("url", "http://{key}.example/{z}/{x}/{y}"),
                Map.of("url", "http://u:p@a.example/{z}/{x}/{y}?{key}"), Map.of("id", "Bad Id"), Map.of("system", "beijing54"),
                Map.of("system", "cgcs2000-cm112.5"), Map.of("mostZoom", 40), Map.of("matrices", List.of("a")))) {
            assertThatThrownBy(() -> backdrops(entry(wrong))).as(wrong.toString()).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("JINGWEI_WMTS").hasMessageNotContaining(KEY);
        }
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "[{\"key\": \"" + KEY + "\", ");
        assertThatThrownBy(() -> new Backdrops(broken.toString(), JsonMapper.shared())).hasMessageContaining("读不出").hasMessageNotContaining(KEY);
        assertThat(in("luoyang", () -> new Backdrops("", JsonMapper.shared()).all())).isEmpty();
    }
}
