package jingwei.geocoding;

import java.time.Instant;

/// 别名建议: what people called a place before somebody corrected it (GCF-10).
///
/// @param times how often it was corrected so
public record AliasProposal(String place, String alias, int times, Instant firstAt, Instant lastAt) {
}
