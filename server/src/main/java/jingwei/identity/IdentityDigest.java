package jingwei.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 证号摘要: the keyed digest under which an identity number (身份证号) is recognized without being kept.
///
/// Identity numbers are few enough to try them all, so a plain hash would hide nothing; the key is not in the database.
/// It comes from `jingwei.identity.key` (needed where several servers share one database) or from a file under the
/// data folder that is made at the first use.
@Component
class IdentityDigest {

    private final Path file;
    private final String given;

    IdentityDigest(@Value("${jingwei.data}") Path data, @Value("${jingwei.identity.key:}") String given) {
        this.file = data.resolve("identity.key");
        this.given = given;
    }

    String of(String identityNumber) {
        String plain = identityNumber.strip().toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(SecondSteps.hmac("HmacSHA256", key(), plain.getBytes(StandardCharsets.UTF_8)));
    }

    /// A key for another purpose, 32 bytes, from which neither this one nor a third can be found.
    byte[] derived(String purpose) {
        return SecondSteps.hmac("HmacSHA256", key(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key() {
        if (!given.isBlank()) {
            return given.getBytes(StandardCharsets.UTF_8);
        }
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "identity", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(bytes), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // made by another thread at the same moment; theirs is the key
        } finally {
            Files.delete(fresh);
        }
    }
}
