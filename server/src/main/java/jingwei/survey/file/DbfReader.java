package jingwei.survey.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 属性表 .dbf: rows of fixed width; text in GBK or UTF-8.
final class DbfReader implements AutoCloseable {

    private static final Charset GBK = Charset.forName("GB18030");

    private final DataInputStream in;
    private final int width;
    private final int count;
    private final List<Column> columns = new ArrayList<>();
    private final Charset charset;

    private record Column(String name, int length) {
    }

    private DbfReader(DataInputStream in, byte[] head, byte[] fields, Charset charset) {
        this.in = in;
        this.charset = charset;
        ByteBuffer first = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        count = first.getInt(4);
        width = first.getShort(10) & 0xFFFF;
        for (int at = 0; at + 32 <= fields.length && fields[at] != 0x0D; at += 32) {
            int end = 0;
            while (end < 11 && fields[at + end] != 0) {
                end++;
            }
            columns.add(new Column(new String(fields, at, end, charset).strip(), fields[at + 16] & 0xFF));
        }
    }

    static DbfReader open(Path file, @Nullable Charset wanted, @Nullable String cpg) throws IOException {
        Charset charset = wanted != null ? wanted : cpg != null ? SurveyFiles.charset(cpg.strip()) : guess(file);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16));
        byte[] head = in.readNBytes(32);
        int headLength = head.length < 32 ? 0 : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xFFFF;
        if (headLength < 33) {
            in.close();
            throw FileRefusal.broken(".dbf", "没有表头 no header");
        }
        return new DbfReader(in, head, in.readNBytes(headLength - 32), charset);
    }

    int count() {
        return count;
    }

    List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    @Nullable Map<String, String> next(long number) throws IOException {
        byte[] row = in.readNBytes(width);
        if (row.length < width) {
            return null;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        int at = 1;
        for (Column column : columns) {
            String text = decode(row, at, Math.min(column.length(), width - at), number).strip();
            if (!text.isEmpty() && text.charAt(0) != 0) {
                cells.put(column.name(), text);
            }
            at += column.length();
        }
        return cells;
    }

    /// A row that is not of the encoding is told at once: half a table of question marks helps nobody.
    private String decode(byte[] row, int from, int length, long number) {
        int end = from + length;
        while (end > from && (row[end - 1] == ' ' || row[end - 1] == 0)) {
            end--;
        }
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(row, from, end - from)).toString();
        } catch (CharacterCodingException e) {
            throw FileRefusal.of("encoding-wrong", "属性表第 " + number + " 行不是 " + charset + " 编码",
                    "row " + number + " of the attribute table is not " + charset,
                    "请在上传时改选编码（GBK 或 UTF-8），或随附正确的 .cpg 文件", "choose the other encoding (GBK or UTF-8) or add a right .cpg file");
        }
    }

    /// The language byte, else the bytes themselves: what is UTF-8 throughout the first rows is hardly anything else.
    private static Charset guess(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] sample = in.readNBytes(1 << 18);
            if (sample.length > 29 && (sample[29] & 0xFF) == 0x4D) {
                return GBK;
            }
            // Cut at a byte that is plain, so that no character is halved.
            int end = sample.length;
            while (end > 0 && sample[end - 1] < 0) {
                end--;
            }
            int start = Math.min(32, end);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample, start, end - start));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return GBK;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
