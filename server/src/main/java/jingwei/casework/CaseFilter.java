package jingwei.casework;

import java.time.Instant;
import jingwei.casework.clock.Light;
import jingwei.process.Stage;
import org.jspecify.annotations.Nullable;

/// 组合查询 (ACC-16): any field, period, stage, source, class, area, map window; every field given narrows the answer.
///
/// @param text      words of description or address, two characters or more
/// @param region    district, subdistrict or community code, by its length; or a unit grid code
/// @param dutyGrid  责任网格
/// @param unit      lead unit
/// @param collector collector's post with an open task
/// @param light     light of the running clock now
/// @param held      on hold
/// @param petition  with a pending petition: `return`, `extension`, `hold`
/// @param owed      with an order that waits for an answer
/// @param reworked  in a second or later round
/// @param open      open or ended
/// @param begunFrom begun at or after
/// @param begunTo   begun before
/// @param dueTo     due before
/// @param box       map window `west,south,east,north` in degrees
/// @param actedBy   a post that performed an act on it
public record CaseFilter(@Nullable String number, @Nullable String text, @Nullable String state, @Nullable Stage stage,
        @Nullable ReportSource source, @Nullable String classCode, @Nullable String region, @Nullable String dutyGrid,
        @Nullable String unit, @Nullable String collector, @Nullable String component, @Nullable String phone,
        @Nullable String foreignNumber, @Nullable Light light, @Nullable Boolean held, @Nullable String petition,
        @Nullable Boolean owed, @Nullable Boolean reworked, @Nullable Boolean trial, @Nullable Boolean open,
        @Nullable Instant begunFrom, @Nullable Instant begunTo, @Nullable Instant filedFrom, @Nullable Instant filedTo,
        @Nullable Instant endedFrom, @Nullable Instant endedTo, @Nullable Instant dueTo, double @Nullable [] box,
        @Nullable String actedBy) {

    /// Everything.
    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
