package jingwei.basemap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 图面版本: never changed; an older one comes back as a new one.
///
/// @param keptBy post of whoever kept it
public record LookVersion(int version, MapLook look, String note, Instant keptAt, @Nullable String keptBy) {
}
