package jingwei.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 影音件: one piece of evidence.
///
/// @param hash      SHA-256 of the content, 64 lower-case hexadecimal digits; also its address
/// @param type      media type, decided by the content
/// @param size      bytes
/// @param width     pixels, photos only
/// @param takenAt   when the device says it was taken (EXIF)
/// @param longitude WGS 84, where the device says it was taken (EXIF)
/// @param thumbnail whether a small picture exists
/// @param addedBy   the account that brought it; null for the system itself
public record MediaItem(String hash, MediaKind kind, String type, long size, @Nullable Integer width,
        @Nullable Integer height, @Nullable Instant takenAt, @Nullable Double longitude, @Nullable Double latitude,
        boolean thumbnail, @Nullable UUID addedBy, Instant addedAt) {
}
