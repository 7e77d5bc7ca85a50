package jingwei.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 拒绝: why something was not done, and what to do about it. Never silence, never a number.
///
/// A refusal says what happened (`what`), why (`clause`: an article A1–A12 of the process constitution or a
/// requirement id such as ACC-06; null where only the shape of the input is wrong) and what to do (`remedy`).
/// `code` is a word that stays the same for ever; programs compare it, people read the sentences.
///
/// @param kind     what sort of refusal this is; decides the HTTP status
/// @param code     kebab-case word, unique to the reason, e.g. `not-your-axis`
/// @param what     what happened, one sentence
/// @param clause   article or requirement id behind it
/// @param remedy   what the reader can do now, one sentence
/// @param whoCould posts that could have done it
/// @param missing  what has to be added, by field name
public record Refusal(
        Kind kind,
        String code,
        Text what,
        @Nullable String clause,
        Text remedy,
        List<String> whoCould,
        List<String> missing) {

    /// The sorts of refusal, in the order of HTTP statuses.
    public enum Kind {
        MALFORMED(400),
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        WRONG_TYPE(415),
        UNPROCESSABLE(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public Refusal {
        whoCould = List.copyOf(whoCould);
        missing = List.copyOf(missing);
    }

    public static Refusal of(Kind kind, String code, Text what, Text remedy) {
        return new Refusal(kind, code, what, null, remedy, List.of(), List.of());
    }

    public Refusal under(String clause) {
        return new Refusal(kind, code, what, clause, remedy, whoCould, missing);
    }

    public Refusal whoCould(List<String> posts) {
        return new Refusal(kind, code, what, clause, remedy, posts, missing);
    }

    public Refusal missing(List<String> fields) {
        return new Refusal(kind, code, what, clause, remedy, whoCould, fields);
    }

    /// For callers that have no answer type of their own: the refusal as an exception.
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
