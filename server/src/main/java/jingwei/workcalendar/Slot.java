package jingwei.workcalendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 工作时段: one stretch of a day in which work goes on, written `08:00-12:00`; the end itself is outside.
///
/// That it ends after it begins is checked with the draft it stands in, where its place can be named.
///
/// @param opens  minutes after midnight, 0 to 1440
/// @param closes minutes after midnight, 0 to 1440 (`24:00`)
@Schema(type = "string", example = "08:00-12:00", description = "工作时段 HH:mm-HH:mm，可到 24:00")
public record Slot(int opens, int closes) {

    static final int DAY = 24 * 60;

    private static final Pattern FORM = Pattern.compile("([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])");

    public Slot {
        if (opens < 0 || opens > DAY || closes < 0 || closes > DAY) {
            throw malformed(opens + "-" + closes);
        }
    }

    /// Reads `08:00-12:00`. @throws RefusedException `bad-slot`
    @JsonCreator
    public static Slot of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed(text);
        }
        return new Slot(minutes(form.group(1), form.group(2)), minutes(form.group(3), form.group(4)));
    }

    @Override
    @JsonValue
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", opens / 60, opens % 60, closes / 60, closes % 60);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static RuntimeException malformed(String text) {
        return Refusal.of(Refusal.Kind.MALFORMED, "bad-slot",
                Text.of("“" + text + "”不是工作时段", "\"" + text + "\" is no working slot"),
                Text.of("请写成 08:00-12:00 的形式，时刻在 00:00 到 24:00 之间",
                        "write it as 08:00-12:00, between 00:00 and 24:00")).under("APM-05").asException();
    }
}
