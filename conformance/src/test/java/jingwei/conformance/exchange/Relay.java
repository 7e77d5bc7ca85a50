package jingwei.conformance.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// 中继: the line between two servers as a test holds it. It carries requests as they are, byte for byte; at one moment of the
/// next bundle of letters it does what it was told, once, and breaks that request off.
final class Relay implements AutoCloseable {

    /// What the relay knows of a request's life.
    enum Moment {
        /// It has left the sender and nobody else has seen it.
        LEFT,
        /// The receiver has all of it and has not answered yet.
        ARRIVING,
        /// The receiver has answered and the sender does not know.
        ANSWERED
    }

    private record Trap(Moment moment, Runnable deed, CountDownLatch sprung) {
    }

    private static final Set<String> NOT_CARRIED = Set.of("connection", "content-length", "host", "upgrade", "http2-settings",
            "transfer-encoding");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer here;
    private final HttpClient there = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI target;
    private final AtomicReference<Trap> trap = new AtomicReference<>();
    private volatile boolean cut;

    Relay(URI target) {
        this.target = target;
        try {
            here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        here.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        here.createContext("/", this::carry);
        here.start();
    }

    String address() {
        return "http://127.0.0.1:" + here.getAddress().getPort();
    }

    /// Nothing passes until it is mended.
    void cut(boolean now) {
        cut = now;
    }

    /// Does the deed at the moment of the next bundle. @return what opens when it is done
    CountDownLatch at(Moment moment, Runnable deed) {
        Trap set = new Trap(moment, deed, new CountDownLatch(1));
        trap.set(set);
        return set.sprung();
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (cut) {
                return;
            }
            boolean letters = exchange.getRequestURI().getPath().equals("/api/exchange/letters");
            if (letters && sprung(Moment.LEFT)) {
                return;
            }
            HttpRequest.Builder asking = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString())).timeout(PATIENCE)
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_CARRIED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> asking.header(name, value));
                }
            });
            CompletableFuture<HttpResponse<byte[]>> answering = there.sendAsync(asking.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (letters && sprung(Moment.ARRIVING)) {
                return;
            }
            HttpResponse<byte[]> answer = answering.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (letters && sprung(Moment.ANSWERED)) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_CARRIED.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // The receiver broke off: so does the relay, by closing without an answer.
        }
    }

    /// Whether the trap was set for this moment; then it is sprung, and the request is broken off.
    private boolean sprung(Moment moment) {
        Trap set = trap.get();
        if (set == null || set.moment() != moment || !trap.compareAndSet(set, null)) {
            return false;
        }
        set.deed().run();
        set.sprung().countDown();
        return true;
    }

    @Override
    public void close() {
        here.stop(0);
        there.shutdownNow();
    }
}
