package jingwei.basemap.image;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import jingwei.basemap.tile.TileAddress;
import jingwei.standards.RefusedException;
import org.jspecify.annotations.Nullable;

/// MBTiles, or the first table of tiles of a GeoPackage in the squares of Web Mercator.
final class TilePackage implements ImagePackage {

    private static final double HALF = Math.PI * 6_378_137;

    private final Connection connection;
    private final ResultSet rows;
    private final boolean fromSouth;
    private final int offset;
    private final long total;
    private long number;

    private TilePackage(Connection connection, ResultSet rows, boolean fromSouth, int offset, long total) {
        this.connection = connection;
        this.rows = rows;
        this.fromSouth = fromSouth;
        this.offset = offset;
        this.total = total;
    }

    static TilePackage open(Path file) throws IOException {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1");
            Statement statement = connection.createStatement();
            if (has(statement, "gpkg_contents")) {
                return geoPackage(connection, statement);
            }
            if (!has(statement, "tiles") || !has(statement, "metadata")) {
                throw ImageFaults.unreadable();
            }
            long total = count(statement, "tiles");
            return new TilePackage(connection, statement.executeQuery("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles"), true, 0, total);
        } catch (SQLException | RefusedException e) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException again) {
                    e.addSuppressed(again);
                }
            }
            throw e instanceof RefusedException refused ? refused : ImageFaults.unreadable();
        }
    }

    /// The levels must be those of the usual squares: only then does a row and a column mean the same place for everyone.
    private static TilePackage geoPackage(Connection connection, Statement statement) throws SQLException {
        String table;
        int offset;
        try (ResultSet set = statement.executeQuery("""
                SELECT c.table_name, s.organization_coordsys_id, s.min_x, s.max_y, m.zoom_level, m.pixel_x_size * m.tile_width
                FROM gpkg_contents c
                JOIN (SELECT t.*, r.organization_coordsys_id FROM gpkg_tile_matrix_set t JOIN gpkg_spatial_ref_sys r ON r.srs_id = t.srs_id) s
                  ON s.table_name = c.table_name
                JOIN gpkg_tile_matrix m ON m.table_name = c.table_name
                WHERE c.data_type = 'tiles' ORDER BY c.table_name, m.zoom_level LIMIT 1
                """)) {
            if (!set.next()) {
                throw ImageFaults.unreadable();
            }
            double level = Math.log(2 * HALF / set.getDouble(6)) / Math.log(2);
            if (set.getInt(2) != 3857 || Math.abs(set.getDouble(3) + HALF) > 1 || Math.abs(set.getDouble(4) - HALF) > 1
                    || Math.abs(level - Math.rint(level)) > 1e-6) {
                throw ImageFaults.otherSquares();
            }
            table = set.getString(1).replace("\"", "\"\"");
            offset = (int) Math.rint(level) - set.getInt(5);
        }
        long total = count(statement, table);
        return new TilePackage(connection, statement.executeQuery("SELECT zoom_level, tile_column, tile_row, tile_data FROM \"" + table + "\""),
                false, offset, total);
    }

    private static boolean has(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
            return found.next();
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public @Nullable ImageTile next() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            int zoom = rows.getInt(1) + offset;
            int row = rows.getInt(3);
            byte[] content = rows.getBytes(4);
            return new ImageTile(number, new TileAddress(zoom, rows.getInt(2), fromSouth && zoom >= 0 && zoom <= TileAddress.FINEST
                    ? (1 << zoom) - 1 - row : row), content == null ? new byte[0] : content);
        } catch (SQLException e) {
            throw new IOException("tile " + (number + 1) + " of the package cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
