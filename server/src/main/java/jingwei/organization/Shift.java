package jingwei.organization;

import java.time.LocalTime;

/// 班次: a stretch of the day in Beijing time; one that does not end after its start runs over midnight.
///
/// @param starts first minute
/// @param ends   the minute after the last; equal to `starts` for the whole day round
public record Shift(String id, String name, LocalTime starts, LocalTime ends) {

    boolean overMidnight() {
        return !ends.isAfter(starts);
    }
}
