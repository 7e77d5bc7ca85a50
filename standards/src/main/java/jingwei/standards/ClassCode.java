package jingwei.standards;

import java.util.Comparator;

/// 小类代码: kind and four digits, major class 2 + minor class 2, written `component-0101` or `event-0102`.
///
/// The four digits alone are ambiguous: 0101 is a manhole cover among components and unauthorized building among events.
/// Which edition a code belongs to is said by the catalogue it came from. Requirement APM-04.
///
/// @param kind  部件 or 事件
/// @param minor the four digits
public record ClassCode(ClassKind kind, String minor) implements Comparable<ClassCode> {

    private static final Comparator<ClassCode> ORDER =
            Comparator.comparing(ClassCode::kind).thenComparing(ClassCode::minor);

    public ClassCode {
        if (minor.length() != 4 || !RegionCode.isDigits(minor) || minor.startsWith("00") || minor.endsWith("00")) {
            throw malformed(kind.word() + "-" + minor);
        }
    }

    /// Reads the written form; anything else is refused as `class-code-malformed`.
    public static ClassCode of(String text) {
        int dash = text.indexOf('-');
        for (ClassKind kind : ClassKind.values()) {
            if (dash > 0 && kind.word().equals(text.substring(0, dash))) {
                return new ClassCode(kind, text.substring(dash + 1));
            }
        }
        throw malformed(text);
    }

    public static ClassCode component(String minor) {
        return new ClassCode(ClassKind.COMPONENT, minor);
    }

    public static ClassCode event(String minor) {
        return new ClassCode(ClassKind.EVENT, minor);
    }

    /// 大类代码: the first two digits.
    public String major() {
        return minor.substring(0, 2);
    }

    /// The number of the minor class inside its major class, 1 to 99.
    public int number() {
        return Integer.parseInt(minor.substring(2));
    }

    @Override
    public int compareTo(ClassCode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + "-" + minor;
    }

    private static RefusedException malformed(String text) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "class-code-malformed",
                        Text.of("“" + text + "”不是小类代码。", "“" + text + "” is not a class code."),
                        Text.of(
                                "小类代码为 4 位数字(大类 2 + 小类 2),写作 component-0101 或 event-0102。",
                                "A class code has four digits, major 2 and minor 2, written component-0101 or event-0102."))
                .under("APM-04")
                .asException();
    }
}
