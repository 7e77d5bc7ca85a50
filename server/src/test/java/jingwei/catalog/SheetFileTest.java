package jingwei.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingwei.organization.workbook.Workbooks;
import jingwei.simulator.Requirement;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.Edition;
import jingwei.standards.FilingSheetReader.Reading;
import jingwei.standards.FilingSheetRow;
import jingwei.standards.RefusedException;
import jingwei.standards.SheetFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 规范文件 in every layout, CSV and .xlsx; every kind of bad input told by line, cell and rule (APM-04).
@Requirement("APM-04")
class SheetFileTest {

    private static final String HEADING = "大类,小类,立案条件,处置时限,结案条件,责任单位\n";
    private static final String SOUND = "公用设施,上水井盖,缺失,2 紧急工作时,已补齐,自来水公司\n";

    private final SheetFile file = new SheetFile("规范.csv", ClassCatalogue.load(Edition.CJT_214_2007));

    @Test
    void aPublishedSheetIsReadAndItsConditionsNumbered() {
        List<FilingSheetRow> rows = sound(HEADING + SOUND + SOUND.replace("缺失", "破损")
                + "公用设施,0101,松动,停工 4 工作时;更换 2 工作日,已更换,\n");
        assertThat(rows).extracting(FilingSheetRow::condition).containsExactly(1, 2, 3);
        assertThat(rows.getFirst().code()).hasToString("component-0101");
        assertThat(rows.getFirst().responsibleUnit()).isEqualTo("自来水公司");
        assertThat(rows.getLast().steps()).hasSize(2);
        assertThat(sound("\uFEFF" + HEADING + SOUND)).hasSize(1);
    }

    @Test
    void limitsByAreaClassStandInThreeColumns() {
        List<FilingSheetRow> rows = sound("大类,小类,立案条件,处置时限A,处置时限B,处置时限C,结案条件,责任单位\n"
                + "公用设施,上水井盖,缺失,2 工作时,4 工作时,1 工作日,已补齐,自来水公司\n");
        assertThat(rows).extracting(row -> row.areaClass() + " " + row.limit())
                .containsExactly("A 2 工作时", "B 4 工作时", "C 1 工作日");
        assertThat(rows).extracting(FilingSheetRow::condition).containsOnly(1);
    }

    @Test
    void theHousesOwnLayoutIsReadToo() {
        assertThat(sound("类别,小类代码,小类名称,立案条件编号,立案条件,区域等级,处置时限,结案条件,责任单位\n"
                + "事件,0102,暴露垃圾,1,有暴露垃圾,全部,4 工作时,已清理,环卫\n")).hasSize(1);
    }

    @Test
    void theKindTellsApartWhatTheNameDoesNot() {
        String named = "类别," + HEADING;
        assertThat(sound(named + "部件," + SOUND).getFirst().code()).hasToString("component-0101");
        assertThat(codes(named + "事件," + SOUND)).containsExactly("class-unknown");
        assertThat(codes(HEADING + SOUND.replace("公用设施,上水井盖", "01,0101"))).containsExactly("class-ambiguous");
    }

    @ParameterizedTest
    @CsvSource({"公用设施, 园林绿化, class-unknown, 2", "上水井盖, 上水的井盖, class-unknown, 2",
            "缺失, '', cell-empty, 3", "2 紧急工作时, 很快, time-limit-malformed, 4",
            "2 紧急工作时, 2 小时, limit-unit-unknown, 4", "2 紧急工作时, '', cell-empty, 4",
            "2 紧急工作时, 停工 4 工作时;2 工作日, steps-unnamed, 4", "已补齐, '', cell-empty, 5"})
    void aBadCellIsNamedWhereItStands(String part, String instead, String code, int column) {
        List<SheetFault> faults = faults(HEADING + SOUND + SOUND.replace(part, instead) + SOUND);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().code()).isEqualTo(code);
        assertThat(faults.getFirst().line()).isEqualTo(3);
        assertThat(faults.getFirst().column()).isEqualTo(column);
        assertThat(faults.getFirst().toString()).startsWith("规范.csv 第 3 行第 " + column + " 列");
    }

    @Test
    void theFormOfTheFileIsChecked() {
        assertThat(codes(HEADING)).containsExactly("no-rows");
        assertThat(codes("")).containsExactly("empty-file");
        assertThat(codes(HEADING.replace("结案条件", "结案") + SOUND)).contains("wrong-column-name");
        assertThat(codes(HEADING + SOUND.replace(",自来水公司", ""))).containsExactly("wrong-cell-count");
        assertThat(faults(file.read((HEADING + SOUND).getBytes(Charset.forName("GBK")))))
                .extracting(SheetFault::code).containsExactly("not-utf-8");
        assertThat(codes(HEADING + SOUND.replace("缺失", "") + SOUND.replace("2 紧急工作时", "")))
                .as("all faults at once").hasSize(2);
    }

    @Test
    void aWorkbookIsReadLikeText() {
        byte[] workbook = Workbooks.write("立案结案规范", cells(HEADING + SOUND + SOUND.replace("自来水公司", "")));
        assertThat(Workbooks.isWorkbook(workbook)).isTrue();
        assertThat(sound(file.read(Workbooks.read(workbook)))).hasSize(2);
        byte[] faulty = Workbooks.write("立案结案规范", cells(HEADING + SOUND + SOUND.replace("2 紧急工作时", "很快")));
        SheetFault fault = faults(file.read(Workbooks.read(faulty))).getFirst();
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.columnName()).isEqualTo("处置时限");
    }

    @Test
    void whatIsNoWorkbookOrTooLargeIsRefused() throws IOException {
        assertThat(refusal("PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("workbook-unreadable");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(piece);
            }
        }
        assertThat(refusal(bomb.toByteArray())).isEqualTo("workbook-too-large");
    }

    @Test
    void whatIsExportedIsImportedAgain() {
        Sheet sheet = Sheet.standard();
        assertThat(sound(file.read(SheetExport.csv(sheet)))).isEqualTo(sheet.rows());
        assertThat(sound(file.read(Workbooks.read(SheetExport.workbook(sheet))))).isEqualTo(sheet.rows());
    }

    private static List<List<String>> cells(String text) {
        return text.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
    }

    private static String refusal(byte[] bytes) {
        return ((RefusedException) catchThrowable(() -> Workbooks.read(bytes))).refusal().code();
    }

    private List<FilingSheetRow> sound(String text) {
        return sound(file.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<FilingSheetRow> sound(Reading reading) {
        return switch (reading) {
            case Reading.Sound(var rows) -> rows;
            case Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<SheetFault> faults(String text) {
        return faults(file.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SheetFault> faults(Reading reading) {
        return switch (reading) {
            case Reading.Sound sound -> throw new AssertionError("no fault found");
            case Reading.Faulty(var faults) -> faults;
        };
    }

    private List<String> codes(String text) {
        return faults(text).stream().map(SheetFault::code).toList();
    }
}
