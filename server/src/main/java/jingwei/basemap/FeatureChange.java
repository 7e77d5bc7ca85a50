package jingwei.basemap;

import org.jspecify.annotations.Nullable;

/// 要素变更: what became of one feature since a version; the feature as it is now, or none where it is gone.
public record FeatureChange(String id, @Nullable MapFeature now) {
}
