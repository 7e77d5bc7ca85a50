package jingwei.evaluation.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jingwei.evaluation.Subject;
import jingwei.standards.Text;

/// 指标: one line of a sheet with its formula.
///
/// @param id           `DP-R02`
/// @param subjects     what it is reckoned for
/// @param source       the formula as written, for people
/// @param higherBetter whether a higher value ranks first
/// @param line         line of the sheet
public record Indicator(String id, Text name, Kind kind, Set<Subject> subjects, Formula formula, String source,
        boolean higherBetter, int line) {

    /// 基本指标, 比率指标, 分值, 综合指标值.
    public enum Kind {
        BASE, RATIO, SCORE, COMPOSITE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Indicator {
        subjects = Set.copyOf(subjects);
    }
}
