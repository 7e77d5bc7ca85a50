package jingwei.geocoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jingwei.geocoding.places.PlaceFile;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.file.RecordReader;
import jingwei.survey.file.SurveyFiles;
import jingwei.survey.file.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// 空间文件中的地点: reads places from GeoJSON, a zipped Shapefile or GeoPackage; columns as in the places file, shapes as they are drawn.
///
/// Column names count without regard to case and, as Shapefile cuts them, by their first ten letters.
final class PlaceShapes {

    private static final int SHAPEFILE_NAME = 10;

    private PlaceShapes() {
    }

    /// @param name tells the format where the bytes do not
    static PlaceFile.Read read(byte[] bytes, String name, Predicate<String> known) {
        @Nullable Path folder = null;
        try {
            folder = Files.createTempDirectory("places");
            Path file = Files.write(folder.resolve("places.given"), bytes);
            List<Map<String, String>> rows = new ArrayList<>();
            try (RecordReader reader = SurveyFiles.open(file, name, Files.createDirectory(folder.resolve("parts")), SurveyFiles.Reading.USUAL)) {
                CoordinateSystem system = reader.system().map(CoordinateSystem::of).orElse(CoordinateSystem.CGCS2000);
                Conversion conversion = Conversion.of(system, Map.of());
                for (SurveyRecord record = reader.next(); record != null; record = reader.next()) {
                    rows.add(cells(record, conversion));
                }
            }
            return PlaceFile.records(rows, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(folder);
        }
    }

    private static Map<String, String> cells(SurveyRecord record, Conversion conversion) {
        Map<String, String> cells = new HashMap<>();
        record.attributes().forEach((column, value) -> cells.put(column(column), value));
        if (record.flaw() != null) {
            cells.put(PlaceFile.FLAW, record.flaw());
            return cells;
        }
        Geometry given = record.geometry();
        if (given != null && !given.isEmpty()) {
            Geometry shape = conversion.system().equals(CoordinateSystem.CGCS2000) ? given : conversion.toDegrees(given);
            if (shape.getDimension() == 0) {
                Coordinate at = shape.getCoordinate();
                cells.put("longitude", String.valueOf(at.x));
                cells.put("latitude", String.valueOf(at.y));
            } else {
                cells.put("wkt", shape.toText());
            }
        }
        return cells;
    }

    private static String column(String given) {
        String lower = given.strip().toLowerCase(Locale.ROOT);
        return PlaceFile.COLUMNS.stream().filter(column -> {
            String known = column.toLowerCase(Locale.ROOT);
            return known.equals(lower) || lower.length() == SHAPEFILE_NAME && known.startsWith(lower);
        }).findFirst().orElse(given);
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
