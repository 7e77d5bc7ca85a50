package jingwei.exchange.carriage;

import java.util.Base64;

/// 封好的文本: exact bytes and the signature over them, as they travel: Base64 in JSON.
public record Sealed(String bytes, String signature) {

    public static Sealed of(byte[] bytes, byte[] signature) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Sealed(base64.encodeToString(bytes), base64.encodeToString(signature));
    }

    /// @throws IllegalArgumentException for what is no Base64
    public byte[] open() {
        return Base64.getDecoder().decode(bytes);
    }

    /// @throws IllegalArgumentException for what is no Base64
    public byte[] mark() {
        return Base64.getDecoder().decode(signature);
    }
}
