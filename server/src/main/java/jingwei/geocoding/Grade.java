package jingwei.geocoding;

import java.util.Locale;

/// 匹配等级: how an answer was reached, and so how far it may be trusted (GCF-02).
///
/// Only the first four claim confidence: such an answer may be placed without a question. The letter is the coarse grade of
/// reports: A exact, B computed, C road or area only, D to be chosen by a person, E contradiction, F none.
public enum Grade {
    /// 精确: every element of the text was found as it stands.
    EXACT("精确", "exact", 'A'),
    /// 内插: a missing door number between two known ones.
    INTERPOLATED("门牌内插", "interpolated", 'B'),
    /// 交叉口: computed from the centre lines of roads, or the part of a road between two crossings.
    CROSSING("路口计算", "crossing", 'A'),
    /// 偏移: walked from a known spot.
    OFFSET("偏移推算", "offset", 'B'),
    /// 仅区域或道路: only an area or a road was understood; a representative point is given.
    AREA("仅到区域或道路", "area or road only", 'C'),
    /// 多解: several places fit equally well; all are given.
    AMBIGUOUS("多解", "ambiguous", 'D'),
    /// 矛盾: the text contradicts what is known; the nearest meaning is given with the contradiction named.
    CONFLICT("矛盾", "conflict", 'E'),
    /// 拒绝: not understood or not known; the reason is given instead of a point.
    REFUSED("未能匹配", "refused", 'F');

    private final String zh;
    private final String en;
    private final char letter;

    Grade(String zh, String en, char letter) {
        this.zh = zh;
        this.en = en;
        this.letter = letter;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public char letter() {
        return letter;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a point of this grade may be used without asking.
    public boolean confident() {
        return ordinal() <= OFFSET.ordinal();
    }
}
