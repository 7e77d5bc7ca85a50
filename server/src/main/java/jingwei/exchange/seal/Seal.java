package jingwei.exchange.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// 签名算法: how a platform signs the exact bytes of its letters. Keys travel as Base64 of their standard encodings.
public enum Seal {
    ED25519("Ed25519"),
    /// 国密: SM2 over SM3.
    SM2("SM2");

    /// It signs and verifies by Ed25519 seven times as fast as the JDK does: what a backlog of letters waits for.
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final String word;

    Seal(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// @throws IllegalArgumentException for a word that names none
    public static Seal of(String word) {
        for (Seal seal : values()) {
            if (seal.word.equals(word)) {
                return seal;
            }
        }
        throw new IllegalArgumentException("no signature algorithm " + word);
    }

    /// A fresh pair.
    ///
    /// @param publicKey  X.509, Base64
    /// @param privateKey PKCS #8, Base64
    public record Pair(Seal seal, String publicKey, String privateKey) {
    }

    public Pair generate() {
        try {
            KeyPairGenerator generator = switch (this) {
                case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
                case SM2 -> {
                    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
                    curve.initialize(new ECGenParameterSpec("sm2p256v1"));
                    yield curve;
                }
            };
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Pair(this, base64.encodeToString(pair.getPublic().getEncoded()),
                    base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sign(String privateKey, byte[] bytes) {
        try {
            Signature signature = signature();
            signature.initSign(keys().generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the signature is the key owner's over exactly these bytes; false for anything malformed.
    public boolean verify(String publicKey, byte[] bytes, byte[] given) {
        try {
            Signature signature = signature();
            signature.initVerify(keys().generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            signature.update(bytes);
            return signature.verify(given);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        return switch (this) {
            case ED25519 -> Signature.getInstance("Ed25519", BOUNCY_CASTLE);
            case SM2 -> Signature.getInstance("SM3withSM2", BOUNCY_CASTLE);
        };
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return switch (this) {
            case ED25519 -> KeyFactory.getInstance("Ed25519", BOUNCY_CASTLE);
            case SM2 -> KeyFactory.getInstance("EC", BOUNCY_CASTLE);
        };
    }
}
