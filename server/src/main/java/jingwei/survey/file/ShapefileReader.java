package jingwei.survey.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shapefile: .shp with its .dbf, .prj and .cpg beside it, from the first record to the last; heights and measures are dropped.
final class ShapefileReader implements RecordReader {

    private static final int MAGIC = 9994;
    private static final int LARGEST_RECORD = 64 * 1024 * 1024;

    private final DataInputStream shapes;
    private final DbfReader table;
    private final @Nullable String system;
    private final ShapeBytes parser;
    private long number;

    private ShapefileReader(DataInputStream shapes, DbfReader table, @Nullable String system, ShapeBytes parser) {
        this.shapes = shapes;
        this.table = table;
        this.system = system;
        this.parser = parser;
    }

    static ShapefileReader open(Path shp, @Nullable Charset charset) throws IOException {
        Path dbf = beside(shp, ".dbf");
        if (!Files.exists(dbf)) {
            throw FileRefusal.missingPart(".dbf");
        }
        Path prj = beside(shp, ".prj");
        String system = Files.exists(prj) ? ProjectionFile.read(Files.readString(prj, StandardCharsets.ISO_8859_1)).orElse(null)
                : null;
        Path cpg = beside(shp, ".cpg");
        DbfReader table = DbfReader.open(dbf, charset, Files.exists(cpg) ? Files.readString(cpg, StandardCharsets.US_ASCII) : null);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16));
        byte[] head = in.readNBytes(100);
        if (head.length < 100 || ByteBuffer.wrap(head).getInt(0) != MAGIC) {
            in.close();
            table.close();
            throw FileRefusal.broken(".shp", "没有文件头 no header");
        }
        return new ShapefileReader(in, table, system, new ShapeBytes());
    }

    private static Path beside(Path shp, String ending) {
        String name = shp.getFileName().toString();
        return shp.resolveSibling(name.substring(0, name.length() - 4) + ending);
    }

    @Override
    public @Nullable SurveyRecord next() throws IOException {
        byte[] head = shapes.readNBytes(8);
        if (head.length == 0) {
            if (number < table.count()) {
                throw FileRefusal.broken(".shp", "图形只有 " + number + " 个，属性有 " + table.count() + " 行 fewer shapes than rows");
            }
            return null;
        }
        int length = head.length < 8 ? -1 : ByteBuffer.wrap(head).getInt(4) * 2;
        if (length < 4 || length > LARGEST_RECORD) {
            throw FileRefusal.broken(".shp", "第 " + (number + 1) + " 个图形 shape " + (number + 1));
        }
        byte[] content = shapes.readNBytes(length);
        number++;
        if (content.length < length) {
            throw FileRefusal.broken(".shp", "在第 " + number + " 个图形处中断 cut off at shape " + number);
        }
        Map<String, String> attributes = table.next(number);
        if (attributes == null) {
            throw FileRefusal.broken(".dbf", "在第 " + number + " 行处中断 cut off at row " + number);
        }
        ShapeBytes.Shape shape = parser.read(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), number);
        return new SurveyRecord(number, shape.geometry(), attributes, shape.flaw());
    }

    @Override
    public long total() {
        return table.count();
    }

    @Override
    public Optional<String> system() {
        return Optional.ofNullable(system);
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public void close() throws IOException {
        shapes.close();
        table.close();
    }
}
