package jingwei.exchange.join;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import jingwei.exchange.carriage.Sealed;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 接入请求: the one call a platform makes before it has a partner.
@Component
class JoinCall {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json;

    JoinCall(JsonMapper json) {
        this.json = json;
    }

    /// @throws RefusedException `cannot-join` with what the other side said
    Sealed post(String address, Sealed card) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/exchange/joinings")).timeout(PATIENCE)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(card)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), 64 * 1024));
            if (answer.statusCode() / 100 != 2) {
                throw cannot("对方答复 " + answer.statusCode() + " " + json.readTree(answer.body()).path("title").asString(""));
            }
            return json.readValue(answer.body(), Sealed.class);
        } catch (IOException e) {
            throw cannot("连不上 " + address);
        } catch (JacksonException e) {
            throw cannot("对方的回复看不懂，地址可能不对");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannot("本机正在停止");
        }
    }

    private static RefusedException cannot(String why) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "cannot-join", Text.of("接入没有成功：" + why, "joining failed: " + why),
                Text.of("请核对地址和接入码；接入码用过一次即失效", "check address and code; a code works once")).under("EXC-01").asException();
    }
}
