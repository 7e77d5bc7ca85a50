package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 分区与限流: a packed server with a listener for each zone; each serves its own addresses and nothing else, and nobody asks
/// without measure.
class ZonesTest {

    private static PackedServer server;
    private static URI office;
    private static URI handset;
    private static URI open;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        int forHandsets = PackedServer.freePort();
        int forAll = PackedServer.freePort();
        server = PackedServer.start(Map.of("JINGWEI_DEMO", "off", "JINGWEI_HANDSET_PORT", String.valueOf(forHandsets),
                "JINGWEI_PUBLIC_PORT", String.valueOf(forAll), "JINGWEI_RATE", "20", "JINGWEI_SIGN_INS", "5"));
        office = server.address();
        handset = URI.create("http://127.0.0.1:" + forHandsets);
        open = URI.create("http://127.0.0.1:" + forAll);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.close();
    }

    @Test
    @Requirement("SEC-02")
    void eachListenerServesItsZoneOnly() throws Exception {
        for (URI each : List.of(office, handset, open)) {
            assertThat(get(each, "/api/health").statusCode()).isEqualTo(200);
        }
        assertThat(get(office, "/office/").body()).contains("<html");
        assertThat(get(handset, "/collector/").body()).contains("<html");
        assertThat(get(open, "/report/").body()).contains("<html");
        for (String elsewhere : List.of("/office/", "/screen/", "/report/", "/api/journal", "/api/accounts", "/api/exchange/partners",
                "/ogc/collections", "/api/openapi")) {
            absent(handset, elsewhere, "手持区");
        }
        for (String elsewhere : List.of("/office/", "/collector/", "/api/sessions/current", "/api/cases", "/api/basemap/layers",
                "/ogc/collections", "/api/first-administrator", "/report/../office/", "//office/", "/report;x/../office/")) {
            absent(open, elsewhere, "公众区");
        }
        for (String elsewhere : List.of("/collector/", "/report/", "/open311/v2/discovery.json", "/api/citizen/platforms")) {
            absent(office, elsewhere, "办公区");
        }
        assertThat(get(open, "/").headers().firstValue("Location").orElseThrow()).endsWith("/report/");
        assertThat(server.console()).contains(handset + "/collector", open + "/report");
    }

    @Test
    @Requirement("SEC-06")
    void oneAddressAsksOnlySoMuch() throws Exception {
        List<Integer> answers = IntStream.range(0, 300).parallel().mapToObj(n -> asked("10.1.1.1", "GET", "/api/platforms").statusCode())
                .toList();
        assertThat(answers).contains(200).contains(429).containsOnly(200, 429);
        assertThat(asked("10.1.1.2", "GET", "/api/platforms").statusCode()).as("another address has its own measure").isEqualTo(200);
        assertThat(get(office, "/api/platforms").statusCode()).as("the machine's own programs are not counted").isEqualTo(200);
    }

    @Test
    @Requirement("SEC-06")
    void passwordsAreNotTriedWithoutMeasure() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThat(asked("10.2.2.2", "POST", "/api/sessions").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = asked("10.2.2.2", "POST", "/api/sessions");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("too-many-requests", "过于频繁", "SEC-06");
        assertThat(Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
    }

    @Test
    @Requirement("SEC-06")
    void noStyleOrScriptFromOutsideRuns() throws Exception {
        String policy = get(office, "/office/").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe");
    }

    private static void absent(URI zone, String path, String named) throws Exception {
        HttpResponse<String> answer = get(zone, path);
        assertThat(answer.statusCode()).as("%s%s", zone, path).isIn(400, 404);
        if (answer.statusCode() == 404) {
            assertThat(answer.body()).as("%s%s", zone, path).contains("not-in-this-zone", named);
        }
    }

    private static HttpResponse<String> get(URI zone, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(zone + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// As a proxy on this machine asks for somebody at the address.
    private static HttpResponse<String> asked(String address, String method, String path) {
        try {
            return http.send(HttpRequest.newBuilder(office.resolve(path)).header("X-Forwarded-For", address)
                    .header("Content-Type", "application/json").header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .method(method, method.equals("GET") ? BodyPublishers.noBody()
                            : BodyPublishers.ofString("{\"platform\":\"nowhere\",\"account\":\"a\",\"password\":\"b\"}"))
                    .build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
