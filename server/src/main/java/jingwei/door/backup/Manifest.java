package jingwei.door.backup;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// 备份清单: what a backup holds; the head is read first, the counts last.
///
/// @param made      when, by the wall clock
/// @param migration version of the last migration of the database it was taken from
/// @param days      days whose partition of tracks must be opened before they are filled
/// @param rows      rows by table, over all platforms; empty in the head
/// @param media     files of media; 0 in the head
public record Manifest(Instant made, String migration, List<String> days, SortedMap<String, Long> rows, long media) {

    /// The number of rows in all.
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
