package jingwei.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 任岗: a person holds a post from one moment to another.
///
/// @param endedAt null while the person holds it
public record Holding(String post, UUID person, Instant startedAt, @Nullable Instant endedAt) {

    public static Holding live(String post, UUID person, Instant startedAt) {
        return new Holding(post, person, startedAt, null);
    }

    public boolean isLive() {
        return endedAt == null;
    }
}
