package jingwei.situation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// 区县数据: what another platform sent of itself by letter. A city sees its counties by this and by nothing else (HOUSE 10, CMD-09).
///
/// @param platform its code
/// @param region   its GB/T 2260 code
/// @param asOf     moment the figures speak of, in the sender's business time
/// @param figures  by the words of {@link jingwei.situation.follow.Milestone} and `open`, `red`, `yellow`
/// @param cases    cases it shares, with their places; empty where it shares none
public record CountyFigures(String platform, String name, String region, Instant asOf, Map<String, Long> figures,
        List<SharedCase> cases) {

    public CountyFigures {
        figures = Map.copyOf(figures);
        cases = List.copyOf(cases);
    }

    /// 共享案件. @param light `GREEN`, `YELLOW`, `RED`, or empty where no clock runs
    public record SharedCase(String number, String stage, String light, double longitude, double latitude) {
    }
}
