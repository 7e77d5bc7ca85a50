package jingwei.geocoding;

import java.time.Instant;

/// 地名库版本: one publication of the platform's places (GEO-05).
///
/// @param changes places added or changed by it
/// @param places  places in all after it
public record PlaceEdition(long number, Instant publishedAt, String publishedBy, int changes, int places, String note) {
}
