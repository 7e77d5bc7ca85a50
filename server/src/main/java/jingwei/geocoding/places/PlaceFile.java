package jingwei.geocoding.places;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Codes;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// 地点文件: reads places from comma-separated text (docs/formats/places-1.0.md), all or nothing.
///
/// Every faulty row is named with its column and what is wrong; where there is any fault, there are no places (GCF-08).
public final class PlaceFile {

    /// Columns of the format, in its order.
    public static final List<String> COLUMNS = List.of("id", "kind", "name", "standardName", "aliases", "regionCode", "streetCode",
            "communityCode", "roadId", "plateNumber", "plateSide", "longitude", "latitude", "wkt", "width", "validFrom", "validTo",
            "source", "note", "parentId");
    /// What is wrong with the shape of a record that could not be read; no column of the format.
    public static final String FLAW = "(flaw)";
    private static final List<String> NEEDED = List.of("id", "kind", "name");
    private static final int FAULTS_KEPT = 1000;
    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    private final List<Place> places = new ArrayList<>();
    private final List<PlaceFault> faults = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final WKTReader shapes = new WKTReader();
    private final Map<String, String> shared = new HashMap<>();

    private PlaceFile() {
    }

    /// What a file came to.
    public sealed interface Read {

        /// 全部可用: every row is sound.
        record Sound(List<Place> places) implements Read {
        }

        /// 有差错: nothing may be used. @param count of all faults; the list stops at a thousand
        record Faulty(List<PlaceFault> faults) implements Read {
        }
    }

    public static Read read(Reader text) throws IOException {
        return read(text, id -> false);
    }

    /// @param known whether a place of that id is there already, so that a plate may come without its road
    public static Read read(Reader text, Predicate<String> known) throws IOException {
        PlaceFile file = new PlaceFile();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreSurroundingSpaces(true)
                .setAllowMissingColumnNames(true).setTrim(true).get();
        try (CSVParser rows = CSVParser.parse(withoutMark(text), format)) {
            if (file.header(rows.getHeaderNames())) {
                for (CSVRecord row : rows) {
                    file.row(row, rows.getHeaderNames());
                }
                file.references(known);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof IOException && !(e.getMessage() != null && e.getMessage().contains("line"))) {
                throw e;
            }
            file.fault(file.rows.size() + 2L, "", "", "", "这一行的引号或逗号不合 CSV 格式。", "quotes or commas are not as CSV wants them.");
        }
        return file.faults.isEmpty() ? new Read.Sound(file.places) : new Read.Faulty(file.faults);
    }

    /// The same from records of another format, each a row of cells by column; rows count from 1.
    public static Read records(List<Map<String, String>> rows, Predicate<String> known) {
        PlaceFile file = new PlaceFile();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = new HashMap<>(rows.get(i));
            String flaw = cells.remove(FLAW);
            if (flaw != null) {
                file.fault(i + 1L, cells.getOrDefault("id", ""), "wkt", "", "图形有错：" + flaw + "。", "the shape is broken.");
            } else {
                file.take(i + 1L, cells);
            }
        }
        file.references(known);
        return file.faults.isEmpty() ? new Read.Sound(file.places) : new Read.Faulty(file.faults);
    }

    private boolean header(List<String> names) {
        List<String> plain = names.stream().map(PlaceFile::plain).toList();
        for (String needed : NEEDED) {
            if (!plain.contains(needed)) {
                fault(1, "", needed, "", "缺少这一列。", "the column is missing.");
            }
        }
        return faults.isEmpty();
    }

    /// Without the byte-order mark, which before a quoted column name would be no sound CSV.
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader pushed = new PushbackReader(text);
        int first = pushed.read();
        if (first >= 0 && first != '\uFEFF') {
            pushed.unread(first);
        }
        return pushed;
    }

    private static String plain(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }

    private void fault(long row, String id, String column, String value, String zh, String en) {
        if (faults.size() < FAULTS_KEPT) {
            faults.add(new PlaceFault(row, id, column, value.length() > 40 ? value.substring(0, 40) + "…" : value, zh, en));
        }
    }

    private void row(CSVRecord record, List<String> header) {
        long row = record.getRecordNumber() + 1;
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size() && i < record.size(); i++) {
            cells.put(plain(header.get(i)), record.get(i));
        }
        if (record.size() == 1 && record.get(0).isEmpty()) {
            return;
        }
        if (record.size() < header.size()) {
            fault(row, cells.getOrDefault("id", ""), "", "", "只有 " + record.size() + " 格，应有 " + header.size() + " 格。",
                    "there are " + record.size() + " cells instead of " + header.size() + ".");
            return;
        }
        take(row, cells);
    }

    private void take(long row, Map<String, String> cells) {
        Row one = new Row(row, cells);
        int before = faults.size();
        Place place = one.place();
        if (faults.size() == before && place != null) {
            places.add(place);
        }
    }

    /// A plate must name a road that is in the file or in the gazetteer, a place within another that other one.
    private void references(Predicate<String> known) {
        Set<String> ids = new HashSet<>(rows.keySet());
        for (Place place : places) {
            if (place.kind() == PlaceKind.PLATE && !place.roadId().isEmpty() && !ids.contains(place.roadId())) {
                if (known.test(place.roadId())) {
                    ids.add(place.roadId());
                } else {
                    fault(rows.getOrDefault(place.id(), 0L), place.id(), "roadId", place.roadId(), "文件中没有这条道路。", "the file has no such road.");
                }
            }
            String parent = place.parentId();
            if (!parent.isEmpty() && (parent.equals(place.id()) || !within(place.kind()))) {
                fault(rows.getOrDefault(place.id(), 0L), place.id(), "parentId", parent, "只有小区、楼、标志物和兴趣点可以位于另一地点之内，且不能是它自己。",
                        "only a quarter, building, landmark or point of interest stands in another place, and none in itself.");
            } else if (!parent.isEmpty() && !ids.contains(parent)) {
                if (known.test(parent)) {
                    ids.add(parent);
                } else {
                    fault(rows.getOrDefault(place.id(), 0L), place.id(), "parentId", parent, "文件中没有这个所属地点。", "the file has no such place.");
                }
            }
        }
    }

    private static boolean within(PlaceKind kind) {
        return !kind.isArea() && kind != PlaceKind.ROAD && kind != PlaceKind.PLATE;
    }

    /// One row while it is read.
    private final class Row {

        private final long row;
        private final Map<String, String> cells;
        private final String id;

        Row(long row, Map<String, String> cells) {
            this.row = row;
            this.cells = cells;
            this.id = cell("id");
        }

        private String cell(String column) {
            String value = cells.get(column);
            return value == null ? "" : value.strip();
        }

        private String kept(String column) {
            return shared.computeIfAbsent(cell(column), value -> value);
        }

        private void wrong(String column, String zh, String en) {
            fault(row, id, column, cell(column), zh, en);
        }

        @Nullable Place place() {
            if (id.isEmpty()) {
                wrong("id", "缺少标识。", "the id is missing.");
            }
            Long before = rows.putIfAbsent(id, row);
            if (before != null && !id.isEmpty()) {
                wrong("id", "与第 " + before + " 行的标识重复。", "the id is that of row " + before + ".");
            }
            PlaceKind kind = PlaceKind.of(cell("kind")).orElse(null);
            if (kind == null) {
                wrong("kind", "不是地点类别（city、district、street、community、road、plate、quarter、building、landmark、poi）。", "this is no kind of place.");
                return null;
            }
            if (cell("name").isEmpty()) {
                wrong("name", "缺少名称。", "the name is missing.");
            }
            // Three digits alone are the serial part of the code: the rest is that of the area above.
            whole("streetCode", "regionCode", 6);
            whole("communityCode", "streetCode", 9);
            codes();
            String side = cell("plateSide").toUpperCase(Locale.ROOT);
            if (side.length() > 1 || !side.isEmpty() && "EWSN".indexOf(side.charAt(0)) < 0) {
                wrong("plateSide", "应为 E、W、S、N 或空。", "must be E, W, S, N or empty.");
                side = "";
            }
            double longitude = number("longitude");
            double latitude = number("latitude");
            position(longitude, latitude);
            Geometry geometry = shape(kind);
            double width = number("width");
            if (width < 0 || width > 500) {
                wrong("width", "路宽应在 0 到 500 米之间。", "a width lies between 0 and 500 meters.");
            }
            boolean located = !Double.isNaN(longitude) || geometry != null;
            if (!located && !kind.isArea() && kind != PlaceKind.ROAD && cell("wkt").isEmpty() && cell("longitude").isEmpty()) {
                wrong("longitude", "缺少坐标。", "there is no position.");
            }
            LocalDate from = date("validFrom");
            LocalDate to = date("validTo");
            if (from != null && to != null && to.isBefore(from)) {
                wrong("validTo", "早于 validFrom。", "lies before validFrom.");
            }
            List<String> aliases = Arrays.stream(cell("aliases").split("\\|")).map(String::strip).filter(alias -> !alias.isEmpty()).toList();
            return new Place(id, kind, cell("name"), cell("standardName"), aliases, kept("regionCode"), kept("streetCode"),
                    kept("communityCode"), kept("roadId"), cell("plateNumber"), side.isEmpty() ? ' ' : side.charAt(0), longitude, latitude,
                    geometry, width, from, to, kept("source"), kept("note")).in(kept("parentId"));
        }

        private void whole(String column, String above, int digits) {
            if (cell(column).length() == 3 && cell(above).length() == digits) {
                cells.put(column, cell(above) + cell(column));
            }
        }

        private void codes() {
            for (String column : List.of("regionCode", "streetCode", "communityCode")) {
                String code = cell(column);
                int most = column.equals("regionCode") ? 6 : column.equals("streetCode") ? 9 : 12;
                if (!code.isEmpty() && (!CODE.matcher(code).matches() || code.length() > most || most > 6 && code.length() < most)) {
                    wrong(column, "不是 " + most + " 位区划代码。", "is no division code of " + most + " digits.");
                    return;
                }
            }
            nested("streetCode", "regionCode");
            nested("communityCode", cell("streetCode").isEmpty() ? "regionCode" : "streetCode");
        }

        private void nested(String column, String above) {
            String code = cell(column);
            String parent = cell(above);
            String trimmed = parent.endsWith("00") && parent.length() == 6 ? parent.substring(0, 4) : parent;
            if (!code.isEmpty() && !parent.isEmpty() && !code.startsWith(trimmed) && !Codes.changed(code) && !Codes.changed(parent)) {
                wrong(column, "不在 " + above + " " + parent + " 之内。", "does not lie in " + above + " " + parent + ".");
            }
        }

        private double number(String column) {
            String value = cell(column);
            if (value.isEmpty()) {
                return Double.NaN;
            }
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            wrong(column, "不是数。", "is no number.");
            return Double.NaN;
        }

        private void position(double longitude, double latitude) {
            if (Double.isNaN(longitude) != Double.isNaN(latitude)) {
                if (cell("longitude").isEmpty() || cell("latitude").isEmpty()) {
                    wrong(Double.isNaN(longitude) ? "longitude" : "latitude", "经纬度只有一个。", "only one of the coordinates is there.");
                }
                return;
            }
            if (!Double.isNaN(longitude)) {
                check("longitude", longitude, latitude);
            }
        }

        private boolean check(String column, double longitude, double latitude) {
            if (latitude >= 73 && latitude <= 136 && longitude >= 3 && longitude <= 54) {
                wrong(column, "经度和纬度写反了，应经度在前。", "longitude and latitude are swapped.");
                return false;
            }
            if (longitude < 73 || longitude > 136 || latitude < 3 || latitude > 54) {
                wrong(column, "坐标不在中国范围内。", "the position does not lie in China.");
                return false;
            }
            return true;
        }

        private @Nullable LocalDate date(String column) {
            String value = cell(column);
            if (value.isEmpty()) {
                return null;
            }
            try {
                // A year or a month alone is its first day; as the end of a validity its last.
                boolean end = column.equals("validTo");
                return switch (value.length()) {
                    case 4 -> end ? LocalDate.parse(value + "-12-31") : LocalDate.parse(value + "-01-01");
                    case 7 -> end ? YearMonth.parse(value).atEndOfMonth() : YearMonth.parse(value).atDay(1);
                    default -> LocalDate.parse(value);
                };
            } catch (DateTimeException e) {
                wrong(column, "不是日期（年-月-日）。", "is no date (year-month-day).");
                return null;
            }
        }

        private @Nullable Geometry shape(PlaceKind kind) {
            String text = cell("wkt");
            if (text.isEmpty()) {
                return null;
            }
            Geometry shape;
            try {
                shape = shapes.read(text.regionMatches(true, 0, "SRID=", 0, 5) ? text.substring(text.indexOf(';') + 1) : text);
            } catch (ParseException | IllegalArgumentException e) {
                wrong("wkt", "不是合格的 WKT 图形。", "is no sound WKT.");
                return null;
            }
            if (shape.isEmpty()) {
                wrong("wkt", "图形是空的。", "the geometry is empty.");
                return null;
            }
            if (kind == PlaceKind.ROAD && shape.getDimension() != 1) {
                wrong("wkt", "道路应为线。", "a road must be a line.");
                return null;
            }
            if (kind.isArea() && shape.getDimension() == 1) {
                wrong("wkt", "区域应为面。", "an area must be a polygon.");
                return null;
            }
            for (Coordinate corner : shape.getCoordinates()) {
                if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y) || !check("wkt", corner.x, corner.y)) {
                    return null;
                }
            }
            if (shape.getDimension() == 2 && !shape.isValid()) {
                wrong("wkt", "面自相交或不闭合。", "the polygon crosses itself or is not closed.");
                return null;
            }
            return shape;
        }
    }
}
