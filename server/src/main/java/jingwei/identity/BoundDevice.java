package jingwei.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 绑定设备: a collecting device (城管通) an account may sign in from (ACQ-28).
///
/// @param device id made by the program on the device at its first run
/// @param name   model or label; null where none was given
/// @param lostAt when the center locked it out; null while it is in use
public record BoundDevice(UUID account, String device, @Nullable String name, Instant boundAt,
        @Nullable Instant lostAt) {
}
