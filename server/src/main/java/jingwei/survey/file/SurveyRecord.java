package jingwei.survey.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// 记录: one row of a file, as given.
///
/// @param number     counted from 1
/// @param geometry   in the file's own system, two dimensions; null where the row has none
/// @param attributes text by column name; an empty cell is not there
/// @param flaw       what was wrong with the shape, to be told; null where nothing was
public record SurveyRecord(long number, @Nullable Geometry geometry, Map<String, String> attributes, @Nullable String flaw) {

    public SurveyRecord(long number, @Nullable Geometry geometry, Map<String, String> attributes) {
        this(number, geometry, attributes, null);
    }
}
