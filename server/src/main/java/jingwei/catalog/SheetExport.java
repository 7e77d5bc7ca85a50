package jingwei.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jingwei.organization.workbook.Workbooks;
import jingwei.standards.FilingSheetReader;
import jingwei.standards.FilingSheetRow;
import jingwei.standards.Table;
import org.jspecify.annotations.Nullable;

/// 规范导出: a version as a file in the layout that can be imported again.
public final class SheetExport {

    private SheetExport() {
    }

    /// .xlsx.
    public static byte[] workbook(Sheet sheet) {
        return Workbooks.write("立案结案规范", cells(sheet));
    }

    /// CSV in UTF-8 with a byte order mark, so that a spreadsheet program reads the Chinese.
    public static byte[] csv(Sheet sheet) {
        return ("\uFEFF" + cells(sheet).stream()
                .map(row -> row.stream().map(SheetExport::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> cells(Sheet sheet) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(FilingSheetReader.COLUMNS.stream().map(Table.Column::zh).toList());
        for (FilingSheetRow row : sheet.rows()) {
            List<String> line = new ArrayList<>(List.of(row.code().kind().zh(), row.code().minor(), row.className(),
                    Integer.toString(row.condition()), row.filingCondition(), row.areaClass().zh(),
                    row.steps().stream().map(FilingSheetRow.Step::toString).collect(Collectors.joining(";")),
                    row.closingCondition(), row.responsibleUnit() == null ? "" : row.responsibleUnit()));
            FilingSheetRow.@Nullable Provenance from = row.provenance();
            line.addAll(from == null ? List.of("", "", "", "", "", "") : List.of(from.basis(), from.scope(),
                    from.source(), from.confidence().zh(), from.limitAsPrinted(), from.note()));
            cells.add(line);
        }
        return cells;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
