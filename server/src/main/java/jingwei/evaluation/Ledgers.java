package jingwei.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.store.DrillTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 台账 (EVA-08): returned, annulled, extended, held and reworked cases of a period, each with its share of the filed.
@Component
@Transactional(readOnly = true)
public class Ledgers {

    private static final Set<Fact> KEPT = EnumSet.of(Fact.RETURNS, Fact.ANNULLED, Fact.EXTENDED, Fact.EVER_HELD, Fact.REWORKED,
            Fact.EVASIONS, Fact.LATE_RETURNS, Fact.DECLINED, Fact.NOT_FILED, Fact.APPEALS_GRANTED);
    private static final int LINES = 1_000;

    private final DrillTables tables;
    private final Statistics statistics;
    private final Sheets sheets;
    private final Reader reader;

    Ledgers(DrillTables tables, Statistics statistics, Sheets sheets, Reader reader) {
        this.tables = tables;
        this.statistics = statistics;
        this.sheets = sheets;
        this.reader = reader;
    }

    /// @param share percent of the filed cases; null where none was filed
    /// @param cut   there are more lines than are answered
    public record Ledger(String name, BigDecimal count, @Nullable BigDecimal share, List<DrillTables.Ground> lines, boolean cut) {
    }

    /// A unit sees its own lines, and the counts of all.
    public Map<String, Ledger> of(Period period, Reader.Speaker speaker) {
        List<String> words = new java.util.ArrayList<>(KEPT.stream().map(Fact::word).toList());
        words.add(Fact.FILED.word());
        Map<String, @Nullable BigDecimal> counts = statistics.ask(sheets.inForce(period), List.of(), words, Map.of(), period).lines().stream()
                .findFirst().map(Statistics.Line::values).orElse(Map.of());
        BigDecimal filed = counts.getOrDefault(Fact.FILED.word(), BigDecimal.ZERO);
        List<String> units = speaker.handles() ? reader.ownUnits(speaker) : null;
        Map<String, Ledger> ledgers = new LinkedHashMap<>();
        for (Fact fact : KEPT) {
            BigDecimal count = counts.getOrDefault(fact.word(), BigDecimal.ZERO);
            List<DrillTables.Ground> lines = tables.rows(fact, units == null ? Subject.CITY : Subject.UNIT, period, units, false, 0, LINES + 1);
            ledgers.put(fact.word(), new Ledger(fact.text().zh(), count, filed.signum() == 0 ? null
                    : count.multiply(BigDecimal.valueOf(100)).divide(filed, 2, RoundingMode.HALF_UP),
                    lines.subList(0, Math.min(LINES, lines.size())), lines.size() > LINES));
        }
        return ledgers;
    }
}
