package jingwei.identity;

import java.time.Instant;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 会话: an open session of an account.
///
/// @param device     the bound device it was opened from; null for a browser
/// @param mustChange only the password may be changed until it has been
public record Session(PlatformId platform, UUID account, UUID person, @Nullable String device, boolean mustChange,
        Instant madeAt, Instant seenAt) {
}
