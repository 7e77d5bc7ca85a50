package jingwei.basemap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jingwei.basemap.store.ImageStore;
import jingwei.basemap.store.LayerStore;
import jingwei.basemap.land.LandSources;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/// 图层目录: the layers of the platform being served, and the source of each.
///
/// The standard layers stand in the catalogue of every platform, stored or not; a platform adds its own (BDR-07).
@Component
public class Layers {

    private final LayerStore store;
    private final LandSources land;
    private final ImageStore images;
    private final PerPlatform<List<Layer>> catalogue;
    /// The features of a stored layer, one picture a layer, replaced when a newer version is published.
    private final Map<Key, Picture> pictures = new ConcurrentHashMap<>();

    private record Key(PlatformId platform, String layer) {
    }

    private record Picture(int version, FeatureIndex index) {
    }

    Layers(LayerStore store, LandSources land, ImageStore images, Clock clock) {
        this.images = images;
        this.store = store;
        this.land = land;
        this.catalogue = new PerPlatform<>(clock, store::revision, store::catalogue);
    }

    /// All layers, the lowest of the drawing first.
    public List<Layer> all() {
        return catalogue.get();
    }

    public Optional<Layer> find(String id) {
        return all().stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /// @throws RefusedException `layer-unknown`, naming the layers there are
    public Layer get(String id) {
        return find(id).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "layer-unknown",
                Text.of("没有图层“" + id + "”", "there is no layer \"" + id + "\""),
                Text.of("请从图层目录中选择", "choose one of the catalogue"))
                .missing(all().stream().map(Layer::id).toList()).under("BDR-07").asException());
    }

    /// Where the features of the layer are read.
    public LayerSource source(Layer layer) {
        return switch (layer.keeping()) {
            case FEATURES -> new Kept(layer);
            case UNIT_GRIDS -> land.unitGrids();
            case DUTY_GRIDS -> land.dutyGrids();
            case COMMUNITIES -> land.communities();
            case COMPONENTS -> land.components();
            case IMAGERY -> new Pictured(layer);
        };
    }

    /// The open transaction has changed the catalogue or published a version.
    public void changed() {
        catalogue.changed();
    }

    private FeatureIndex index(Layer layer) {
        Key key = new Key(Tenancy.current(), layer.id());
        Picture known = pictures.get(key);
        if (known == null || known.version() != layer.version()) {
            known = new Picture(layer.version(), new FeatureIndex(store.features(layer.id(), layer.version())));
            pictures.put(key, known);
        }
        return known.index();
    }

    /// A layer of pictures: it has squares, and no features.
    private final class Pictured implements LayerSource {

        private final Layer layer;
        private final Optional<ImageStore.ImageSet> set;

        Pictured(Layer layer) {
            this.layer = layer;
            this.set = layer.version() == 0 ? Optional.empty() : images.find(layer.id());
        }

        @Override
        public long revision() {
            return layer.version();
        }

        @Override
        public List<MapFeature> within(Envelope box, int most) {
            return List.of();
        }

        @Override
        public List<MapFeature> page(@Nullable Envelope box, String after, int limit) {
            return List.of();
        }

        @Override
        public Optional<MapFeature> find(String id) {
            return Optional.empty();
        }

        @Override
        public long count() {
            return set.map(ImageStore.ImageSet::tiles).orElse(0L);
        }

        @Override
        public Envelope extent() {
            return set.map(ImageStore.ImageSet::extent).orElseGet(Envelope::new);
        }
    }

    /// A layer whose features this room keeps.
    private final class Kept implements LayerSource {

        private final Layer layer;

        Kept(Layer layer) {
            this.layer = layer;
        }

        @Override
        public long revision() {
            return layer.version();
        }

        @Override
        public List<MapFeature> within(Envelope box, int most) {
            return index(layer).within(box, most);
        }

        @Override
        public List<MapFeature> page(@Nullable Envelope box, String after, int limit) {
            return index(layer).page(box, after, limit);
        }

        @Override
        public Optional<MapFeature> find(String id) {
            return index(layer).find(id);
        }

        @Override
        public long count() {
            return index(layer).size();
        }

        @Override
        public Envelope extent() {
            return index(layer).extent();
        }
    }
}
