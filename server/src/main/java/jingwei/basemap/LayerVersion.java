package jingwei.basemap;

import java.time.Instant;

/// 图层版本: one publication of a layer and how much it changed (BDR-05).
public record LayerVersion(int version, Instant publishedAt, String publishedBy, String note, int added, int changed,
        int removed) {
}
