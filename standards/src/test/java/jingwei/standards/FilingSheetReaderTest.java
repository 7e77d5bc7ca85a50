package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 立案结案规范: the bundled seed and a city's own sheet, and every kind of bad input told by line, cell and rule.
class FilingSheetReaderTest {

    private static final String HEADING = "类别,小类代码,小类名称,立案条件编号,立案条件,区域等级,处置时限,结案条件,责任单位\n";
    private static final String SOUND = "事件,0102,暴露垃圾,1,有暴露垃圾,全部,4 工作时,已清理,环卫\n";

    private final FilingSheetReader reader = new FilingSheetReader(ClassCatalogue.load(Edition.CJT_214_2007));

    @Test
    void theSeedIsRead() {
        List<FilingSheetRow> rows = FilingSheetReader.bundled();
        assertThat(rows).hasSize(407);
        assertThat(rows.stream().filter(row -> row.code().kind() == ClassKind.COMPONENT)).hasSize(349);
        FilingSheetRow first = rows.getFirst();
        assertThat(first.code()).isEqualTo(ClassCode.component("0101"));
        assertThat(first.limit()).isEqualTo(TimeLimit.of("2 紧急工作时"));
        assertThat(rows).allSatisfy(row -> {
            FilingSheetRow.Provenance provenance = row.provenance();
            assertThat(provenance).isNotNull();
            assertThat(provenance.confidence().unverified()).isTrue();
        });
    }

    @Test
    void aCitysOwnSheetInChineseWithoutProvenance() {
        FilingSheetRow row = sound(HEADING + SOUND).getFirst();
        assertThat(row.code()).isEqualTo(ClassCode.event("0102"));
        assertThat(row.responsibleUnit()).isEqualTo("环卫");
        assertThat(row.provenance()).isNull();
        assertThat(sound("\uFEFF" + HEADING + SOUND)).hasSize(1);
        assertThat(sound((HEADING + SOUND).replace("\n", "\r\n"))).hasSize(1);
        assertThat(sound(HEADING + SOUND.replace("环卫", ""))).first().extracting(FilingSheetRow::responsibleUnit).isNull();
    }

    @Test
    void severalNamedLimitsInOneRow() {
        FilingSheetRow row = sound(HEADING + SOUND.replace("4 工作时", "停工 4 工作时;处罚7工作日;拆除 20 工作日"))
                .getFirst();
        assertThat(row.steps()).hasSize(3).last().hasToString("拆除 20 工作日");
        assertThat(row.limit()).isEqualTo(TimeLimit.of("20 工作日"));
    }

    @Test
    void areaClassesOfOneCondition() {
        String a = SOUND.replace("全部", "A");
        assertThat(sound(HEADING + a + a.replace(",A,", ",B,") + a.replace(",A,", ",C,"))).hasSize(3);
        assertThat(codes(HEADING + a + a.replace(",A,", ",B,"))).containsExactly("area-class-missing");
        assertThat(codes(HEADING + SOUND + a)).containsExactly("area-class-overlap");
    }

    @ParameterizedTest
    @CsvSource({
        "0102,0198,class-unknown,2,小类代码",
        "0102,102,class-code-malformed,2,小类代码",
        "事件,物品,class-kind-unknown,1,类别",
        "暴露垃圾,暴露的垃圾,class-name-mismatch,3,小类名称",
        "4 工作时,4 小时,limit-unit-unknown,7,处置时限",
        "4 工作时,'',cell-empty,7,处置时限",
        "4 工作时,停工 4 工作时;7 工作日,steps-unnamed,7,处置时限",
        "4 工作时,很快,time-limit-malformed,7,处置时限",
        "全部,D,area-class-unknown,6,区域等级",
        "',1,',',一,',condition-number-malformed,4,立案条件编号",
        "',已清理,',',,',cell-empty,8,结案条件"
    })
    void aBadCellIsNamed(String part, String instead, String code, int column, String heading) {
        List<SheetFault> faults = faults(HEADING + SOUND + SOUND.replace(",1,", ",2,").replace("\n", "") + "\n"
                + SOUND.replace(part, instead).replace(",1,", ",3,"));
        assertThat(faults).hasSize(1);
        SheetFault fault = faults.getFirst();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo(column);
        int named = FilingSheetReader.COLUMNS.stream().map(Table.Column::zh).toList().indexOf(heading);
        assertThat(fault.columnName()).isEqualTo(FilingSheetReader.COLUMNS.get(named).name());
        assertThat(fault.file()).isEqualTo("sheet.csv");
        assertThat(fault).asString().startsWith("sheet.csv 第 4 行第 " + column + " 列");
    }

    @Test
    void aConditionThatStandsTwiceIsNamed() {
        List<SheetFault> faults = faults(HEADING + SOUND + SOUND);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().code()).isEqualTo("condition-duplicate");
        assertThat(faults.getFirst().line()).isEqualTo(3);
    }

    @Test
    void theFormOfTheFileIsChecked() {
        assertThat(codes(HEADING.replace("处置时限", "时限") + SOUND)).containsExactly("wrong-column-name");
        assertThat(codes(HEADING.replace(",责任单位", "") + SOUND)).containsExactly("wrong-column-name");
        assertThat(codes(HEADING.replace("\n", ",a,b,c,d,e,f,g\n") + SOUND)).contains("column-unknown");
        assertThat(codes(HEADING + SOUND.replace(",环卫", ""))).containsExactly("wrong-cell-count");
        assertThat(codes(HEADING + SOUND.replace("环卫", "\"环卫"))).containsExactly("unterminated-quote");
        assertThat(codes(HEADING + SOUND.replace("环卫", "环\"卫"))).containsExactly("stray-quote");
        assertThat(codes(HEADING + SOUND.replace("环卫", "\"环\"卫"))).containsExactly("text-after-quote");
        assertThat(codes(HEADING + SOUND.replace("环卫", "环\u0000卫"))).containsExactly("control-character");
        assertThat(codes("")).containsExactly("empty-file");
        assertThat(codes(HEADING)).containsExactly("no-rows");
        byte[] gbk = (HEADING + SOUND).getBytes(Charset.forName("GBK"));
        assertThat(codes(reader.read("sheet.csv", gbk))).containsExactly("not-utf-8");
    }

    @Test
    void aQuotedCellMayHoldCommasQuotesAndLineEnds() {
        String quoted = SOUND.replace("有暴露垃圾", "\"有垃圾,\"\"袋装\"\"的\n也算\"");
        List<FilingSheetRow> rows = sound(HEADING + quoted + SOUND.replace(",1,", ",2,"));
        assertThat(rows.getFirst().filingCondition()).isEqualTo("有垃圾,\"袋装\"的\n也算");
        assertThat(rows).hasSize(2);
        SheetFault behind = faults(HEADING + quoted + SOUND.replace("全部", "X").replace(",1,", ",2,")).getFirst();
        assertThat(behind.line()).as("a cell of two lines is counted").isEqualTo(4);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String bad = "物品,0102,暴露垃圾,零,,D,4 小时,,环卫\n";
        assertThat(codes(HEADING + bad))
                .containsExactly(
                        "class-kind-unknown",
                        "condition-number-malformed",
                        "cell-empty",
                        "area-class-unknown",
                        "limit-unit-unknown",
                        "cell-empty");
    }

    @Test
    void cellsOfASpreadsheetAreReadByTheSameRules() {
        List<List<String>> cells = new ArrayList<>();
        for (String line : (HEADING + SOUND).split("\n")) {
            cells.add(List.of(line.split(",")));
        }
        assertThat(reader.read("sheet.xlsx", cells)).isInstanceOf(FilingSheetReader.Reading.Sound.class);
        cells.add(List.of("事件", "0102"));
        assertThat(codes(reader.read("sheet.xlsx", cells))).containsExactly("wrong-cell-count");
    }

    @Test
    void aReaderIsReadLikeBytes() throws IOException {
        assertThat(reader.read("sheet.csv", new StringReader(HEADING + SOUND)))
                .isInstanceOf(FilingSheetReader.Reading.Sound.class);
    }

    @Test
    void aLocalClassIsKnownOnceTheCatalogueHasIt() {
        String own = "部件,2101,共享单车停放点,1,缺失,全部,2 工作日,已恢复,企业\n";
        assertThat(codes(HEADING + own)).containsExactly("class-unknown");
        ClassCatalogue local = ClassCatalogue.load(Edition.CJT_214_2007)
                .extendedBy(List.of(new ClassCatalogue.MinorClass(
                        ClassCode.component("2101"),
                        Text.of("共享单车停放点", "Shared-bicycle parking spot"),
                        ClassCatalogue.Geometry.POLYGON,
                        "local",
                        Confidence.OURS)));
        assertThat(new FilingSheetReader(local).read("sheet.csv", (HEADING + own).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FilingSheetReader.Reading.Sound.class);
    }

    private List<FilingSheetRow> sound(String text) {
        return switch (reader.read("sheet.csv", text.getBytes(StandardCharsets.UTF_8))) {
            case FilingSheetReader.Reading.Sound(var rows) -> rows;
            case FilingSheetReader.Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<SheetFault> faults(String text) {
        return faults(reader.read("sheet.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SheetFault> faults(FilingSheetReader.Reading reading) {
        return switch (reading) {
            case FilingSheetReader.Reading.Sound sound -> throw new AssertionError("no fault found");
            case FilingSheetReader.Reading.Faulty(var faults) -> faults;
        };
    }

    private List<String> codes(String text) {
        return faults(text).stream().map(SheetFault::code).toList();
    }

    private static List<String> codes(FilingSheetReader.Reading reading) {
        return faults(reading).stream().map(SheetFault::code).toList();
    }
}
