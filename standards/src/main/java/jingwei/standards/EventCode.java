package jingwei.standards;

import java.util.Optional;

/// 事件代码: a class of managed events in a district. It is not the number of one event.
///
/// 10 digits after CJ/T 214-2007 (district 6 + major 2 + minor 2); 11 digits after the successor (minor 3), which also
/// numbers the majors of events anew. Requirement ACC-03.
///
/// @param digits the 10 or 11 digits
public record EventCode(String digits) implements Comparable<EventCode> {

    private static final int DISTRICT = RegionCode.Level.DISTRICT.length();
    private static final int LENGTH_2007 = 10;
    private static final int LENGTH_2026 = 11;

    public EventCode {
        if (!RegionCode.isDigits(digits) || digits.length() != LENGTH_2007 && digits.length() != LENGTH_2026) {
            throw Refusal.of(
                            Refusal.Kind.MALFORMED,
                            "event-code-malformed",
                            Text.of("“" + digits + "”不是事件代码。", "“" + digits + "” is not an event code."),
                            Text.of(
                                    "应为 10 位数字:区县 6 + 大类 2 + 小类 2(新标准 11 位,小类 3 位)。",
                                    "Write 10 digits: district 6, major 2, minor 2 (successor: 11, minor of 3)."))
                    .under("ACC-03")
                    .asException();
        }
        RegionCode.of(digits.substring(0, DISTRICT));
    }

    /// Reads a code of either layout; refused as `event-code-malformed`, or `region-code-malformed` for its first part.
    public static EventCode of(String text) {
        return new EventCode(text);
    }

    /// The 10-digit code of a class of events in a district.
    public static EventCode of(RegionCode district, ClassCode classCode) {
        if (district.level() != RegionCode.Level.DISTRICT || classCode.kind() != ClassKind.EVENT) {
            throw new IllegalArgumentException(district + " " + classCode);
        }
        return new EventCode(district + classCode.minor());
    }

    public RegionCode district() {
        return RegionCode.of(digits.substring(0, DISTRICT));
    }

    /// The class with its four-digit code; none for an 11-digit code, whose majors are numbered otherwise.
    public Optional<ClassCode> classCode() {
        return digits.length() == LENGTH_2007
                ? Optional.of(new ClassCode(ClassKind.EVENT, digits.substring(DISTRICT)))
                : Optional.empty();
    }

    @Override
    public int compareTo(EventCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
