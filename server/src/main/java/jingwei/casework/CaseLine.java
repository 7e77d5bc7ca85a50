package jingwei.casework;

import java.time.Instant;
import java.util.UUID;
import jingwei.casework.clock.Light;
import jingwei.casework.clock.TimeLeft;
import jingwei.process.Stage;
import org.jspecify.annotations.Nullable;

/// 案件列表的一行: what a list and a map show of a case.
///
/// @param left        what is left of the running clock, or over, in its own kind of time; null where none runs
/// @param light       the light now; null where no clock runs
/// @param provisional the due moment reaches into a year without holidays loaded
public record CaseLine(UUID id, CaseNumber number, String state, Stage stage, int version, int round, boolean trial,
        ReportSource source, String classCode, String description, String address, double longitude, double latitude,
        String unitGrid, @Nullable String unit, @Nullable String collector, @Nullable String petition, int openOrders,
        boolean held, Instant begunAt, Instant since, @Nullable Instant due,
        @Nullable TimeLeft left, @Nullable Light light,
        boolean provisional) {
}
