package jingwei.standards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 时限: an amount and a unit, printed as people say it, `4 工作时`.
///
/// It says nothing of moments; the work calendar of a platform turns it into one. Requirements ACC-07, APM-05.
///
/// @param amount more than zero
/// @param unit   what the amount counts
public record TimeLimit(int amount, LimitUnit unit) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\s*(\\p{IsHan}+)");

    public TimeLimit {
        if (amount < 1) {
            throw malformed(amount + " " + unit.zh());
        }
    }

    /// Reads `4 工作时` and `4工作时`; refused as `time-limit-malformed`, or `limit-unit-unknown` for its unit.
    public static TimeLimit of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed(text);
        }
        return new TimeLimit(Integer.parseInt(form.group(1)), LimitUnit.of(form.group(2)));
    }

    public static TimeLimit emergencyMinutes(int amount) {
        return new TimeLimit(amount, LimitUnit.EMERGENCY_MINUTE);
    }

    @Override
    public String toString() {
        return amount + " " + unit.zh();
    }

    private static RefusedException malformed(String text) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "time-limit-malformed",
                        Text.of("“" + text + "”不是时限。", "“" + text + "” is not a time limit."),
                        Text.of("请填正整数加单位,如 4 工作时。", "Write a whole number above zero and a unit, such as 4 工作时."))
                .under("ACC-07")
                .asException();
    }
}
