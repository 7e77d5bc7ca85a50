package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import org.jspecify.annotations.Nullable;

/// 指标表: a whole sheet that holds together: its rules, grades, indicators and worked examples (EVA-02, EVA-03).
///
/// @param zero what a rate without a denominator is worth in a composite
public record IndicatorSheet(String name, String title, Zero zero, List<Grade> grades, Map<String, Indicator> indicators,
        List<Example> examples) {

    /// 分母为零: nothing was due.
    public enum Zero {
        /// counts as 100
        FULL,
        /// its weight is shared by the other parts
        SPREAD,
        /// there is no composite value
        NONE
    }

    /// 等级. @param least the least score of the grade, inside
    public record Grade(String letter, BigDecimal least, String word, String color, String pattern) {
    }

    /// 算例: given values and what must come of them.
    public record Example(Subject subject, Map<String, BigDecimal> given, Map<String, BigDecimal> expected,
            @Nullable String grade, int line) {

        public Example {
            given = Map.copyOf(given);
            expected = Map.copyOf(expected);
        }
    }

    public IndicatorSheet {
        grades = List.copyOf(grades);
        indicators = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
        examples = List.copyOf(examples);
    }

    /// The indicators of a subject, each after those it needs.
    public List<Indicator> of(Subject subject) {
        Set<Indicator> ordered = new LinkedHashSet<>();
        indicators.values().stream().filter(one -> one.subjects().contains(subject))
                .forEach(one -> place(one, subject, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    /// The composite of a subject, by which it is graded and ranked.
    public Optional<Indicator> composite(Subject subject) {
        return indicators.values().stream().filter(one -> one.kind() == Indicator.Kind.COMPOSITE
                && one.subjects().contains(subject)).findFirst();
    }

    /// The facts an indicator counts in the end.
    public List<Fact> facts(Indicator indicator, Subject subject) {
        Set<Indicator> ordered = new LinkedHashSet<>();
        place(indicator, subject, ordered, new LinkedHashSet<>());
        return ordered.stream().flatMap(one -> one.formula().all())
                .flatMap(part -> part instanceof Formula.Counted(Fact fact) ? java.util.stream.Stream.of(fact) : java.util.stream.Stream.empty())
                .distinct().toList();
    }

    /// 等级 of a score that was rounded already.
    public Optional<Grade> grade(BigDecimal score) {
        return grades.stream().filter(grade -> score.compareTo(grade.least()) >= 0).findFirst();
    }

    private void place(Indicator one, Subject subject, Set<Indicator> ordered, Set<String> above) {
        if (ordered.contains(one) || !above.add(one.id())) {
            return;
        }
        for (String id : needed(one.formula(), subject)) {
            Indicator other = indicators.get(id);
            if (other != null && other.subjects().contains(subject)) {
                place(other, subject, ordered, above);
            }
        }
        ordered.add(one);
    }

    static List<String> needed(Formula formula, Subject subject) {
        List<String> ids = new ArrayList<>();
        formula.all().forEach(part -> {
            if (part instanceof Formula.Other(String id)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
