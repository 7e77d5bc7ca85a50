package jingwei.grid;

import java.time.LocalDate;
import jingwei.standards.RegionCode;
import org.jspecify.annotations.Nullable;

/// 区划沿革: what became of a region's code between two editions.
///
/// @param from the code before; null for a new region
/// @param to   the code after; null for one that was dropped
/// @param at   date of the later edition
public record RegionSuccessor(@Nullable RegionCode from, @Nullable RegionCode to, Kind kind, LocalDate at) {

    /// 沿革类型: kept, same code with a new name, new code for the same name, ended, begun.
    public enum Kind {
        SAME("不变"),
        RENAMED("更名"),
        MOVED("换码"),
        DROPPED("撤销"),
        NEW("新设");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
