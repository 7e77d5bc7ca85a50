package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 考勤: one stretch of duty of a collector's post, from signing in to signing out (ACQ-17).
///
/// @param shift       name of the shift; null outside every shift
/// @param inGrid      the point of signing in lies in his own duty grids
/// @param validUntil  the latest moment it counts without a signing out
/// @param signedOutAt null while on duty
/// @param outBy       SELF, TERM (the shift was over) or CENTER
/// @param resting     on a break now
/// @param clockSkew   seconds the phone's clock was ahead at signing in
@Schema(name = "Attendance")
public record Attendance(UUID id, String post, UUID person, @Nullable String shift, List<String> dutyGrids,
        Instant signedInAt, @Nullable GeoPoint in, boolean inGrid, Instant validUntil, @Nullable Instant signedOutAt,
        @Nullable String outBy, boolean resting, int clockSkew) {

    public Attendance {
        dutyGrids = List.copyOf(dutyGrids);
    }

    /// On duty at that moment, resting or not.
    public boolean covers(Instant at) {
        return !at.isBefore(signedInAt) && at.isBefore(signedOutAt == null ? validUntil : signedOutAt);
    }
}
