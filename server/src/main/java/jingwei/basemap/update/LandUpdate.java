package jingwei.basemap.update;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 数据更新: one update of a layer with how far it has come.
///
/// @param done     records worked through in the present step
/// @param total    records of the file; -1 while unknown
/// @param message  why it cannot go on; null where it can
/// @param version  version or revision it was published as
/// @param proposer person who proposed it, who may not review it
public record LandUpdate(UUID id, String layer, Mode mode, String fileName, @Nullable String encoding,
        @Nullable String system, @Nullable String x, @Nullable String y, String note, UpdateState state, long done, long total,
        Counts counts, long faults, long warnings, @Nullable String message, @Nullable Long version, Instant proposedAt,
        String proposedBy, UUID proposer, @Nullable Instant reviewedAt, @Nullable String reviewedBy, @Nullable String remark,
        @Nullable Instant publishedAt, @Nullable String publishedBy) {

    /// 更新方式: the file is the whole layer, or only what changes of it.
    public enum Mode {
        REPLACE, MERGE
    }

    /// 变化: what the update does to the layer.
    public record Counts(long added, long changed, long removed, long unchanged) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
