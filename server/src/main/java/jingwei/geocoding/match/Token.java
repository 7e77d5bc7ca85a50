package jingwei.geocoding.match;

import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.PlateNumber;
import org.jspecify.annotations.Nullable;

/// 词: a stretch of the text with its part in the grammar of addresses.
///
/// @param angle  degrees clockwise from north, of LEG and SIDE; NaN where none was said
/// @param meters of LEG; NaN where none was said
record Token(Part part, int from, int to, @Nullable Element element, @Nullable PlateNumber plate,
        @Nullable BuildingNumber building, double angle, double meters) {

    /// What a word does.
    enum Part {
        /// 地名 a name of places.
        NAME,
        /// 门牌号.
        PLATE,
        /// 楼号.
        BUILDING,
        /// 与、和、跟.
        JOIN,
        /// 至、到.
        TO,
        /// 从、距.
        FROM,
        /// 沿.
        ALONG,
        /// 交叉口.
        CROSSING,
        /// 段、之间.
        STRETCH,
        /// 向东50米.
        LEG,
        /// 路北、东南角.
        SIDE,
        /// 附近、对面.
        NEAR,
        /// 本省本市 the own province or city, said by its official name.
        HOME,
        /// 别的城市 a place of another city.
        FOREIGN,
        /// 其他 whatever is not understood.
        OTHER
    }

    static Token of(Part part, int from, int to) {
        return new Token(part, from, to, null, null, null, Double.NaN, Double.NaN);
    }

    static Token name(Element element) {
        return new Token(Part.NAME, element.from(), element.to(), element, null, null, Double.NaN, Double.NaN);
    }

    static Token leg(int from, int to, double angle, double meters) {
        return new Token(Part.LEG, from, to, null, null, null, angle, meters);
    }

    static Token side(int from, int to, double angle) {
        return new Token(Part.SIDE, from, to, null, null, null, angle, Double.NaN);
    }

    int length() {
        return to - from;
    }
}
