package jingwei.standards;

import java.util.Optional;

/// 部件标识码: the identification code of one managed component, such as one manhole cover.
///
/// 16 digits after CJ/T 214-2007 (district 6 + major 2 + minor 2 + sequence 6); 17 digits after the successor
/// (minor 3). The sequence runs per district and minor class. The code does not contain the unit grid, so a component that
/// is moved keeps it. Requirements ACQ-05, BDR-04.
///
/// @param digits the 16 or 17 digits
public record ComponentCode(String digits) implements Comparable<ComponentCode> {

    private static final int DISTRICT = RegionCode.Level.DISTRICT.length();
    private static final int SEQUENCE = 6;
    private static final int LENGTH_2007 = 16;
    private static final int LENGTH_2026 = 17;

    public ComponentCode {
        if (!RegionCode.isDigits(digits) || digits.length() != LENGTH_2007 && digits.length() != LENGTH_2026) {
            throw malformed(
                    digits,
                    Text.of(
                            "应为 16 位数字:区县 6 + 大类 2 + 小类 2 + 顺序号 6(新标准 17 位,小类 3 位)。",
                            "Write 16 digits: district 6, major 2, minor 2, sequence 6 (successor: 17, minor of 3)."));
        }
        if (digits.substring(digits.length() - SEQUENCE).matches("0+")) {
            throw malformed(digits, Text.of("部件顺序号从 1 开始。", "The sequence of a component starts at 1."));
        }
        RegionCode.of(digits.substring(0, DISTRICT));
    }

    /// Reads a code of either layout; refused as `component-code-malformed`, or `region-code-malformed` for its first part.
    public static ComponentCode of(String text) {
        return new ComponentCode(text);
    }

    /// Builds a 16-digit code from a district, a class of components and a sequence from 1 to 999999.
    public static ComponentCode of(RegionCode district, ClassCode classCode, int sequence) {
        if (district.level() != RegionCode.Level.DISTRICT
                || classCode.kind() != ClassKind.COMPONENT
                || sequence < 1
                || sequence > 999_999) {
            throw malformed(
                    district + "+" + classCode + "+" + sequence,
                    Text.of(
                            "由 6 位区县代码、部件小类和 1 至 999999 的顺序号组成。",
                            "It is made of a district of 6 digits, a class of components and a sequence from 1 to 999999."));
        }
        String number = String.valueOf(sequence);
        return new ComponentCode(district + classCode.minor() + "0".repeat(SEQUENCE - number.length()) + number);
    }

    public RegionCode district() {
        return RegionCode.of(digits.substring(0, DISTRICT));
    }

    /// 大类代码: two digits.
    public String major() {
        return digits.substring(DISTRICT, DISTRICT + 2);
    }

    /// The class with its four-digit code. The successor keeps the 2013 numbers as `0NN`; a number above 99 has no
    /// four-digit form, then there is none.
    public Optional<ClassCode> classCode() {
        String within = digits.substring(DISTRICT + 2, digits.length() - SEQUENCE);
        if (within.length() == 2) {
            return Optional.of(new ClassCode(ClassKind.COMPONENT, major() + within));
        }
        return within.charAt(0) == '0'
                ? Optional.of(new ClassCode(ClassKind.COMPONENT, major() + within.substring(1)))
                : Optional.empty();
    }

    /// 顺序号: the number inside the district and minor class.
    public int sequence() {
        return Integer.parseInt(digits.substring(digits.length() - SEQUENCE));
    }

    @Override
    public int compareTo(ComponentCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static RefusedException malformed(String text, Text remedy) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "component-code-malformed",
                        Text.of("“" + text + "”不是部件标识码。", "“" + text + "” is not a component code."),
                        remedy)
                .under("BDR-04")
                .asException();
    }
}
