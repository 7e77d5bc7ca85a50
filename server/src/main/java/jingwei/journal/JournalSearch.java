package jingwei.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 日志查询条件: what to look for; null where it does not matter.
///
/// @param before id of the last entry of the page before; the newest entries come first
public record JournalSearch(JournalEntry.@Nullable Kind kind, @Nullable UUID account, @Nullable String subject,
        @Nullable Instant from, @Nullable Instant to, @Nullable UUID before, int limit) {
}
