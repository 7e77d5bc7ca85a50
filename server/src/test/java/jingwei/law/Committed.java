package jingwei.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page that is printed by a test and committed: the two must be the same, byte for byte.
///
/// The test always leaves what it printed in `target/printed/`; with `-Djingwei.update=true` it rewrites the committed page.
public final class Committed {

    private Committed() {
    }

    /// @param page path from the root of the repository
    public static void same(String page, String printed) {
        Path committed = Path.of("..", page);
        Path copy = Path.of("target", "printed").resolve(Path.of(page).getFileName());
        try {
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, printed);
            if (Boolean.getBoolean("jingwei.update")) {
                Files.createDirectories(committed.toAbsolutePath().normalize().getParent());
                Files.writeString(committed, printed);
            }
            assertThat(committed).as(page + " is printed by this test; print it with -Djingwei.update=true").exists();
            assertThat(Files.readString(committed, StandardCharsets.UTF_8))
                    .as(page + " is not what the code says now. Compare it with server/" + copy
                            + "; if the change is meant, rewrite it with -Djingwei.update=true and commit it")
                    .isEqualTo(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
