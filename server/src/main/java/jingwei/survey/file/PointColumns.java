package jingwei.survey.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// 坐标列: finds the columns of a table that hold a place, and makes the shape of a row.
///
/// @param x   column of the easting or longitude; null where there is none
/// @param wkt column of a shape as text; null where there is none
record PointColumns(@Nullable String x, @Nullable String y, @Nullable String wkt) {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Set<String> X = Set.of("longitude", "lon", "lng", "x", "经度", "东坐标", "x坐标", "横坐标");
    private static final Set<String> Y = Set.of("latitude", "lat", "y", "纬度", "北坐标", "y坐标", "纵坐标");
    private static final Set<String> WKT = Set.of("wkt", "geometry", "geom", "图形");

    static PointColumns of(List<String> columns, SurveyFiles.Reading how) {
        return new PointColumns(how.x() != null ? how.x() : first(columns, X), how.y() != null ? how.y() : first(columns, Y),
                first(columns, WKT));
    }

    private static @Nullable String first(List<String> columns, Set<String> names) {
        return columns.stream().filter(column -> names.contains(column.strip().toLowerCase(java.util.Locale.ROOT))).findFirst()
                .orElse(null);
    }

    SurveyRecord record(long number, Map<String, String> cells) {
        String shape = wkt == null ? null : cells.remove(wkt);
        if (shape != null) {
            try {
                return new SurveyRecord(number, new WKTReader(SHAPES).read(shape), cells);
            } catch (ParseException | IllegalArgumentException e) {
                return new SurveyRecord(number, null, cells, "图形读不出 the shape cannot be read");
            }
        }
        String east = x == null ? null : cells.remove(x);
        String north = y == null ? null : cells.remove(y);
        if (east == null && north == null) {
            return new SurveyRecord(number, null, cells);
        }
        try {
            double dx = Double.parseDouble(east == null ? "" : east);
            double dy = Double.parseDouble(north == null ? "" : north);
            if (Double.isFinite(dx) && Double.isFinite(dy)) {
                return new SurveyRecord(number, SHAPES.createPoint(new Coordinate(dx, dy)), cells);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        return new SurveyRecord(number, null, cells, "坐标不是数：" + east + "，" + north + " no numbers");
    }
}
