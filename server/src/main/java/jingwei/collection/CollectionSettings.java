package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// 采集设置: what a platform decides for its collectors (device.md chapter 7).
///
/// @param intervalSeconds   位置上报间隔
/// @param retentionDays     轨迹保留天数, 400 at most
/// @param onlyInGrid        只许在责任网格内签到
/// @param onlyInShift       只许在班次内签到
/// @param photosLeast       at least so many photos a report
/// @param photosMost        at most
/// @param mediaWaitMinutes  how long a form waits for its photos
/// @param photoAgeMinutes   a photo older than that is marked
/// @param farMeters         a report farther than that from the track is marked
/// @param coarseMeters      a fix worse than that counts for nothing
/// @param lowestVersion     lowest version of the app (ACQ-27)
/// @param centerPhone       number of the one-key call (ACQ-22)
@Schema(name = "CollectionSettings")
public record CollectionSettings(@Schema(example = "30") int intervalSeconds, @Schema(example = "90") int retentionDays,
        boolean onlyInGrid, boolean onlyInShift, @Schema(example = "1") int photosLeast,
        @Schema(example = "5") int photosMost, @Schema(example = "120") int mediaWaitMinutes,
        @Schema(example = "30") int photoAgeMinutes, @Schema(example = "300") int farMeters,
        @Schema(example = "200") int coarseMeters, @Schema(example = "1.0.0") String lowestVersion,
        @Schema(example = "0379-12319") @Nullable String centerPhone) {

    public static final CollectionSettings STANDARD =
            new CollectionSettings(30, 90, false, false, 1, 5, 120, 30, 300, 200, "1.0.0", null);

    public Duration mediaWait() {
        return Duration.ofMinutes(mediaWaitMinutes);
    }
}
