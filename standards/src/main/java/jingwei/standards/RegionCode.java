package jingwei.standards;

import java.util.Optional;

/// 行政区划代码: the code of a city (4 digits), district or county (6), subdistrict (9) or community (12).
///
/// A code is a dated attribute, never a technical key: in 2021 Luoyang's 偃师市 410381 became 偃师区 410307. The part of
/// each level is never all zeros; the zero-padded forms other systems write (`410300` for the city) are refused with the
/// shorter form as remedy, so that one place has one code. Requirement BDR-01.
///
/// @param digits the 4, 6, 9 or 12 digits
public record RegionCode(String digits) implements Comparable<RegionCode> {

    /// 层级: the level of a region, told by the length of its code.
    public enum Level {
        CITY(4, "市"),
        DISTRICT(6, "区县"),
        SUBDISTRICT(9, "街道(乡镇)"),
        COMMUNITY(12, "社区(村)");

        private final int length;
        private final String zh;

        Level(int length, String zh) {
            this.length = length;
            this.zh = zh;
        }

        public int length() {
            return length;
        }

        public String zh() {
            return zh;
        }

        /// The next larger level, none above the city.
        public Optional<Level> above() {
            return this == CITY ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
        }

        static Optional<Level> ofLength(int length) {
            for (Level level : values()) {
                if (level.length == length) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    public RegionCode {
        if (!isDigits(digits) || Level.ofLength(digits.length()).isEmpty() || digits.charAt(0) == '0') {
            throw malformed(
                    digits,
                    Text.of(
                            "区划代码应为 4 位(市)、6 位(区县)、9 位(街道)或 12 位(社区)数字。",
                            "A region code has 4 digits (city), 6 (district), 9 (subdistrict) or 12 (community)."));
        }
        for (Level level : Level.values()) {
            int from = level.above().map(Level::length).orElse(2);
            if (level.length() <= digits.length() && digits.substring(from, level.length()).matches("0+")) {
                throw malformed(
                        digits,
                        Text.of(
                                level.zh() + "一段不能全为 0;上级区划请用较短的代码,如 4103。",
                                "The part of the level " + level + " must not be all zeros; write the larger region by its"
                                        + " shorter code, for example 4103."));
            }
        }
    }

    /// Reads a code of any level; everything else is refused as `region-code-malformed`.
    public static RegionCode of(String text) {
        return new RegionCode(text);
    }

    public Level level() {
        return Level.ofLength(digits.length()).orElseThrow();
    }

    /// 上级: the region this one lies in, none for a city.
    public Optional<RegionCode> parent() {
        return level().above().map(this::at);
    }

    /// The region of that level this one lies in (itself at its own level).
    /// Asking a larger region for a smaller level is a mistake of the caller and fails.
    public RegionCode at(Level wanted) {
        if (wanted.length() > digits.length()) {
            throw new IllegalArgumentException(digits + " lies in no single " + wanted);
        }
        return new RegionCode(digits.substring(0, wanted.length()));
    }

    /// True where the other region is this one or lies inside it.
    public boolean contains(RegionCode other) {
        return other.digits.startsWith(digits);
    }

    @Override
    public int compareTo(RegionCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    /// ASCII digits only: full-width digits look right and match nothing.
    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static RefusedException malformed(String text, Text remedy) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "region-code-malformed",
                        Text.of("“" + text + "”不是区划代码。", "“" + text + "” is not a region code."),
                        remedy)
                .under("BDR-01")
                .asException();
    }
}
