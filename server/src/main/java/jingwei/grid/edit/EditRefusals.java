package jingwei.grid.edit;

import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;

/// Why an edit of cells cannot be.
final class EditRefusals {

    private EditRefusals() {
    }

    static RefusedException placeUnknown(int step) {
        return because("edit-place-unknown", step, "该处没有网格的拐点或边", "no corner or edge of a cell is there", "请刷新后在现有拐点或边上操作",
                "reload and take a corner or an edge that is there");
    }

    static RefusedException cornerShared(int step) {
        return because("edit-corner-shared", step, "三个以上网格在此相交，这个拐点不能删", "three cells or more meet at this corner; it cannot go",
                "请移动它，或先合并网格", "move it, or merge the cells first");
    }

    static RefusedException outlineCrossed(int step, UnitGridCode cell) {
        return because("edit-outline-crossed", step, "网格 " + cell + " 的边界会自相交、翻转或不足三点", "the outline of " + cell
                + " would cross itself, turn over or have too few corners", "请少移一些，或先加点", "move it less, or add a corner first");
    }

    static RefusedException opensCoverage(int step, UnitGridCode cell) {
        return because("edit-opens-coverage", step, "网格 " + cell + " 会与相邻网格重叠或出现缝隙", "the cell " + cell
                + " would overlap a neighbor or leave a gap", "请换一个位置", "take another place");
    }

    static RefusedException cutOutside(int step) {
        return because("edit-cut-outside", step, "拆分线没有从网格的一条边到另一条边，或与边界相交", "the cut does not run inside the cell from one edge to another",
                "请从边界画到边界，不要碰到其他边", "draw it from border to border without touching another edge");
    }

    static RefusedException mergeApart(int step) {
        return because("edit-merge-apart", step, "所选网格不在同一社区、不相连或会围出空洞", "the cells are not of one community, do not hang together or would enclose a hole",
                "请选同一社区内有公共边的两个以上网格", "choose two or more of one community that share an edge");
    }

    static RefusedException codeTaken(int step, UnitGridCode code) {
        return because("edit-code-taken", step, "编码 " + code + " 用过，或不属于该网格所在社区", "the code " + code + " was used before or is of another community",
                "请用本社区未用过的编码", "use a code of the community that was never used");
    }

    static RefusedException codesUsedUp(int step, RegionCode community) {
        return because("edit-codes-used-up", step, "社区 " + community + " 的网格编码已用完", "the community " + community
                + " has no code left", "请先整体改用 15 位编码", "renumber the community with 15 digits first");
    }

    static RefusedException cellUnknown(UnitGridCode code) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "unit-grid-unknown", Text.of("没有单元网格 " + code + "，或前一步已把它变更",
                        "there is no unit grid " + code + ", or an edit before has changed it"),
                Text.of("请刷新后重新选择", "reload and choose again")).under("BDR-03").asException();
    }

    private static RefusedException because(String code, int step, String zh, String en, String doZh, String doEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of("第 " + step + " 步：" + zh, "edit " + step + ": " + en), Text.of(doZh, doEn))
                .under("BDR-03").asException();
    }
}
