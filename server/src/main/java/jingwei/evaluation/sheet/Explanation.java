package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import org.jspecify.annotations.Nullable;

/// 数字的说明: a formula in Chinese words with the numbers in it, and the same for every indicator it stands on.
public final class Explanation {

    private final IndicatorSheet sheet;
    private final Subject subject;
    private final Map<String, BigDecimal> counts;
    private final FormulaValue values;

    public Explanation(IndicatorSheet sheet, Subject subject, Map<String, BigDecimal> counts, BigDecimal months) {
        this.sheet = sheet;
        this.subject = subject;
        this.counts = counts;
        this.values = new FormulaValue(sheet, subject, counts, months);
    }

    /// The indicator first, then those inside it, each once.
    public List<String> of(Indicator indicator) {
        List<String> told = new ArrayList<>();
        List<String> waiting = new ArrayList<>(List.of(indicator.id()));
        for (int i = 0; i < waiting.size(); i++) {
            Indicator one = sheet.indicators().get(waiting.get(i));
            if (one != null && one.subjects().contains(subject)) {
                told.add(one.id() + " " + one.name().zh() + " = " + words(one.formula(), true) + " = " + number(one.kind(), values.of(one.id())));
                IndicatorSheet.needed(one.formula(), subject).stream().filter(id -> !waiting.contains(id)).forEach(waiting::add);
            }
        }
        return told;
    }

    private String words(Formula formula, boolean top) {
        return switch (formula) {
            case Formula.Number(BigDecimal value) -> value.toPlainString();
            case Formula.Counted(Fact fact) -> fact.text().zh() + " " + plain(counts.getOrDefault(fact.word(), BigDecimal.ZERO));
            case Formula.Cells cells -> "单元网格数 " + plain(counts.getOrDefault("cells", BigDecimal.ONE));
            case Formula.Other(String id) -> {
                Indicator one = sheet.indicators().get(id);
                yield one == null ? id : one.name().zh() + " " + number(one.kind(), values.of(id));
            }
            case Formula.Pair(char sign, Formula left, Formula right) -> {
                String both = words(left, sign == '*' || sign == '/') + " " + shown(sign) + " " + words(right, false);
                yield top ? both : "（" + both + "）";
            }
            case Formula.Extreme(boolean larger, Formula left, Formula right) -> (larger ? "取大（" : "取小（") + words(left, true) + "，"
                    + words(right, true) + "）";
            case Formula.Banded banded -> "分档（" + words(banded.of(), true) + (banded.perMonth() ? "，折合每月" : "") + "："
                    + banded.bands().stream().map(band -> plain(band.low()) + (band.high() == null ? " 以上" : "–" + plain(band.high()))
                            + " 得 " + plain(band.score())).collect(Collectors.joining("；")) + "）";
            case Formula.Weighted weighted -> weighted.parts().stream().map(part -> {
                Formula chosen = FormulaValue.chosen(sheet, subject, part);
                boolean missing = values.of(chosen) == null;
                return words(chosen, false) + (missing ? "（不适用" + zero() + "）" : "") + " × " + plain(part.weight()) + "%";
            }).collect(Collectors.joining(" + "));
        };
    }

    private String zero() {
        return switch (sheet.zero()) {
            case FULL -> "，按 100 计";
            case SPREAD -> "，权重分给其余各项";
            case NONE -> "，不出综合值";
        };
    }

    private static String number(Indicator.Kind kind, @Nullable BigDecimal value) {
        return value == null ? "不适用" : kind == Indicator.Kind.BASE && value.stripTrailingZeros().scale() <= 0 ? plain(value)
                : String.valueOf(FormulaValue.shown(value));
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }

    private static char shown(char sign) {
        return switch (sign) {
            case '*' -> '×';
            case '/' -> '÷';
            case '-' -> '−';
            default -> sign;
        };
    }
}
