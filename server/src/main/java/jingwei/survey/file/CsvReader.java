package jingwei.survey.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// CSV: first row the names, coordinates in two columns or as WKT in one.
final class CsvReader implements RecordReader {

    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> columns;
    private final PointColumns points;
    private long number;

    private CsvReader(CSVParser parser, PointColumns points) {
        this.parser = parser;
        this.rows = parser.iterator();
        this.columns = parser.getHeaderNames();
        this.points = points;
    }

    static CsvReader open(Path file, SurveyFiles.Reading how) throws IOException {
        Charset charset = how.encoding() == null ? guess(file) : SurveyFiles.charset(how.encoding());
        Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        try {
            CSVParser parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                    .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get().parse(text);
            return new CsvReader(parser, PointColumns.of(parser.getHeaderNames(), how));
        } catch (IllegalArgumentException e) {
            throw FileRefusal.broken("CSV", "表头有重复或空的列名 header with empty or repeated names");
        } catch (CharacterCodingException e) {
            throw wrong(0);
        }
    }

    @Override
    public @Nullable SurveyRecord next() throws IOException {
        CSVRecord row;
        try {
            if (!rows.hasNext()) {
                return null;
            }
            row = rows.next();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw e.getCause() instanceof CharacterCodingException ? wrong(number + 1)
                    : FileRefusal.broken("CSV", "第 " + (number + 1) + " 行 row " + (number + 1));
        }
        number++;
        Map<String, String> cells = new LinkedHashMap<>(columns.size() * 2);
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            String cell = row.get(i);
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return points.record(number, cells);
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
        return columns;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static Charset guess(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] sample = in.readNBytes(1 << 18);
            int end = sample.length;
            while (end > 0 && sample[end - 1] < 0) {
                end--;
            }
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample, 0, end));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030");
        }
    }

    private static jingwei.standards.RefusedException wrong(long row) {
        return FileRefusal.of("encoding-wrong", "第 " + row + " 行不是所选的编码", "row " + row + " is not of the encoding chosen",
                "请改选编码（GBK 或 UTF-8）", "choose the other encoding (GBK or UTF-8)");
    }
}
