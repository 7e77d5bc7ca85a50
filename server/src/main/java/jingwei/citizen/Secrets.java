package jingwei.citizen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// 密钥推算: follow-up codes and digests, reckoned from the platform's secret, so that none of them need be stored.
final class Secrets {

    /// Without 0/O, 1/I/L: it is read aloud on the telephone.
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    private final byte[] secret;

    Secrets(byte[] secret) {
        this.secret = secret;
    }

    /// 查询码 of a report: the same for ever, and 8 of 31 letters, about 40 bits.
    String code(String reportId) {
        byte[] bytes = mac("code:" + reportId);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int number = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
            code.append(LETTERS.charAt(number % LETTERS.length()));
        }
        return code.toString();
    }

    /// Digest of a phone, an address or a code, of no use without the secret.
    String digest(String kind, String value) {
        return HexFormat.of().formatHex(mac(kind + ":" + value), 0, 16);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
