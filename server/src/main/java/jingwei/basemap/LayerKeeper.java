package jingwei.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jingwei.basemap.image.ImageTile;
import jingwei.basemap.store.FeatureStore;
import jingwei.basemap.store.ImageStore;
import jingwei.basemap.store.LayerStore;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 图层维护: the only writer of the catalogue and of published features (BDR-02, BDR-05, BDR-07).
@Component
public class LayerKeeper {

    private static final int IMAGES_AT_ONCE = 50;

    private final LayerStore store;
    private final FeatureStore features;
    private final ImageStore images;
    private final Layers layers;
    private final PlatformClock clock;

    LayerKeeper(LayerStore store, FeatureStore features, ImageStore images, Layers layers, PlatformClock clock) {
        this.images = images;
        this.store = store;
        this.features = features;
        this.layers = layers;
        this.clock = clock;
    }

    /// A feature as it was given.
    ///
    /// @param feature     in CGCS2000 degrees
    /// @param given       the geometry in the system it came in; WKB
    /// @param givenSystem word of that system
    public record Given(MapFeature feature, byte @org.jspecify.annotations.Nullable [] given,
            @org.jspecify.annotations.Nullable String givenSystem) {

        public static Given of(MapFeature feature) {
            return new Given(feature, null, null);
        }
    }

    /// Adds an entry to the catalogue or changes its names, drawing and metadata.
    ///
    /// @throws jingwei.standards.RefusedException `layer-shape-fixed` where features of another shape are there already
    @Transactional
    public void put(Layer layer) {
        layers.find(layer.id()).filter(known -> known.shape() != layer.shape() || known.keeping() != layer.keeping())
                .ifPresent(known -> {
                    throw Refusal.of(Refusal.Kind.CONFLICT, "layer-shape-fixed",
                            Text.of("图层“" + known.nameZh() + "”的几何类型不能改", "the shape of layer " + known.id() + " is fixed"),
                            Text.of("请另建一个图层", "add another layer")).under("BDR-07").asException();
                });
        store.put(layer);
        layers.changed();
    }

    /// 发布: makes the next version of a layer from what is given, in one transaction.
    ///
    /// @param whole whether the set is complete: what is in force and not given ends; otherwise it stays
    /// @param write hands over the features, one by one
    @Transactional
    public LayerVersion publish(String id, boolean whole, String by, String note, Consumer<Consumer<Given>> write) {
        Layer layer = layers.get(id);
        store.ensure(layer);
        int version = features.begin(id);
        try (FeatureStore.Writing writing = features.writing(id, version, false)) {
            write.accept(writing::add);
            writing.finish(whole);
            LayerVersion done = new LayerVersion(version, clock.now(), by, note, writing.added(), writing.changed(),
                    writing.removed());
            features.record(id, done);
            layers.changed();
            return done;
        }
    }

    /// 发布影像: makes the next version of an imagery layer from the squares given, in one transaction.
    ///
    /// @param whole whether squares of former versions do not show any more
    @Transactional
    public LayerVersion publishImages(String id, boolean whole, String by, String note, Consumer<Consumer<ImageTile>> write) {
        Layer layer = layers.get(id);
        store.ensure(layer);
        int version = features.begin(id);
        Envelope box = new Envelope();
        List<ImageTile> waiting = new ArrayList<>();
        int[] added = new int[1];
        write.accept(tile -> {
            box.expandToInclude(tile.address().box(0));
            waiting.add(tile);
            added[0]++;
            if (waiting.size() == IMAGES_AT_ONCE) {
                images.add(id, version, waiting);
                waiting.clear();
            }
        });
        if (!waiting.isEmpty()) {
            images.add(id, version, waiting);
        }
        images.finish(id, version, whole, box);
        LayerVersion done = new LayerVersion(version, clock.now(), by, note, added[0], 0, 0);
        features.record(id, done);
        layers.changed();
        return done;
    }

    /// As {@link #publish}, from a list that is complete.
    @Transactional
    public LayerVersion replace(String id, List<MapFeature> set, String by, String note) {
        return publish(id, true, by, note, sink -> set.forEach(feature -> sink.accept(Given.of(feature))));
    }

    public List<LayerVersion> versions(String id) {
        return features.versions(layers.get(id).id());
    }

    /// 增量: what changed in a layer behind a version, in pages by id (BDR-05).
    public List<FeatureChange> changedSince(String id, int version, String after, int limit) {
        return features.changedSince(layers.get(id).id(), version, after, limit);
    }
}
