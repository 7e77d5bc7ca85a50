package jingwei.casework.history;

import java.time.Instant;
import java.util.UUID;
import jingwei.casework.ReportSource;
import jingwei.process.Stage;
import org.jspecify.annotations.Nullable;

/// 案件所在: where a case stands after its last act, as far as a map or a counter asks: place, state, unit, and the two
/// moments at which its light turns. Words and people are left out, so nothing here needs hiding.
///
/// @param collector  post with an open field task
/// @param held       clocks stand still
/// @param yellow     when the light of the leading clock turns yellow; null where none runs
/// @param due        when that clock is used up
/// @param ended      when the case came into a final state; null while open
public record CaseStand(UUID id, String number, String state, Stage stage, int round, boolean trial, ReportSource source,
        String classCode, @Nullable String unit, @Nullable String collector, String cell, String community, String street,
        String district, @Nullable String dutyGrid, double longitude, double latitude, boolean held, int openOrders,
        Instant begun, Instant since, @Nullable Instant yellow, @Nullable Instant due, @Nullable Instant ended) {
}
