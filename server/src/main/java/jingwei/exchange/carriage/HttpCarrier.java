package jingwei.exchange.carriage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jingwei.exchange.Partner;
import jingwei.media.MediaItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTP 推送: puts bundles through the other platform's door. An answer larger than receipts can be, later than the limit, or
/// of any other shape counts as none.
@Component
class HttpCarrier implements Carrier {

    private static final int LARGEST_ANSWER = 2 * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json;
    private final Duration patience;

    HttpCarrier(JsonMapper json, @Value("${jingwei.exchange.patience:PT20S}") Duration patience) {
        this.json = json;
        this.patience = patience;
    }

    @Override
    public boolean reaches(Partner partner) {
        return partner.address().startsWith("http");
    }

    @Override
    public Sealed carry(Partner partner, Bundle bundle) throws Unreachable {
        HttpRequest request = HttpRequest.newBuilder(URI.create(partner.address() + "/api/exchange/letters")).timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(bundle))).build();
        byte[] answer = send(request);
        try {
            return json.readValue(answer, Sealed.class);
        } catch (JacksonException e) {
            throw new Unreachable("对方的回复不是回执 the answer is no receipt");
        }
    }

    @Override
    public void bring(Partner partner, MediaItem item, Content content, MediaPass pass) throws Unreachable {
        HttpRequest request = HttpRequest.newBuilder(URI.create(partner.address() + "/api/exchange/media/" + item.hash()))
                .timeout(patience.multipliedBy(10)).header("Content-Type", "application/octet-stream")
                .header("X-Exchange-From", pass.from().value()).header("X-Exchange-To", pass.to().value())
                .header("X-Exchange-Written", pass.written().toString()).header("X-Exchange-Signature", pass.signature())
                .PUT(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(() -> {
                    try {
                        return content.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }), item.size())).build();
        send(request);
    }

    private byte[] send(HttpRequest request) throws Unreachable {
        CompletableFuture<HttpResponse<byte[]>> going = http.sendAsync(request, HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        Duration limit = request.timeout().orElse(patience);
        try {
            // The request's own limit ends with the first line of the answer; a body that never ends is caught here.
            HttpResponse<byte[]> response = going.get(limit.toMillis() + 1000, TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new Unreachable("对方答复 " + response.statusCode() + "：" + title(response.body()));
            }
            return response.body();
        } catch (TimeoutException e) {
            going.cancel(true);
            throw new Unreachable("对方在 " + limit.toSeconds() + " 秒内没有答完 no answer in time");
        } catch (ExecutionException e) {
            throw new Unreachable("线路不通 " + e.getCause().getClass().getSimpleName()
                    + (e.getCause().getMessage() == null ? "" : "：" + e.getCause().getMessage()));
        } catch (InterruptedException e) {
            going.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("本机正在停止 stopping");
        }
    }

    private String title(byte[] answer) {
        try {
            JsonNode problem = json.readTree(answer);
            return problem.path("title").asString(problem.path("detail").asString(""));
        } catch (JacksonException e) {
            return "";
        }
    }
}
