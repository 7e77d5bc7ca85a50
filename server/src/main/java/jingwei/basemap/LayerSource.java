package jingwei.basemap;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// 图层数据: reads the features of one layer of the platform being served, as they are published now.
public interface LayerSource {

    /// Grows with every change of what this source answers; 0 where there is nothing yet.
    long revision();

    /// Features whose box meets the given one, in no particular order.
    ///
    /// @param box  degrees
    /// @param most how many at most
    List<MapFeature> within(Envelope box, int most);

    /// One page in the order of ids.
    ///
    /// @param box   degrees; null for everywhere
    /// @param after the page begins behind this id; empty for the first
    List<MapFeature> page(@Nullable Envelope box, String after, int limit);

    Optional<MapFeature> find(String id);

    /// How many there are, all told.
    long count();

    /// What all features lie in; an empty envelope where there is none.
    Envelope extent();
}
