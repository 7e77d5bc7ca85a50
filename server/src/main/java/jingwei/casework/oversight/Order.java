package jingwei.casework.oversight;

import java.time.Instant;
import jingwei.process.Act;
import org.jspecify.annotations.Nullable;

/// 督办单: an order on a case and its answer; the mark stays on the case.
///
/// @param id         number within the case, from `1`
/// @param act        expedite, remind or instruct
/// @param post       who ordered
/// @param answer     the unit's answer; null while it is owed
public record Order(String id, Act act, String post, Instant at, String text, @Nullable String answer,
        @Nullable Instant answeredAt) {

    public boolean isOpen() {
        return answer == null;
    }

    Order answered(String words, Instant when) {
        return new Order(id, act, post, at, text, words, when);
    }
}
