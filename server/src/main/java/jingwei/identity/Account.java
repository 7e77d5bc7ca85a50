package jingwei.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 账号: a name and a password one person signs in with.
///
/// @param name        lower case, unique on the platform
/// @param lockedUntil locked after failures until then; null when it is not locked
/// @param mustChange  nothing else is allowed before the password has been changed
/// @param needsDevice signs in from a bound device only (ACQ-28)
/// @param disabledAt  when it was taken out of use; null while in use
public record Account(UUID id, UUID person, String personName, String name, @Nullable Instant lockedUntil,
        boolean mustChange, boolean needsDevice, @Nullable Instant disabledAt) {
}
