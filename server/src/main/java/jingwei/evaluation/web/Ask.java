package jingwei.evaluation.web;

import java.time.LocalDate;
import jingwei.evaluation.Period;
import jingwei.evaluation.Subject;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 读请求: the words of a request as the room's own.
final class Ask {

    private Ask() {
    }

    static Subject subject(String word) {
        return Subject.ofWord(word).orElseThrow(() -> refusal(Refusal.Kind.MALFORMED, "unknown-subject", "EVA-01",
                "没有“" + word + "”这种评价对象", "there is no kind of subject \"" + word + "\"",
                "请用 city、district、unit、collector 等", "use city, district, unit, collector and so on"));
    }

    static Period period(String kind, LocalDate day, @Nullable LocalDate last) {
        return Period.of(kind, day, last);
    }

    /// Refuses what is missing, naming it.
    static <T> T need(String field, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "field-missing", Text.of("缺少必填项：" + field, "required field is missing: " + field),
                    Text.of("请补全后重试", "complete it and try again")).missing(java.util.List.of(field)).asException();
        }
        return value;
    }

    static RefusedException refusal(Refusal.Kind kind, String code, String under, String zh, String en, String remedyZh,
            String remedyEn) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under(under).asException();
    }
}
