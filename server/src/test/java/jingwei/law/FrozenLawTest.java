package jingwei.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// 没有被关掉的测试: no test is switched off, no law has frozen exceptions, no test sleeps or stands a mock in, and nothing
/// is left to be done later.
class FrozenLawTest {

    private static final Pattern OFF = Pattern.compile("@(Disabled|Ignore)\\b|FreezingArchRule|"
            + "org\\.mockito|assumeTrue\\(false|TO" + "DO\\b|FIX" + "ME\\b");

    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");

    @Test
    void nothingIsSwitchedOff() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (String tree : List.of("src/test", "src/main", "../standards/src", "../simulator/src", "../conformance/src")) {
            if (!Files.isDirectory(Path.of(tree))) {
                continue;
            }
            try (Stream<Path> all = Files.walk(Path.of(tree))) {
                for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
                    read++;
                    if (file.endsWith("FrozenLawTest.java")) {
                        continue;
                    }
                    String text = Files.readString(file);
                    if (tree.contains("test")) {
                        SLEEP.matcher(text).results().forEach(hit -> found.add(file + ": " + hit.group()));
                    }
                    OFF.matcher(text).results().forEach(hit -> found.add(file + ": " + hit.group()));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(read).isGreaterThan(200);
        assertThat(Path.of("src/test/resources/archunit_store")).doesNotExist();
    }
}
