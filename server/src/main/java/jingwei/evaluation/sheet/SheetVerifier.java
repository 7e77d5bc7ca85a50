package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jingwei.evaluation.Subject;
import jingwei.standards.SheetFault;
import jingwei.standards.Text;

/// 校验指标表: no cycle, nothing unknown, weights of 100, bands and grades without hole and overlap, and every example holds.
final class SheetVerifier {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final IndicatorSheet sheet;
    private final List<SheetFault> faults = new ArrayList<>();

    private SheetVerifier(IndicatorSheet sheet) {
        this.sheet = sheet;
    }

    static List<SheetFault> verify(IndicatorSheet sheet) {
        SheetVerifier verifier = new SheetVerifier(sheet);
        verifier.grades();
        sheet.indicators().values().forEach(verifier::indicator);
        sheet.indicators().values().forEach(verifier::cycle);
        if (verifier.faults.isEmpty()) {
            sheet.examples().forEach(verifier::example);
        }
        return verifier.faults;
    }

    private void grades() {
        for (int i = 1; i < sheet.grades().size(); i++) {
            if (sheet.grades().get(i).least().compareTo(sheet.grades().get(i - 1).least()) >= 0) {
                fault(0, sheet.grades().get(i).letter(), "grades-overlap", "等级 " + sheet.grades().get(i).letter() + " 与上一等级重叠",
                        "the grade " + sheet.grades().get(i).letter() + " overlaps the one above");
            }
        }
        if (sheet.grades().isEmpty() || sheet.grades().getLast().least().signum() != 0) {
            fault(0, "", "grades-incomplete", "等级须从高到低写全，最低一级从 0 起", "the grades go down to 0");
        }
    }

    private void indicator(Indicator one) {
        one.formula().all().forEach(part -> {
            switch (part) {
                case Formula.Other(String id) -> known(one, id);
                case Formula.Banded banded -> bands(one, banded.bands());
                case Formula.Weighted weighted -> weights(one, weighted);
                case Formula.Pair(char sign, Formula left, Formula.Number(BigDecimal value)) when sign == '/'
                        && value.signum() == 0 -> fault(one.line(), one.id(), "division-by-zero", "公式除以 0", "the formula divides by 0");
                case Formula.Pair pair -> {
                    // its parts are asked by themselves
                }
                case Formula.Extreme extreme -> {
                    // its parts are asked by themselves
                }
                case Formula.Number number -> {
                    // always good
                }
                case Formula.Counted counted -> {
                    // known, or it could not have been read
                }
                case Formula.Cells cells -> {
                    if (one.subjects().stream().anyMatch(subject -> !subject.isArea())) {
                        fault(one.line(), one.id(), "cells-of-no-area", "只有区域才有单元网格数", "only areas have a number of cells");
                    }
                }
            }
        });
        if (one.kind() == Indicator.Kind.BASE && one.formula().all().anyMatch(Formula.Weighted.class::isInstance)) {
            fault(one.line(), one.id(), "base-of-parts", "基本指标不能加权合成", "a base indicator is no composite");
        }
    }

    private void known(Indicator one, String id) {
        Indicator other = sheet.indicators().get(id);
        if (other == null) {
            fault(one.line(), one.id(), "unknown-indicator", "没有指标 " + id, "there is no indicator " + id);
            return;
        }
        boolean choice = one.formula() instanceof Formula.Weighted;
        Set<Subject> without = new HashSet<>(one.subjects());
        without.removeAll(other.subjects());
        if (!choice && !without.isEmpty()) {
            fault(one.line(), one.id(), "subject-without", id + " 不评价“" + without.iterator().next().text().zh() + "”",
                    id + " is not reckoned for " + without.iterator().next().text().en());
        }
    }

    private void bands(Indicator one, List<Formula.Band> bands) {
        if (bands.getFirst().low().signum() != 0) {
            fault(one.line(), one.id(), "bands-incomplete", "分档须从 0 起", "the bands begin at 0");
        }
        for (int i = 0; i < bands.size(); i++) {
            BigDecimal high = bands.get(i).high();
            boolean last = i == bands.size() - 1;
            if (last != (high == null)) {
                fault(one.line(), one.id(), last ? "bands-incomplete" : "bands-overlap", last ? "最后一档须写作“n+”" : "分档重叠：“+”只能在最后一档",
                        last ? "the last band is written n+" : "bands overlap: only the last has no upper bound");
            } else if (!last && high != null && bands.get(i + 1).low().compareTo(high) <= 0) {
                fault(one.line(), one.id(), "bands-overlap", "分档重叠：" + high + " 与 " + bands.get(i + 1).low(),
                        "bands overlap: " + high + " and " + bands.get(i + 1).low());
            } else if (!last && high != null && bands.get(i + 1).low().subtract(high).compareTo(BigDecimal.ONE) > 0) {
                fault(one.line(), one.id(), "bands-gap", "分档之间有空：" + high + " 与 " + bands.get(i + 1).low(),
                        "a hole between the bands: " + high + " and " + bands.get(i + 1).low());
            }
        }
    }

    private void weights(Indicator one, Formula.Weighted weighted) {
        BigDecimal sum = weighted.parts().stream().map(Formula.Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            fault(one.line(), one.id(), "weights-sum", "权重合计为 " + sum.stripTrailingZeros().toPlainString() + "%，应为 100%",
                    "the weights sum to " + sum.stripTrailingZeros().toPlainString() + " %, not to 100 %");
        }
    }

    private void cycle(Indicator one) {
        if (reaches(one.id(), one.id(), new HashSet<>())) {
            fault(one.line(), one.id(), "cycle", "指标 " + one.id() + " 的公式绕回到自己", "the formula of " + one.id() + " leads back to itself");
        }
    }

    private boolean reaches(String from, String wanted, Set<String> seen) {
        Indicator one = sheet.indicators().get(from);
        if (one == null || !seen.add(from)) {
            return false;
        }
        return one.formula().all().anyMatch(part -> part instanceof Formula.Other(String id)
                && (id.equals(wanted) || reaches(id, wanted, seen)));
    }

    private void example(IndicatorSheet.Example example) {
        FormulaValue values = new FormulaValue(sheet, example.subject(), example.given(), BigDecimal.ONE);
        example.expected().forEach((id, wanted) -> {
            BigDecimal found = FormulaValue.shown(values.of(id));
            if (found == null || found.compareTo(wanted) != 0) {
                fault(example.line(), id, "example-fails", "算例中 " + id + " 应为 " + wanted + "，算得 " + (found == null ? "无" : found),
                        "in the example " + id + " should be " + wanted + " and is " + (found == null ? "nothing" : found));
            }
        });
        if (example.grade() != null) {
            String letter = sheet.composite(example.subject()).map(one -> FormulaValue.shown(values.of(one.id())))
                    .flatMap(sheet::grade).map(IndicatorSheet.Grade::letter).orElse("—");
            if (!letter.equals(example.grade())) {
                fault(example.line(), "", "example-fails", "算例等级应为 " + example.grade() + "，算得 " + letter,
                        "the grade of the example should be " + example.grade() + " and is " + letter);
            }
        }
    }

    private void fault(int line, String id, String code, String zh, String en) {
        faults.add(new SheetFault(sheet.name(), line, 0, id, code, Text.of(zh, en)));
    }
}
