package jingwei.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// 大小: what outgrows a page of thought is cut. Largest file in `casework` 20 KB, anywhere 30 KB; 25 types a package;
/// every package says what it is for, every room in ten lines or more.
class SizeLawTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void noFileIsTooLarge() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : files()) {
            long bar = file.toString().contains("casework") ? 20 * 1024 : 30 * 1024;
            if (Files.size(file) > bar) {
                large.add(file + " " + Files.size(file));
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void noPackageIsTooFull() throws IOException {
        Map<String, Integer> types = new TreeMap<>();
        for (Path file : files()) {
            if (!file.endsWith("package-info.java")) {
                types.merge(file.getParent().toString(), 1, Integer::sum);
            }
        }
        assertThat(types).allSatisfy((place, count) -> assertThat(count).as(place).isLessThanOrEqualTo(25));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        for (Path place : files().stream().map(Path::getParent).distinct().toList()) {
            Path page = place.resolve("package-info.java");
            assertThat(page).exists();
            if (place.getParent().endsWith("jingwei")) {
                long lines = Files.readAllLines(page).stream().filter(line -> line.startsWith("///")).count();
                assertThat(lines).as(page.toString()).isGreaterThanOrEqualTo(10);
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
