package jingwei.casework.clock;

import java.time.Instant;

/// 挂账: the clocks stand still since a moment, until a review date at the latest (A7).
public record Hold(Instant since, Instant until) {
}
