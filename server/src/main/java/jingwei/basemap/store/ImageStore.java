package jingwei.basemap.store;

import java.util.List;
import java.util.Optional;
import jingwei.basemap.image.ImageTile;
import jingwei.basemap.image.Picture;
import jingwei.basemap.tile.TileAddress;
import jingwei.tenancy.Tenancy;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 影像库: squares of pictures by version; a newer one stands before an older, and none is written over.
@Repository
public class ImageStore {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ImageStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// What a version of an imagery layer holds.
    ///
    /// @param base oldest version whose squares still show
    public record ImageSet(int base, long tiles, int mostZoom, Envelope extent) {
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String layer, int version, List<ImageTile> tiles) {
        String platform = Tenancy.current().value();
        batches.batchUpdate("INSERT INTO basemap.image_tiles (platform, layer, zoom, tile_col, tile_row, version, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                tiles, tiles.size(), (row, tile) -> {
                    row.setString(1, platform);
                    row.setString(2, layer);
                    row.setInt(3, tile.address().zoom());
                    row.setInt(4, tile.address().column());
                    row.setInt(5, tile.address().row());
                    row.setInt(6, version);
                    row.setBytes(7, tile.content());
                });
    }

    /// @param whole whether the squares of older versions do not show any more
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(String layer, int version, boolean whole, Envelope box) {
        int base = whole ? version : database.sql("SELECT coalesce(max(base), :version) FROM basemap.image_sets WHERE layer = :layer")
                .param("version", version).param("layer", layer).query(Integer.class).single();
        Envelope all = new Envelope(box);
        if (!whole) {
            find(layer).ifPresent(known -> all.expandToInclude(known.extent()));
        }
        database.sql("""
                INSERT INTO basemap.image_sets (platform, layer, version, base, tiles, most_zoom, west, south, east, north)
                SELECT :platform, :layer, :version, :base, count(DISTINCT (zoom, tile_col, tile_row)), coalesce(max(zoom), 0), :west, :south, :east, :north
                FROM basemap.image_tiles WHERE layer = :layer AND version >= :base
                """).param("platform", Tenancy.current().value()).param("layer", layer).param("version", version).param("base", base)
                .param("west", all.getMinX()).param("south", all.getMinY()).param("east", all.getMaxX()).param("north", all.getMaxY()).update();
    }

    /// How many squares of a version there are already at these addresses, counted for a preview.
    @Transactional(readOnly = true)
    public Optional<ImageSet> find(String layer) {
        return database.sql("SELECT * FROM basemap.image_sets WHERE layer = :layer ORDER BY version DESC LIMIT 1").param("layer", layer)
                .query((row, number) -> new ImageSet(row.getInt("base"), row.getLong("tiles"), row.getInt("most_zoom"), new Envelope(
                        row.getDouble("west"), row.getDouble("east"), row.getDouble("south"), row.getDouble("north")))).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Picture> tile(String layer, int version, TileAddress at) {
        return database.sql("""
                SELECT t.content FROM basemap.image_tiles t
                WHERE t.layer = :layer AND t.zoom = :zoom AND t.tile_col = :col AND t.tile_row = :row AND t.version <= :version
                  AND t.version >= (SELECT max(base) FROM basemap.image_sets s WHERE s.layer = :layer AND s.version <= :version)
                ORDER BY t.version DESC LIMIT 1
                """).param("layer", layer).param("zoom", at.zoom()).param("col", at.column()).param("row", at.row()).param("version", version)
                .query(byte[].class).optional().flatMap(Picture::of);
    }
}
