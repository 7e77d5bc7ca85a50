package jingwei.door.backup;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// 备份清单: what a backup holds; the head is read first, the counts last.
///
/// @param made      when, by the wall clock
/// @param migration version of the last migration of the database it was taken from
/// @param days      days whose partition of tracks must be opened before they are filled
/// @param rows      rows by table, over all platforms; empty in the head
/// @param media     files of media; 0 in the head
/// @param move      what a moving platform takes with it; null in a backup of a whole system
public record Manifest(Instant made, String migration, List<String> days, SortedMap<String, Long> rows, long media, @Nullable Luggage move) {

    /// 迁移说明.
    ///
    /// @param platform who moves
    /// @param here     under which address those who stay behind are reached from outside; empty where none was given
    public record Luggage(String platform, String here) {
    }

    /// The number of rows in all.
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
