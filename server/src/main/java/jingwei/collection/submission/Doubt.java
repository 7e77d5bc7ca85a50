package jingwei.collection.submission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 存疑: what cannot be, by photo, clock, position or track. It accuses nobody: the supervision center looks.
@Schema(name = "Doubt")
public record Doubt(UUID submission, Kind kind, String post, @Nullable String number, Text text, Instant madeAt) {

    /// 种类.
    public enum Kind {
        SAME_PHOTO, OLD_PHOTO, FAR_FROM_TRACK, PHOTO_ELSEWHERE, WRONG_CLOCK, POOR_FIX
    }
}
