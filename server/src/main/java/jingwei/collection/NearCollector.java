package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 就近采集员: a collector as a desk wants to know him before sending him to a case (ACC-05, ACQ-26).
///
/// @param sameDutyGrid     the case lies in a duty grid he serves
/// @param distanceMetres   straight distance from his last position; null where it is unknown
/// @param lastSeen         when he was seen there
/// @param openTasks        tasks he has already
/// @param reportedThisCase he reported this case himself: another one had better check it
@Schema(name = "NearCollector")
public record NearCollector(@Schema(example = "collector-2") String post, @Nullable UUID person, @Nullable String name,
        boolean onDuty, boolean sameDutyGrid, @Schema(example = "180") @Nullable Integer distanceMetres,
        @Nullable Instant lastSeen, int openTasks, boolean reportedThisCase) {
}
