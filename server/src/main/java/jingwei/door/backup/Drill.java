package jingwei.door.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import jingwei.door.EmbeddedDatabase;

/// 恢复演练: restores a file into a database that is made for it and thrown away, and so proves that it can be restored.
public final class Drill {

    private Drill() {
    }

    /// What came back.
    public static Manifest of(Path file, String key) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("jingwei-drill");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, false)) {
            return new Restore(database.connections(), folder.resolve("media")).read(file, key);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
