package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import org.jspecify.annotations.Nullable;

/// 公式的值 in Java: for worked examples and for telling a number in words. Empty where a denominator is zero.
public final class FormulaValue {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final IndicatorSheet sheet;
    private final Subject subject;
    private final Map<String, BigDecimal> given;
    private final BigDecimal months;
    private final Map<String, @Nullable BigDecimal> known = new HashMap<>();

    /// @param given values by indicator id or fact word; facts that are not given are zero
    /// @param months length of the period for bands by the month
    public FormulaValue(IndicatorSheet sheet, Subject subject, Map<String, BigDecimal> given, BigDecimal months) {
        this.sheet = sheet;
        this.subject = subject;
        this.given = Map.copyOf(given);
        this.months = months;
    }

    public @Nullable BigDecimal of(String id) {
        if (given.containsKey(id)) {
            return given.get(id);
        }
        if (!known.containsKey(id)) {
            Indicator indicator = sheet.indicators().get(id);
            known.put(id, indicator == null || !indicator.subjects().contains(subject) ? null : of(indicator.formula()));
        }
        return known.get(id);
    }

    public @Nullable BigDecimal of(Formula formula) {
        return switch (formula) {
            case Formula.Number(BigDecimal value) -> value;
            case Formula.Counted(Fact fact) -> given.getOrDefault(fact.word(), BigDecimal.ZERO);
            case Formula.Cells cells -> given.getOrDefault("cells", BigDecimal.ONE);
            case Formula.Other(String id) -> of(id);
            case Formula.Pair(char sign, Formula left, Formula right) -> pair(sign, of(left), of(right));
            case Formula.Extreme(boolean larger, Formula left, Formula right) -> extreme(larger, of(left), of(right));
            case Formula.Banded banded -> band(banded, of(banded.of()));
            case Formula.Weighted weighted -> weighted(weighted);
        };
    }

    /// Two decimals, half up, as figures are published.
    public static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal pair(char sign, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        return switch (sign) {
            case '+' -> a.add(b);
            case '-' -> a.subtract(b);
            case '*' -> a.multiply(b);
            default -> b.signum() == 0 ? null : a.divide(b, PRECISION);
        };
    }

    private static @Nullable BigDecimal extreme(boolean larger, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : larger ? a.max(b) : a.min(b);
    }

    private @Nullable BigDecimal band(Formula.Banded banded, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal compared = banded.perMonth() ? value.divide(months, PRECISION) : value;
        return banded.bands().stream().filter(band -> band.high() == null || compared.compareTo(band.high()) <= 0).findFirst()
                .map(Formula.Band::score).orElse(null);
    }

    private @Nullable BigDecimal weighted(Formula.Weighted weighted) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Formula.Part part : weighted.parts()) {
            BigDecimal value = of(chosen(sheet, subject, part));
            if (value == null && sheet.zero() == IndicatorSheet.Zero.NONE) {
                return null;
            }
            if (value == null && sheet.zero() == IndicatorSheet.Zero.FULL) {
                value = HUNDRED;
            }
            if (value != null) {
                sum = sum.add(value.multiply(part.weight()));
                weights = weights.add(part.weight());
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, PRECISION);
    }

    /// The first choice of a part that is reckoned for the subject.
    static Formula chosen(IndicatorSheet sheet, Subject subject, Formula.Part part) {
        return part.choices().stream().filter(choice -> choice.all().allMatch(inner -> !(inner instanceof Formula.Other(String id))
                || sheet.indicators().containsKey(id) && sheet.indicators().get(id).subjects().contains(subject)))
                .findFirst().orElse(part.choices().getFirst());
    }

}
