package jingwei.catalog;

import java.util.Optional;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 责任单位建议: which unit should handle, and why (COL-05). The dispatcher may choose another.
///
/// @param unitId id of the unit; null where the list knows none, and the territory has to take it (属地管理)
/// @param ground what decided
/// @param reason the same in a sentence
public record UnitProposal(@Nullable String unitId, Ground ground, Text reason) {

    /// 依据: what a proposal rests on.
    public enum Ground {
        OWNER, MAINTAINER, TERRITORY, NOBODY
    }

    public Optional<String> unit() {
        return Optional.ofNullable(unitId);
    }
}
