package jingwei.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 案件编号: region (4 or 6 digits) + day (8) + number of the day (5 or more).
///
/// Nothing is read out of it but by people. It is taken last in the transaction from a row of (platform, day), so that two
/// reports at once get two numbers and a day of more than 99,999 cases goes on with six digits.
public record CaseNumber(@JsonValue String value) {

    public CaseNumber {
        if (!value.matches("[0-9]{17,24}")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-case-number",
                    Text.of("“" + value + "”不是案件编号", "\"" + value + "\" is no case number"),
                    Text.of("案件编号是 17 到 24 位数字", "a case number has 17 to 24 digits")).asException();
        }
    }

    @JsonCreator
    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    static CaseNumber of(String region, LocalDate day, long number) {
        return new CaseNumber(region + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%05d".formatted(number));
    }

    @Override
    public String toString() {
        return value;
    }
}
