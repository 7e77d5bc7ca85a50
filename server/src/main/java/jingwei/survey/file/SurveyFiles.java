package jingwei.survey.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 打开测绘文件: tells the format by the content first and the name second, and opens it.
public final class SurveyFiles {

    private SurveyFiles() {
    }

    /// @param encoding `GBK` or `UTF-8`; null to find out
    /// @param x        column of the easting or longitude in CSV and Excel; null for the usual names
    /// @param y        column of the northing or latitude
    public record Reading(@Nullable String encoding, @Nullable String x, @Nullable String y) {

        public static final Reading USUAL = new Reading(null, null, null);
    }

    /// @param folder a place of ours for what is unpacked; the caller removes it
    /// @throws jingwei.standards.RefusedException `file-format-unknown`, `shapefile-part-missing`, `zip-bomb`, `file-broken`,
    ///                                            `geopackage-unreadable`, `encoding-wrong`, `projection-unknown`
    public static RecordReader open(Path file, String name, Path folder, Reading how) throws IOException {
        byte[] head = head(file);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return ExcelReader.open(file, how);
        }
        if (starts(head, "PK")) {
            Packed.unpack(file, folder);
            return inside(folder, how);
        }
        if (lower.endsWith(".gpkg") || starts(head, "SQLite format 3")) {
            return GeoPackageReader.open(file);
        }
        if (lower.endsWith(".geojson") || lower.endsWith(".json")) {
            return new GeoJsonReader(file);
        }
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return CsvReader.open(file, how);
        }
        if (lower.endsWith(".shp")) {
            throw FileRefusal.missingPart(".dbf");
        }
        throw FileRefusal.of("file-format-unknown", "不认识的文件格式：“" + name + "”", "unknown file format: \"" + name + "\"",
                "可用 Shapefile（zip）、GeoPackage、GeoJSON、CSV、Excel（xlsx）",
                "use Shapefile (zip), GeoPackage, GeoJSON, CSV or Excel (xlsx)");
    }

    private static RecordReader inside(Path folder, Reading how) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".shp")) {
                return ShapefileReader.open(file, how.encoding() == null ? null : charset(how.encoding()));
            }
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (Stream.of(".gpkg", ".geojson", ".json", ".csv", ".xlsx").anyMatch(name::endsWith)) {
                return open(file, name, folder, how);
            }
        }
        throw FileRefusal.missingPart(".shp");
    }

    static Charset charset(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "GBK", "GB2312", "GB18030", "936" -> Charset.forName("GB18030");
            case "UTF-8", "UTF8", "65001" -> java.nio.charset.StandardCharsets.UTF_8;
            default -> throw FileRefusal.of("encoding-unknown", "不认识的编码“" + word + "”", "unknown encoding \"" + word + "\"",
                    "请填 GBK 或 UTF-8", "write GBK or UTF-8");
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        }
    }

    private static boolean starts(byte[] head, String with) {
        return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).startsWith(with);
    }
}
