package jingwei.exchange.cases;

import org.jspecify.annotations.Nullable;

/// 办理来信的结果.
public sealed interface Verdict {

    /// Done; the sender is told where it waits for that. @param number our number of the case
    record Done(@Nullable String number) implements Verdict {
    }

    /// Not accepted for a business reason; the sender is told.
    record Refused(String code, String text) implements Verdict {
    }

    /// A person must decide or prepare something here first; then the letter is applied again.
    record NeedsPerson(String code, String text) implements Verdict {
    }

    /// Something is still on its way.
    record Later(String why) implements Verdict {
    }

    Verdict DONE = new Done(null);
}
