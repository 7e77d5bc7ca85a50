package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.evaluation.sheet.Indicator;
import org.jspecify.annotations.Nullable;

/// 评价结果: one kind of subject in one period by one sheet.
///
/// @param sheetVersion 0 for the standard's own sheet
/// @param indicators   in the order in which they are reckoned
/// @param lines        by rank, the unranked last
public record ResultTable(Subject subject, Period period, String sheet, int sheetVersion, List<Indicator> indicators,
        List<Line> lines) {

    public ResultTable {
        indicators = List.copyOf(indicators);
        lines = List.copyOf(lines);
    }

    /// 一个对象的结果.
    ///
    /// @param values exact values by indicator; an indicator whose denominator is zero is there with null (不适用)
    /// @param counts by fact, and `cells`
    /// @param grade  null where there is no composite
    /// @param rank   place by composite; equal values share it; null where nothing was counted
    @Schema(name = "EvaluatedLine")
    public record Line(String code, String name, boolean inForce, Map<String, @Nullable BigDecimal> values,
            Map<String, BigDecimal> counts, @Nullable String grade, @Nullable Integer rank) {

        public Line {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /// Whether anything at all was counted.
        public boolean counted() {
            return counts.entrySet().stream().anyMatch(each -> !each.getKey().equals("cells") && each.getValue().signum() != 0);
        }

        boolean counted(String fact) {
            BigDecimal count = counts.get(fact);
            return count != null && count.signum() != 0;
        }

        Line ranked(@Nullable Integer place) {
            return new Line(code, name, inForce, values, counts, grade, place);
        }
    }

    public Optional<Line> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }
}
