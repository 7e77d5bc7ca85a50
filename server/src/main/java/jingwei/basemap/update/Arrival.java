package jingwei.basemap.update;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One record of an update, its shape in CGCS2000 degrees and as it was given.
///
/// @param degrees null where the record has no shape
/// @param system  word of the system given; null where it was CGCS2000 degrees
record Arrival(long number, @Nullable Geometry degrees, @Nullable Geometry given, @Nullable String system,
        Map<String, String> attributes) {

    /// The first of these columns that is filled.
    @Nullable String text(List<String> columns) {
        for (String column : columns) {
            String text = attributes.get(column);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
