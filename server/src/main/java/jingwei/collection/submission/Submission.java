package jingwei.collection.submission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 报送: a report, a settlement on the spot or an answer to a task, as a phone sent it (ACQ-02, ACQ-06, ACQ-07, ACQ-18).
///
/// @param act        `report`, `settle-on-spot`, `verify-true`, `verify-false`, `pass-check`, `fail-check`
/// @param saidAt     when it was written on the phone, its clock put right
/// @param arrivedAt  when the form arrived; this time counts (device.md 5, rule 2)
/// @param number     case number, once performed
/// @param overdue    it was performed after the limit
/// @param missing    hashes of media that have not arrived
/// @param refusal    why it could not be performed
public record Submission(UUID id, Kind kind, String act, @Nullable String caseNumber, String post, UUID person,
        Particulars particulars, List<Medium> media, Instant saidAt, Instant arrivedAt, int clockSkew, Instant waitUntil,
        State state, @Nullable String number, @Nullable Boolean overdue, @Nullable Refused refusal,
        List<String> missing) {

    /// 种类.
    public enum Kind {
        REPORT, SETTLEMENT, ANSWER
    }

    /// 状态: waiting for photos, performed, refused for good.
    public enum State {
        WAITING, DONE, REFUSED
    }

    /// 影音: a photo or recording the form announces.
    ///
    /// @param kind    what it shows of the case
    /// @param view    `near`, `far`, `reference`, `voice`
    /// @param takenAt by the phone's clock
    @Schema(name = "AnnouncedMedium")
    public record Medium(String hash, Evidence.Kind kind, @Schema(example = "near") @Nullable String view, long size,
            @Nullable Instant takenAt, @Nullable Double longitude, @Nullable Double latitude) {
    }

    /// 拒绝原因, kept with the submission.
    @Schema(name = "SubmissionRefusal")
    public record Refused(String code, Text what, Text remedy, @Nullable String clause) {
    }

    public Submission {
        media = List.copyOf(media);
        missing = List.copyOf(missing);
    }
}
