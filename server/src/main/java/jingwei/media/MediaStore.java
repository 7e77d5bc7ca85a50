package jingwei.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// 存放处: keeps bytes under a name that never gets other bytes. A folder, or a store that speaks S3.
public interface MediaStore {

    /// Keeps the file's bytes for good before it answers; takes the file away.
    void keep(String name, Path file) throws IOException;

    boolean has(String name) throws IOException;

    /// Opens `length` bytes from `from` on.
    ///
    /// @throws java.io.FileNotFoundException where nothing is kept under the name
    InputStream open(String name, long from, long length) throws IOException;

    /// The name of an original: two levels of folders, so that none of them grows without bound.
    static String original(String hash) {
        return "media/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    static String thumbnail(String hash) {
        return original(hash) + ".thumbnail.jpg";
    }
}
