package jingwei.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;

/// 表: a table with headings, read strictly from comma-separated text (RFC 4180 quoting, UTF-8 with or without a byte order
/// mark) or from the cells of a spreadsheet.
///
/// Every fault is collected with line and cell; rows that are whole are kept, so that the rows' own faults can be told in
/// the same answer. A table with faults is never to be stored.
///
/// @param file   name told in faults
/// @param rows   the whole rows, in order
/// @param faults everything wrong with the form of the file
public record Table(String file, List<Row> rows, List<SheetFault> faults) {

    /// 列: a heading as files of the house write it, and the Chinese heading a city may write instead.
    ///
    /// @param name English heading
    /// @param zh   Chinese heading
    public record Column(String name, String zh) {}

    /// 行: the cells of one line by English heading, stripped of surrounding blanks.
    ///
    /// @param file  name told in faults
    /// @param line  line of the file, from 1
    /// @param cells cells by English heading, in the order of the headings
    public record Row(String file, int line, Map<String, String> cells) {

        /// The cell under that heading; an empty text where an optional heading is absent.
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }

        /// A fault at the cell under that heading.
        public SheetFault fault(String column, String code, Text rule) {
            int number = new ArrayList<>(cells.keySet()).indexOf(column) + 1;
            return new SheetFault(file, line, number, column, code, rule);
        }
    }

    public Table {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// Reads text whose headings are these columns in this order; of them the first `required` must be there and the
    /// others may be left out from the end.
    public static Table of(String file, Reader text, List<Column> columns, int required) throws IOException {
        StringBuilder all = new StringBuilder();
        char[] piece = new char[8192];
        for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
            all.append(piece, 0, read);
        }
        List<SheetFault> faults = new ArrayList<>();
        List<Cells.Line> lines = Cells.split(file, all, faults);
        return under(file, lines, columns, required, faults);
    }

    /// Reads the bytes of a file; bytes that are not UTF-8 (a spreadsheet saved in GBK) are one fault, `not-utf-8`.
    public static Table of(String file, byte[] bytes, List<Column> columns, int required) {
        List<SheetFault> faults = new ArrayList<>();
        List<Cells.Line> lines = List.of();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            lines = Cells.split(file, text, faults);
        } catch (CharacterCodingException notUtf8) {
            faults.add(new SheetFault(
                    file,
                    0,
                    0,
                    "",
                    "not-utf-8",
                    Text.of("文件不是 UTF-8 编码,请另存为“CSV UTF-8”。", "The file is not UTF-8; save it as CSV UTF-8.")));
            return new Table(file, List.of(), faults);
        }
        return under(file, lines, columns, required, faults);
    }

    /// Takes the cells of a spreadsheet, the headings first; the line numbers are those of the list, from 1.
    public static Table of(String file, List<List<String>> cells, List<Column> columns, int required) {
        List<Cells.Line> lines = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            lines.add(new Cells.Line(index + 1, cells.get(index)));
        }
        return under(file, lines, columns, required, new ArrayList<>());
    }

    /// Reads a file bundled with this library, with exactly these English headings. A fault there is a defect of the
    /// build, so it fails at once.
    public static Table bundled(String path, String... columns) {
        List<Column> wanted = new ArrayList<>();
        for (String column : columns) {
            wanted.add(new Column(column, column));
        }
        Table table = Table.of(path, bytes(path), wanted, wanted.size());
        if (!table.faults.isEmpty()) {
            throw new IllegalStateException(table.faults.toString());
        }
        return table;
    }

    static byte[] bytes(String path) {
        try (InputStream stream = Table.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("not bundled: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("not readable: " + path, unreadable);
        }
    }

    private static Table under(
            String file, List<Cells.Line> lines, List<Column> columns, int required, List<SheetFault> faults) {
        if (lines.isEmpty()) {
            if (faults.isEmpty()) {
                faults.add(new SheetFault(file, 0, 0, "", "empty-file", Text.of("文件是空的。", "The file is empty.")));
            }
            return new Table(file, List.of(), faults);
        }
        Cells.Line heading = lines.getFirst();
        boolean sound = checkHeading(file, heading, columns, required, faults);
        List<Row> rows = new ArrayList<>();
        if (sound) {
            int width = heading.cells().size();
            for (Cells.Line line : lines.subList(1, lines.size())) {
                if (line.cells().size() == width) {
                    rows.add(row(file, line, columns));
                } else {
                    faults.add(new SheetFault(
                            file,
                            line.number(),
                            0,
                            "",
                            "wrong-cell-count",
                            Text.of(
                                    "本行有 " + line.cells().size() + " 格,表头有 " + width + " 格。",
                                    "The line has " + line.cells().size() + " cells, the heading has " + width + ".")));
                }
            }
        }
        return new Table(file, rows, faults);
    }

    private static boolean checkHeading(
            String file, Cells.Line heading, List<Column> columns, int required, List<SheetFault> faults) {
        int before = faults.size();
        int width = heading.cells().size();
        for (int index = 0; index < Math.max(width, required); index++) {
            String found = index < width ? heading.cells().get(index).strip() : "";
            if (index >= columns.size()) {
                faults.add(new SheetFault(
                        file,
                        heading.number(),
                        index + 1,
                        found,
                        "column-unknown",
                        Text.of("多余的列“" + found + "”。", "The column “" + found + "” is one too many.")));
                continue;
            }
            Column wanted = columns.get(index);
            if (!found.equals(wanted.name()) && !found.equals(wanted.zh())) {
                faults.add(new SheetFault(
                        file,
                        heading.number(),
                        index + 1,
                        found,
                        "wrong-column-name",
                        Text.of(
                                "此列应为“" + wanted.zh() + "”(" + wanted.name() + "),实为“" + found + "”。",
                                "This column must be “" + wanted.name() + "”, it is “" + found + "”.")));
            }
        }
        return faults.size() == before;
    }

    private static Row row(String file, Cells.Line line, List<Column> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int index = 0; index < line.cells().size(); index++) {
            cells.put(columns.get(index).name(), line.cells().get(index).strip());
        }
        return new Row(file, line.number(), cells);
    }
}
