package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 采集员现状: who holds a collector's post, whether he is on duty, and where he was seen last.
///
/// @param state      在岗、休息 or 离岗
/// @param signal     whether his position is known now: a gap is unknown and says nothing about where he is
/// @param dutyGrids  code of the duty grids he serves now
/// @param longitude  last usable position of this duty; null where there is none
/// @param lastSeen   when that was
/// @param battery    percent
/// @param openTasks  open tasks to verify and check
@Schema(name = "CollectorState")
public record CollectorState(@Schema(example = "collector-1") String post, String postName, @Nullable UUID person,
        @Nullable String name, @Nullable String phone, State state, Signal signal, @Nullable String shift,
        @Nullable Instant signedInAt, List<String> dutyGrids, @Nullable Double longitude, @Nullable Double latitude,
        @Nullable Double accuracy, @Nullable Instant lastSeen, @Nullable Double battery, int openTasks) {

    /// 在岗状态.
    public enum State {
        ON_DUTY, ON_BREAK, OFF_DUTY
    }

    /// 信号.
    public enum Signal {
        FRESH, UNKNOWN, NONE
    }

    public CollectorState {
        dutyGrids = List.copyOf(dutyGrids);
    }
}
