package jingwei.conformance.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// 验收文档: which documents an acceptance asks for (VAL-06), and where each of them lies in the repository.
enum Documents {

    REQUIREMENT("需求说明", "docs/conformance.md"),
    DESIGN("设计文档", "ARCHITECTURE.md", "docs/adr"),
    INTERFACE("接口与数据格式", "api/openapi.yaml", "docs/formats"),
    TEST("测试文档", "stories", "docs/conformance.md"),
    DATA("数据质量", "docs/manual/basedata.md"),
    MANUAL("用户手册", "docs/manual"),
    OPERATION("运行维护规程", "docs/operate"),
    PERFORMANCE("性能测试", "benchmark/results"),
    SECURITY("安全测试", "conformance/src/test/java/jingwei/conformance/attack", "docs/operate/zones.md");

    /// What no program can write: the center adds it before the meeting.
    static final List<String> BY_HAND = List.of("专家评审意见（VAL-05）", "试运行报告的签字页", "培训签到与考核记录", "第三方安全测评报告");

    private static final Path ROOT = Path.of("..");

    final String title;
    private final List<String> places;

    Documents(String title, String... places) {
        this.title = title;
        this.places = List.of(places);
    }

    /// Each file with how many characters it has.
    List<String> files() {
        return places.stream().flatMap(place -> walk(ROOT.resolve(place))).filter(file -> !file.toString().endsWith(".png")).sorted().map(file -> "`"
                + ROOT.relativize(file) + "`（" + length(file) + " 字符）").toList();
    }

    private static Stream<Path> walk(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("an acceptance asks for " + place, e);
        }
    }

    private static int length(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
