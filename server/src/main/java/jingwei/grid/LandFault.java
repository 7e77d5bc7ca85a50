package jingwei.grid;

import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// 网格差错: one fault of a draft, named and placed so that the surveyor finds it.
///
/// @param code  what the fault stands at: the code of a region, cell or duty grid
/// @param where the edge, hole or cell in degrees; null for what has no place
public record LandFault(Kind kind, String code, Text what, @Nullable Geometry where) {

    /// The sorts of fault; `word()` is what programs compare.
    public enum Kind {
        DUPLICATE_CODE("duplicate-code", "编码重复", "the code occurs twice"),
        MIXED_LENGTH("mixed-length", "同一社区的网格编码位数不一", "cells of one community have codes of two lengths"),
        UNKNOWN_COMMUNITY("unknown-community", "编码所指的社区不在区划表内",
                "the community of the code is not among the regions"),
        WRONG_COMMUNITY("wrong-community", "网格与编码所指的社区不相连，疑属另一社区",
                "the cell does not touch the community its code names"),
        UNKNOWN_PARENT("unknown-parent", "上级区划不在区划表内", "the region above is not among the regions"),
        BAD_OUTLINE("bad-outline", "图形自交、带洞或为空", "the outline crosses itself, has a hole or is empty"),
        BAD_AREA("bad-area", "面积不在 2,000 至 50,000 平方米之间且未加说明",
                "the area is outside 2,000 to 50,000 m² and no note says why"),
        NOT_SEAMLESS("not-seamless", "与相邻网格重叠或有缝隙", "overlaps a neighbor or leaves a gap"),
        HOLE("hole", "网格之间有空洞", "the cells leave a hole between them"),
        UNKNOWN_CELL("unknown-cell", "责任网格引用了不存在的单元网格", "the duty grid names a cell that does not exist"),
        CELL_TWICE("cell-twice", "单元网格属于两个责任网格", "the cell lies in two duty grids"),
        EMPTY_DUTY_GRID("empty-duty-grid", "责任网格没有单元网格", "the duty grid has no cell");

        private final String word;
        private final Text text;

        Kind(String word, String zh, String en) {
            this.word = word;
            this.text = Text.of(zh, en);
        }

        public String word() {
            return word;
        }

        public Text text() {
            return text;
        }
    }

    static LandFault of(Kind kind, String code, @Nullable Geometry where) {
        return new LandFault(kind, code,
                Text.of(code + "：" + kind.text().zh(), code + ": " + kind.text().en()), where);
    }
}
