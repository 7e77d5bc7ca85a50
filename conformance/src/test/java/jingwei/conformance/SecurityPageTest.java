package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// 安全对照表: what `docs/operate/security.md` says is tested has a test of that name, and every line says where it stands.
class SecurityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "operate", "security.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test|[\\w-]+\\.test\\.mjs)`");

    @Test
    void everyTestThePageNamesIsThere() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path tests : List.of(Path.of("src", "test"), Path.of("..", "server", "src", "test"), Path.of("..", "web", "browser"))) {
            try (Stream<Path> files = Files.walk(tests)) {
                files.forEach(file -> there.add(file.getFileName().toString().replaceFirst("\\.java$", "")));
            }
        }
        Matcher named = TEST.matcher(Files.readString(PAGE));
        Set<String> missing = new TreeSet<>();
        int count = 0;
        while (named.find()) {
            count++;
            if (!there.contains(named.group(1))) {
                missing.add(named.group(1));
            }
        }
        assertThat(count).isGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLineSaysWhereItStands() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| section") && !line.startsWith("| control"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(40).allMatch(line -> line.matches("\\|[^|]+\\| (tested|configured|tested, configured|gap|–) \\|[^|]+\\|"));
    }
}
