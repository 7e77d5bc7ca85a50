package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// 数据文件: every bundled file is well formed and every edition says where it comes from.
class BundledFilesTest {

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path standards = Path.of(Objects.requireNonNull(BundledFilesTest.class.getResource("/standards")).toURI());
        Path calendar = Path.of(Objects.requireNonNull(BundledFilesTest.class.getResource("/calendar-cn")).toURI());
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(standards, calendar)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(each -> each.toString().endsWith(".csv")).forEach(all::add);
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsStrictlyFormed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String heading = Files.readAllLines(file).getFirst();
        List<Table.Column> columns =
                Stream.of(heading.split(",")).map(each -> new Table.Column(each, each)).toList();
        Table table = Table.of(file.toString(), bytes, columns, columns.size());
        assertThat(table.faults()).isEmpty();
        assertThat(table.rows()).isNotEmpty();
    }

    @Test
    void nothingIsMissing() throws IOException, URISyntaxException {
        assertThat(files()).hasSize(21);
    }

    @Test
    void indicatorsAndEvidenceHaveTheirRows() {
        assertThat(Table.bundled(
                                Edition.CJT_292_2008.path("evaluation_indicators.csv"),
                                "object",
                                "post_or_kind",
                                "indicator_code",
                                "name_zh",
                                "name_en",
                                "kind",
                                "formula",
                                "unit",
                                "source",
                                "confidence")
                        .rows())
                .hasSize(97);
        Table evidence = Table.bundled(
                Edition.GBT_30428.path("case_standards.csv"),
                "kind", "catalogue", "minor_code", "minor_name_zh", "condition_no", "filing_condition_zh",
                "responsible_unit_type", "area_class", "time_limit_value", "time_limit_unit", "limit_as_printed",
                "closing_condition_zh", "cjt214_code", "basis", "scope", "source", "confidence", "note");
        assertThat(evidence.rows()).hasSize(538).allSatisfy(row -> {
            assertThat(new ClassCode(ClassKind.of(row.get("kind")), row.get("minor_code"))).isNotNull();
            assertThat(TimeLimit.of(row.get("time_limit_value") + row.get("time_limit_unit"))).isNotNull();
            assertThat(AreaClass.of(row.get("area_class"))).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyEditionSaysWhereItComesFrom(Edition edition) throws IOException {
        try (var stream = BundledFilesTest.class.getResourceAsStream("/" + edition.path("PROVENANCE.md"))) {
            assertThat(stream).isNotNull();
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(edition.number()).contains("Superseded by").contains("Uncertain");
        }
    }

    static Stream<Edition> editions() {
        return Stream.of(Edition.values());
    }

    @Test
    void aDefectiveBundledFileStopsTheBuild() {
        assertThatThrownBy(() -> Table.bundled("standards/nothing.csv", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Table.bundled("calendar-cn/2024.csv", "date", "sort"))
                .hasMessageContaining("此列应为“sort”")
                .hasMessageContaining("多余的列“name_zh”");
    }

    @Test
    void longerHeadingsMayBeLeftOutOnlyFromTheEnd() {
        List<Table.Column> columns =
                List.of(new Table.Column("a", "甲"), new Table.Column("b", "乙"), new Table.Column("c", "丙"));
        assertThat(Table.of("t", "甲,b\n1,2\n".getBytes(StandardCharsets.UTF_8), columns, 2).faults())
                .isEmpty();
        assertThat(Table.of("t", "a,c\n1,2\n".getBytes(StandardCharsets.UTF_8), columns, 2).faults())
                .extracting(SheetFault::code)
                .containsExactly("wrong-column-name");
    }
}
