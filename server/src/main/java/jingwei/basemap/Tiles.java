package jingwei.basemap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import jingwei.basemap.tile.TileAddress;
import jingwei.basemap.tile.TileWriter;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/// 瓦片: draws the squares of a layer when they are asked for, and keeps the last ones packed.
///
/// The key of the cache holds the source's revision, so a change is seen at the next request and nothing is ever swept.
@Component
public class Tiles {

    /// More in one square is no map any more.
    private static final int MOST = 60_000;
    private static final long KEPT_BYTES = 24L * 1024 * 1024;
    /// How far beyond the square features are read, so that lines and labels at its edge are whole.
    private static final double MARGIN = 1.0 / 64;

    private final Layers layers;
    private final Cache<Key, Tile> kept = Caffeine.newBuilder().maximumWeight(KEPT_BYTES)
            .weigher((Key key, Tile tile) -> tile.packed().length + 200).build();

    private record Key(PlatformId platform, String layer, TileAddress address, long revision) {
    }

    /// A drawn square.
    ///
    /// @param revision revision of the layer it was drawn from
    /// @param packed   gzip of a Mapbox Vector Tile; empty where there is nothing
    public record Tile(long revision, byte[] packed) {
    }

    Tiles(Layers layers) {
        this.layers = layers;
    }

    /// @throws jingwei.standards.RefusedException `layer-unknown`
    public Tile draw(String id, TileAddress address) {
        Layer layer = layers.get(id);
        LayerSource source = layers.source(layer);
        long revision = source.revision();
        return kept.get(new Key(Tenancy.current(), id, address, revision), key -> {
            List<MapFeature> features = address.zoom() < layer.leastZoom() ? List.of()
                    : source.within(address.box(layer.shape() == Layer.Shape.POINT ? 0 : MARGIN), MOST);
            return new Tile(revision, pack(TileWriter.write(id, address, features)));
        });
    }

    /// The same square, named by its numbers. @throws jingwei.standards.RefusedException `layer-unknown`, `tile-out-of-range`
    public Tile draw(String id, int zoom, int column, int row) {
        return draw(id, new TileAddress(zoom, column, row));
    }

    private static byte[] pack(byte[] tile) {
        if (tile.length == 0) {
            return tile;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(tile.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(tile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
