package jingwei.media.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import jingwei.media.MediaStore;

/// 对象存储: keeps media in a bucket of any store that speaks S3, addressed by path, signed with Signature Version 4.
final class S3Store implements MediaStore {

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String bucket;
    private final S3Signature signature;
    private final Clock clock;

    /// @param endpoint address of the store, such as `https://s3.example.org`
    S3Store(String endpoint, String bucket, S3Signature signature, Clock clock) {
        this.bucket = endpoint.replaceAll("/+$", "") + "/" + bucket + "/";
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public void keep(String name, Path file) throws IOException {
        HttpRequest.Builder request = request("PUT", name, digest(file), Map.of())
                .method("PUT", BodyPublishers.ofFile(file)).timeout(Duration.ofMinutes(5));
        HttpResponse<Void> answer = send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("the media store answered " + answer.statusCode() + " to PUT");
        }
        Files.delete(file);
    }

    @Override
    public boolean has(String name) throws IOException {
        int status = send(request("HEAD", name, NOTHING, Map.of()).method("HEAD", BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding()).statusCode();
        return switch (status) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new IOException("the media store answered " + status + " to HEAD");
        };
    }

    @Override
    public InputStream open(String name, long from, long length) throws IOException {
        String range = "bytes=" + from + "-" + (from + length - 1);
        HttpResponse<InputStream> answer = send(request("GET", name, NOTHING, Map.of("range", range)).GET()
                .timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofInputStream());
        switch (answer.statusCode()) {
            case 206 -> {
                return answer.body();
            }
            case 200 -> {
                answer.body().skipNBytes(from);
                return new FirstBytes(answer.body(), length);
            }
            case 404 -> {
                answer.body().close();
                throw new FileNotFoundException(name);
            }
            default -> {
                answer.body().close();
                throw new IOException("the media store answered " + answer.statusCode() + " to GET");
            }
        }
    }

    private HttpRequest.Builder request(String method, String name, String digest, Map<String, String> more) {
        URI address = URI.create(bucket + name);
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("host", address.getAuthority());
        Map<String, String> signed = signature.sign(method, address.getRawPath(), headers, digest, clock.instant());
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        signed.forEach((header, value) -> {
            if (!header.equals("host")) {
                request.setHeader(header, value);
            }
        });
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(input, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
