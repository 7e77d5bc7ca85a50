package jingwei.basemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// 要素索引: the features of a layer in memory, found by place and by id.
///
/// Framework layers are read at every tile and change a few times a month; under forced row-level security PostgreSQL uses no
/// spatial index, so they are kept here, one immutable picture a version.
public final class FeatureIndex {

    private final MapFeature[] byId;
    private final STRtree tree = new STRtree();
    private final Envelope extent = new Envelope();

    public FeatureIndex(Collection<MapFeature> features) {
        byId = features.toArray(MapFeature[]::new);
        Arrays.sort(byId, Comparator.comparing(MapFeature::id));
        for (MapFeature feature : byId) {
            Envelope box = feature.geometry().getEnvelopeInternal();
            extent.expandToInclude(box);
            tree.insert(box, feature);
        }
        tree.build();
    }

    public int size() {
        return byId.length;
    }

    public Envelope extent() {
        return new Envelope(extent);
    }

    @SuppressWarnings("unchecked")
    public List<MapFeature> within(Envelope box, int most) {
        List<MapFeature> found = byId.length == 0 ? List.of() : tree.query(box);
        return found.size() > most ? found.subList(0, most) : found;
    }

    /// In the order of ids, behind `after`; a feature belongs to a box where its own box meets it.
    public List<MapFeature> page(@Nullable Envelope box, String after, int limit) {
        int from = after.isEmpty() ? 0 : position(after);
        List<MapFeature> page = new ArrayList<>();
        for (int i = from; i < byId.length && page.size() < limit; i++) {
            if (box == null || box.intersects(byId[i].geometry().getEnvelopeInternal())) {
                page.add(byId[i]);
            }
        }
        return page;
    }

    public Optional<MapFeature> find(String id) {
        int at = position(id) - 1;
        return at >= 0 && byId[at].id().equals(id) ? Optional.of(byId[at]) : Optional.empty();
    }

    /// Position of the first feature behind the id.
    private int position(String id) {
        int low = 0;
        int high = byId.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byId[middle].id().compareTo(id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
