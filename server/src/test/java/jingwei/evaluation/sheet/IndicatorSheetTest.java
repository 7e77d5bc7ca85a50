package jingwei.evaluation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jingwei.simulator.Requirement;
import jingwei.standards.SheetFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A sheet holds together or is told every fault with its line; the standard ones give the worked examples to the last digit.
@Requirement({"EVA-02", "EVA-03"})
class IndicatorSheetTest {

    private static final String HEAD = """
            sheet test
            grades
              A >= 60 好 0,160,80 plain
              E >= 0 差 0,0,0 solid
            """;

    @Test
    void theStandardSheetsHoldAllIndicatorsOfTheTableAndTheirExamples() throws Exception {
        try (var in = IndicatorSheetTest.class.getResourceAsStream("/standards/cjt-292-2008/evaluation_indicators.csv")) {
            List<String> ids = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.replaceAll("^.*?,([A-Z]{2}-[A-Z][0-9]{2}X?),.*$", "$1")).toList();
            assertThat(ids).hasSize(97);
            for (String name : StandardSheets.all().keySet()) {
                IndicatorSheet sheet = StandardSheets.read(name);
                assertThat(sheet.indicators().keySet()).containsExactlyElementsOf(ids);
                assertThat(sheet.examples()).hasSize(11);
            }
        }
    }

    static Stream<Arguments> bad() {
        String base = "indicator TT-B01 甲 one\n  kind base\n  for unit\n  formula filed\n";
        return Stream.of(
                Arguments.of("cycle", "indicator TT-R01 甲 a\n  kind ratio\n  for unit\n  formula TT-R02 + 1\n"
                        + "indicator TT-R02 乙 b\n  kind ratio\n  for unit\n  formula TT-R01 * 2\n"),
                Arguments.of("cycle", "indicator TT-R01 甲 a\n  kind ratio\n  for unit\n  formula TT-R01\n"),
                Arguments.of("unknown-fact", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula fled\n"),
                Arguments.of("unknown-indicator", "indicator TT-R01 甲 a\n  kind ratio\n  for unit\n  formula TT-B09\n"),
                Arguments.of("weights-sum", base + "indicator TT-S10 综 c\n  kind composite\n  for unit\n  parts TT-B01 40%, TT-B01 30%\n"),
                Arguments.of("bands-overlap", base + "indicator TT-S01 档 b\n  kind score\n  for unit\n  bands TT-B01: 0-5 => 100; 5+ => 0\n"),
                Arguments.of("bands-gap", base + "indicator TT-S01 档 b\n  kind score\n  for unit\n  bands TT-B01: 0-5 => 100; 8+ => 0\n"),
                Arguments.of("bands-incomplete", base + "indicator TT-S01 档 b\n  kind score\n  for unit\n  bands TT-B01: 0-5 => 100; 6-9 => 0\n"),
                Arguments.of("bands-malformed", base + "indicator TT-S01 档 b\n  kind score\n  for unit\n  bands TT-B01: few => 100\n"),
                Arguments.of("division-by-zero", "indicator TT-R01 甲 a\n  kind ratio\n  for unit\n  formula filed / 0\n"),
                Arguments.of("formula-too-long", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula " + "filed + ".repeat(1250) + "filed\n"),
                Arguments.of("formula-too-deep", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula " + "(".repeat(60) + "filed" + ")".repeat(60) + "\n"),
                Arguments.of("formula-unreadable", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula filed; DROP TABLE x\n"),
                Arguments.of("formula-unreadable", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula filed +\n"),
                Arguments.of("indicator-twice", base + base),
                Arguments.of("subject-unknown", "indicator TT-B01 甲 a\n  kind base\n  for moon\n  formula filed\n"),
                Arguments.of("subject-without", base + "indicator TT-R01 甲 a\n  kind ratio\n  for city\n  formula TT-B01\n"),
                Arguments.of("indicator-incomplete", "indicator TT-B01 甲 a\n  kind base\n"),
                Arguments.of("cells-of-no-area", "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula filed / cells\n"),
                Arguments.of("example-fails", base + "examples\n  unit filed 3 => TT-B01 4\n"),
                Arguments.of("line-unreadable", "whatever\n"));
    }

    @ParameterizedTest
    @MethodSource
    void bad(String code, String text) {
        assertThat(faults(HEAD + text)).as(text).isNotEmpty().extracting(SheetFault::code).contains(code);
    }

    @Test
    void gradesThatOverlapAreRefused() {
        assertThat(faults("sheet t\ngrades\n  A >= 60 好 0,0,0 plain\n  B >= 70 中 0,0,0 plain\n  E >= 0 差 0,0,0 solid\n"))
                .extracting(SheetFault::code).containsExactly("grades-overlap");
        assertThat(faults("sheet t\n")).extracting(SheetFault::code).containsExactly("grades-incomplete");
    }

    @Test
    void aFaultNamesItsLine() {
        SheetFault fault = faults(HEAD + "indicator TT-B01 甲 a\n  kind base\n  for unit\n  formula fled\n").getFirst();
        assertThat(fault.line()).isEqualTo(8);
        assertThat(fault.rule().zh()).contains("fled");
    }

    private static List<SheetFault> faults(String text) {
        return SheetReader.read(text) instanceof SheetReader.Reading.Faulty(List<SheetFault> faults) ? faults : List.of();
    }
}
