package jingwei.media.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// 请求签名: AWS Signature Version 4 for requests without a query.
///
/// @param region    region of the bucket; stores that have none take any, usually `us-east-1`
/// @param accessKey name of the key
/// @param secretKey the key, given by the operator; there is no built-in one (SEC-06)
record S3Signature(String region, String accessKey, String secretKey) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Answers the headers to send: the given ones, the date, the digest and the signature over all of them.
    ///
    /// @param path    raw path of the address; names here have only characters that need no escape
    /// @param headers lower-case names, with `host`
    /// @param digest  SHA-256 of the body, hexadecimal
    Map<String, String> sign(String method, String path, Map<String, String> headers, String digest, Instant at) {
        String moment = MOMENT.format(at);
        TreeMap<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-content-sha256", digest);
        all.put("x-amz-date", moment);
        StringBuilder canonical = new StringBuilder(method).append('\n').append(path).append("\n\n");
        all.forEach((name, value) -> canonical.append(name).append(':').append(value.strip()).append('\n'));
        String names = String.join(";", all.keySet());
        canonical.append('\n').append(names).append('\n').append(digest);
        String day = moment.substring(0, 8);
        String scope = day + "/" + region + "/s3/aws4_request";
        String words = "AWS4-HMAC-SHA256\n" + moment + "\n" + scope + "\n" + sha256(canonical.toString());
        byte[] key = hmac(hmac(hmac(hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day), region), "s3"),
                "aws4_request");
        all.put("authorization", "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + HexFormat.of().formatHex(hmac(key, words)));
        return all;
    }

    @Override
    public String toString() {
        return "S3Signature[" + region + ", " + accessKey + "]";
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
