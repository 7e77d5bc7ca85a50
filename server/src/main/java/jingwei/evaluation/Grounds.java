package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.Relation;
import jingwei.evaluation.sheet.Explanation;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.store.DrillTables;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 依据: from any number down to the cases that made it, with the formula and the counts in words, so that who is scored can
/// check it (EVA-04).
@Component
@Transactional(readOnly = true)
public class Grounds {

    private final Evaluation evaluation;
    private final Subjects subjects;
    private final DrillTables tables;

    Grounds(Evaluation evaluation, Subjects subjects, DrillTables tables) {
        this.evaluation = evaluation;
        this.subjects = subjects;
        this.tables = tables;
    }

    /// 一个数字的来历.
    ///
    /// @param value null where the denominator is zero
    /// @param words the formula with the numbers in it: `按期处置数 99 ÷ 应处置数 110 × 100 = 90.00`
    /// @param facts what is counted in the end
    public record Told(String indicator, String name, String code, String codeName, @Nullable BigDecimal value, String formula,
            List<String> words, List<Counted> facts) {
    }

    /// @param requirement the indicator or requirement the fact stands for
    @Schema(name = "EvaluationCount")
    public record Counted(String fact, String name, String requirement, BigDecimal count) {
    }

    public Told tell(Sheets.Version by, Subject subject, String code, Period period, String indicator) {
        Indicator one = indicator(by, subject, indicator);
        ResultTable table = evaluation.evaluate(by, subject, period);
        ResultTable.Line line = table.line(code).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-subject",
                Text.of("没有评价对象 " + code, "there is no " + subject.text().en() + " " + code),
                Text.of("请从结果表中选择", "choose from the table of results")).under("EVA-04").asException());
        List<Counted> counted = by.sheet().facts(one, subject).stream().map(fact -> new Counted(fact.word(), fact.text().zh(),
                fact.requirement(), line.counts().getOrDefault(fact.word(), BigDecimal.ZERO))).toList();
        return new Told(one.id(), one.name().zh(), code, line.name(), Evaluation.shown(one, line.values().get(one.id())), one.source(),
                new Explanation(by.sheet(), subject, line.counts(), period.months()).of(one), counted);
    }

    /// The rows behind a fact of an indicator, oldest first.
    public List<DrillTables.Ground> rows(Subject subject, String code, Period period, Fact fact, int offset, int size) {
        if (fact.count().relation() == Relation.MARKS) {
            return tables.rows(fact, subject, period, List.of(code), false, offset, size);
        }
        if (subject == Subject.CITY) {
            return tables.rows(fact, subject, period, null, false, offset, size);
        }
        boolean beats = fact == Fact.BEAT_FILED && (subject == Subject.COLLECTOR || subject == Subject.FIRM);
        return tables.rows(fact, subject, period, keys(subject, code, period, beats), beats, offset, size);
    }

    private List<String> keys(Subject subject, String code, Period period, boolean beats) {
        Subjects.Roll roll = subjects.roll(subject, period);
        List<Subjects.Pair> pairs = beats ? roll.beats() : roll.owners();
        if (pairs.isEmpty() && !beats) {
            return List.of(code);
        }
        List<String> keys = new ArrayList<>();
        pairs.stream().filter(pair -> pair.subject().equals(code)).map(Subjects.Pair::key).distinct().forEach(keys::add);
        return keys;
    }

    static Indicator indicator(Sheets.Version by, Subject subject, String id) {
        Indicator one = by.sheet().indicators().get(id);
        if (one == null || !one.subjects().contains(subject)) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-indicator",
                    Text.of("指标表 " + by.name() + " 中没有评价“" + subject.text().zh() + "”的指标 " + id,
                            "the sheet " + by.name() + " has no indicator " + id + " for a " + subject.text().en()),
                    Text.of("请查指标表", "see the sheet of indicators")).under("EVA-02").asException();
        }
        return one;
    }

    /// Names of facts for people.
    public static Map<String, String> words() {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            words.put(fact.word(), fact.text().zh());
        }
        return words;
    }
}
