package jingwei.citizen;

import java.time.Instant;
import jingwei.grid.GeoPoint;
import jingwei.standards.ClassCode;
import org.jspecify.annotations.Nullable;

/// 公开的进展: a report with what is public about its case, without anybody's identity.
///
/// @param client   `page`, or the client that brought it
/// @param unit     name of the lead unit
/// @param expected when the unit is to have handled it; null before it is given to one
public record Followed(Progress progress, String client, ClassCode classCode, GeoPoint point, @Nullable String unit, Instant madeAt,
        @Nullable Instant expected, boolean ended) {
}
