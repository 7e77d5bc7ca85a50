package jingwei.door.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import jingwei.door.StartRefused;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// 加封: the stream of a backup under a key made of the operator's passphrase. Cut, altered or opened with another passphrase it
/// does not open; nothing of it is readable without.
final class Sealed {

    private static final byte[] MARK = "JINGWEI-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int SEGMENT = 1 << 20;
    private static final int SHORTEST = 12;

    private Sealed() {
    }

    /// @param passphrase at least twelve characters: the file leaves the machine
    static OutputStream seal(OutputStream file, String passphrase) throws IOException {
        if (passphrase.length() < SHORTEST) {
            throw new StartRefused("JINGWEI_BACKUP_KEY 太短，至少 " + SHORTEST + " 个字符",
                    "JINGWEI_BACKUP_KEY is too short; give at least " + SHORTEST + " characters");
        }
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        file.write(MARK);
        file.write(salt);
        try {
            return cipher(passphrase, salt).newEncryptingStream(file, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    static InputStream open(InputStream file, String passphrase) throws IOException {
        DataInputStream head = new DataInputStream(file);
        byte[] mark = head.readNBytes(MARK.length);
        byte[] salt = head.readNBytes(SALT);
        if (!Arrays.equals(mark, MARK) || salt.length != SALT) {
            throw new StartRefused("这不是本系统的备份文件", "this is no backup of this system");
        }
        try {
            return cipher(passphrase, salt).newDecryptingStream(file, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static AesGcmHkdfStreaming cipher(String passphrase, byte[] salt) throws GeneralSecurityException {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt).withIterations(3)
                .withMemoryAsKB(65_536).withParallelism(1).build());
        byte[] key = new byte[32];
        argon.generateBytes(passphrase.toCharArray(), key);
        return new AesGcmHkdfStreaming(key, "HmacSha256", 32, SEGMENT, 0);
    }
}
