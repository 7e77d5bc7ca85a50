package jingwei.citizen;

import java.time.Instant;
import jingwei.grid.GeoPoint;
import jingwei.standards.ClassCode;
import org.jspecify.annotations.Nullable;

/// 公开的进展: a report with what is public about its case, without anybody's identity.
///
/// @param unit name of the lead unit
public record Followed(Progress progress, ClassCode classCode, GeoPoint point, @Nullable String unit, Instant madeAt,
        boolean ended) {
}
