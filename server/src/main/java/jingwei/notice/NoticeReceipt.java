package jingwei.notice;

import java.time.Instant;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 通知回执: whom something was told, and when it was first read.
///
/// @param recipient as it stands in the table: `post:water-1`
/// @param readAt    null where nobody has read it
public record NoticeReceipt(String recipient, Text text, Instant madeAt, @Nullable Instant readAt) {
}
