package jingwei.exchange.carriage;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import jingwei.exchange.seal.Seal;
import jingwei.tenancy.PlatformId;

/// 影音通行证: who sends which piece to whom, signed; it travels in headers beside the bytes.
public record MediaPass(PlatformId from, PlatformId to, String hash, OffsetDateTime written, String signature) {

    public static MediaPass of(PlatformId from, PlatformId to, String hash, OffsetDateTime written, Seal.Pair key) {
        return new MediaPass(from, to, hash, written, Base64.getEncoder()
                .encodeToString(key.seal().sign(key.privateKey(), bytes(from, to, hash, written))));
    }

    /// The bytes that are signed.
    byte[] bytes() {
        return bytes(from, to, hash, written);
    }

    private static byte[] bytes(PlatformId from, PlatformId to, String hash, OffsetDateTime written) {
        return ("jingwei-media\n" + from + "\n" + to + "\n" + hash + "\n" + written + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
