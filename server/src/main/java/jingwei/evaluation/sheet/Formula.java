package jingwei.evaluation.sheet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import jingwei.evaluation.fact.Fact;

/// 公式: numbers, facts, other indicators, + − × ÷, the larger or smaller of two, a table of bands, weighted parts. No script.
public sealed interface Formula {

    record Number(BigDecimal value) implements Formula {
    }

    record Counted(Fact fact) implements Formula {
    }

    /// 单元网格数 of the area, so that bands of larger areas can be given for one cell.
    record Cells() implements Formula {
    }

    record Other(String id) implements Formula {
    }

    /// @param sign `+`, `-`, `*` or `/`
    record Pair(char sign, Formula left, Formula right) implements Formula {
    }

    record Extreme(boolean larger, Formula left, Formula right) implements Formula {
    }

    /// 分档. @param perMonth the bounds are given for a month; longer periods are brought to it
    record Banded(Formula of, List<Band> bands, boolean perMonth) implements Formula {

        public Banded {
            bands = List.copyOf(bands);
        }
    }

    /// 加权合成.
    record Weighted(List<Part> parts) implements Formula {

        public Weighted {
            parts = List.copyOf(parts);
        }
    }

    /// One band, both bounds inside; the last has no upper one.
    record Band(BigDecimal low, @org.jspecify.annotations.Nullable BigDecimal high, BigDecimal score) {
    }

    /// One part of a composite. @param choices the first that is evaluated for the subject is taken
    @Schema(name = "FormulaPart")
    record Part(List<Formula> choices, BigDecimal weight) {

        public Part {
            choices = List.copyOf(choices);
        }
    }

    /// The formulas right inside.
    default List<Formula> inside() {
        return switch (this) {
            case Number n -> List.of();
            case Counted c -> List.of();
            case Cells c -> List.of();
            case Other o -> List.of();
            case Pair(char sign, Formula left, Formula right) -> List.of(left, right);
            case Extreme(boolean larger, Formula left, Formula right) -> List.of(left, right);
            case Banded(Formula of, var bands, boolean perMonth) -> List.of(of);
            case Weighted(var parts) -> parts.stream().flatMap(part -> part.choices().stream()).toList();
        };
    }

    /// It and everything inside it.
    default Stream<Formula> all() {
        return Stream.concat(Stream.of(this), inside().stream().flatMap(Formula::all));
    }
}
