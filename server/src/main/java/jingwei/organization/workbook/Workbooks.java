package jingwei.organization.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// 电子表格: the first worksheet of an .xlsx file as cells, and cells as an .xlsx file.
public final class Workbooks {

    /// A sheet of a whole province unpacks to a few megabytes; more is an attack or another file.
    private static final long UNPACKED = 64L << 20;
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 40;

    private Workbooks() {
    }

    public static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /// @throws RefusedException `workbook-unreadable` or `workbook-too-large`
    public static List<List<String>> read(byte[] bytes) {
        refuseBomb(bytes);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<List<String>> cells = new ArrayList<>();
            rows.limit(ROWS).forEach(row -> {
                while (cells.size() < row.getRowNum() - 1 && cells.size() < ROWS) {
                    cells.add(List.of());
                }
                cells.add(row.stream().limit(COLUMNS).map(Workbooks::text).toList());
            });
            return even(cells);
        } catch (IOException | RuntimeException e) {
            throw Refusal.of(Refusal.Kind.WRONG_TYPE, "workbook-unreadable",
                    Text.of("读不懂这个 Excel 文件", "the Excel file cannot be read"),
                    Text.of("请另存为 .xlsx 或 CSV UTF-8 后再导入", "save it as .xlsx or CSV UTF-8 and import again"))
                    .under("APM-04").asException();
        }
    }

    /// @param name of the one worksheet
    public static byte[] write(String name, List<List<String>> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "jingwei", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int row = 0; row < cells.size(); row++) {
                for (int column = 0; column < cells.get(row).size(); column++) {
                    sheet.value(row, column, cells.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(Cell cell) {
        return cell == null || cell.getText() == null ? "" : cell.getText();
    }

    /// Empty rows at the end go; short rows get the width of the headings, as a spreadsheet leaves empty cells out.
    private static List<List<String>> even(List<List<String>> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).stream().allMatch(String::isBlank)) {
            last--;
        }
        int width = last == 0 ? 0 : cells.getFirst().size();
        List<List<String>> even = new ArrayList<>();
        for (List<String> row : cells.subList(0, last)) {
            List<String> full = new ArrayList<>(row);
            while (full.size() < width) {
                full.add("");
            }
            while (full.size() > width && full.getLast().isBlank()) {
                full.removeLast();
            }
            even.add(full);
        }
        return even;
    }

    private static void refuseBomb(byte[] bytes) {
        byte[] piece = new byte[8192];
        long all = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    all += read;
                    if (all > UNPACKED) {
                        throw Refusal.of(Refusal.Kind.TOO_LARGE, "workbook-too-large",
                                Text.of("Excel 文件解开后过大", "the Excel file unpacks to too much"),
                                Text.of("请只保留要导入的那一张表", "leave only the sheet that is to be imported")).under("APM-04").asException();
                    }
                }
            }
        } catch (IOException e) {
            // Said by the reader, which meets the same fault.
        }
    }
}
