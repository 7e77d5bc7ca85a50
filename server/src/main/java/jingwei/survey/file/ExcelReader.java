package jingwei.survey.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Excel: the first sheet, first row the names; for attributes, and for points in two columns.
final class ExcelReader implements RecordReader {

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns = new ArrayList<>();
    private final PointColumns points;
    private long number;

    private ExcelReader(ReadableWorkbook book, Stream<Row> stream, SurveyFiles.Reading how) {
        this.book = book;
        this.stream = stream;
        this.rows = stream.iterator();
        if (rows.hasNext()) {
            Row head = rows.next();
            for (int i = 0; i < head.getCellCount(); i++) {
                columns.add(text(head.getOptionalCell(i)));
            }
        }
        this.points = PointColumns.of(columns, how);
    }

    static ExcelReader open(Path file, SurveyFiles.Reading how) throws IOException {
        try {
            ReadableWorkbook book = new ReadableWorkbook(file.toFile());
            return new ExcelReader(book, book.getFirstSheet().openStream(), how);
        } catch (IOException | RuntimeException e) {
            throw FileRefusal.broken("Excel", "不是 xlsx 工作簿 no xlsx workbook");
        }
    }

    @Override
    public @Nullable SurveyRecord next() throws IOException {
        while (rows.hasNext()) {
            Row row = rows.next();
            number++;
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size() && i < row.getCellCount(); i++) {
                String cell = text(row.getOptionalCell(i));
                if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
                    cells.put(columns.get(i), cell);
                }
            }
            if (!cells.isEmpty()) {
                return points.record(number, cells);
            }
        }
        return null;
    }

    private static String text(Optional<Cell> cell) {
        return cell.map(Cell::getText).orElse("").strip();
    }

    @Override
    public long total() {
        return -1;
    }

    @Override
    public Optional<String> system() {
        return Optional.empty();
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
