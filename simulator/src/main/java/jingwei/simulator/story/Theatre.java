package jingwei.simulator.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 剧场: where a story is played. It knows acts and particulars, nothing of pages.
public interface Theatre {

    /// The platform's business time.
    Instant now();

    /// Sets the clock, forward only, and lets it stand.
    void moveClock(Instant to);

    /// Begins a case.
    ///
    /// @param id          the client's own id of the submission; the same id is the same submission
    /// @param particulars in the shape of the contract: text, numbers, lists and maps
    Answer begin(String post, String act, String id, Map<String, Object> particulars);

    /// Performs an act on a case.
    ///
    /// @param version the version the speaker saw; null asks for no check
    Answer perform(String post, String act, String number, @Nullable Integer version, Map<String, Object> particulars);

    /// 认定: what the evaluation decides about a case and no act says: `confirm-fault` by the center, `appeal` by the unit,
    /// `decide-appeal` by the two who review it. Answers the finding's own state: `confirmed`, or the appeal's status.
    ///
    /// @param said what the page says of it: `kind` and `collector`, `grant`, `words`
    Answer find(String post, String finding, String number, Map<String, String> said);

    /// Looks at a case.
    Answer read(String post, String number);

    /// The keeper of deadlines does its round until the case is no longer on hold, or there is nothing to do.
    Answer wake(String number);

    /// Uploads a photo that no other step has used and answers its hash.
    String photo(String post, String what);

    /// What these cases add to facts of the evaluation between two days, the last included. The facts follow the acts within
    /// seconds: a theatre where that takes time answers when all is as wanted, or when its patience is over.
    Map<String, String> counted(LocalDate first, LocalDate last, Set<String> numbers, Map<String, String> wanted);
}
