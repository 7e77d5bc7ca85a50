package jingwei.exchange.web;

import java.util.Locale;
import jingwei.exchange.LetterKind;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 读请求: what all controllers of the room ask of a request.
final class Reading {

    private Reading() {
    }

    static <T> T need(String field, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw malformed(field, "缺少“" + field + "”", field + " is missing");
        }
        return value;
    }

    static @Nullable PlatformId partner(@Nullable String word) {
        return word == null || word.isBlank() ? null : PlatformId.of(word);
    }

    static LetterKind kind(String word) {
        return LetterKind.ofWord(word).orElseThrow(() -> malformed("kind", "没有“" + word + "”这种信件", "there is no such kind"));
    }

    static <E extends Enum<E>> E word(Class<E> type, String field, @Nullable String value) {
        try {
            return Enum.valueOf(type, need(field, value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw malformed(field, "“" + value + "”不是“" + field + "”可以取的值", value + " is no value of " + field);
        }
    }

    /// The post in use, for the record.
    static String post() {
        SignedIn who = SignedIn.current();
        return who.post() == null ? who.account().toString() : who.post();
    }

    static RefusedException malformed(String field, String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, "exchange-field", Text.of("栏目不对：" + zh, "a field is wrong: " + en),
                Text.of("请对照 /api/openapi.yaml", "see /api/openapi.yaml")).under("EXC-07").missing(java.util.List.of(field)).asException();
    }
}
