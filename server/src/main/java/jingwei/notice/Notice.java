package jingwei.notice;

import java.time.Instant;
import java.util.UUID;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 通知: one message.
///
/// @param link   path of the page it leads to, inside this system; null where it leads nowhere
/// @param readAt when the account asking has read it; null while it has not
public record Notice(UUID id, Text text, @Nullable String link, Instant madeAt, @Nullable Instant readAt) {
}
