package jingwei.survey.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// GeoPackage: the first table of features in an SQLite file.
final class GeoPackageReader implements RecordReader {

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final String shapeColumn;
    private final @Nullable String system;
    private final long total;
    private final WKBReader shapes = new WKBReader();
    private long number;

    private GeoPackageReader(Connection connection, Statement statement, ResultSet rows, String shapeColumn,
            @Nullable String system, long total) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.shapeColumn = shapeColumn;
        this.system = system;
        this.total = total;
    }

    static GeoPackageReader open(Path file) throws IOException {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1");
            Statement statement = connection.createStatement();
            String table;
            String column;
            String system;
            try (ResultSet about = statement.executeQuery("""
                    SELECT g.table_name, g.column_name, s.definition, s.organization, s.organization_coordsys_id
                    FROM gpkg_geometry_columns g JOIN gpkg_contents c USING (table_name)
                    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                    WHERE c.data_type = 'features' LIMIT 1
                    """)) {
                if (!about.next()) {
                    throw new SQLException("no table of features");
                }
                table = about.getString(1);
                column = about.getString(2);
                system = system(about.getString(3), about.getString(4), about.getInt(5));
            }
            String quoted = '"' + table.replace("\"", "\"\"") + '"';
            long total;
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted)) {
                total = count.getLong(1);
            }
            return new GeoPackageReader(connection, statement, statement.executeQuery("SELECT * FROM " + quoted), column, system,
                    total);
        } catch (SQLException e) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException again) {
                    e.addSuppressed(again);
                }
            }
            throw FileRefusal.of("geopackage-unreadable", "这不是 GeoPackage，或里面没有要素表", "this is no GeoPackage, or it has no table of features",
                    "请用 QGIS 或 ogr2ogr 重新导出 GeoPackage", "export it again with QGIS or ogr2ogr");
        }
    }

    private static @Nullable String system(@Nullable String definition, @Nullable String organization, int code) {
        if ("EPSG".equalsIgnoreCase(organization)) {
            String known = switch (code) {
                case 4490, 4326 -> "cgcs2000";
                case 3857 -> "web-mercator";
                case 4545, 4546, 4547, 4548 -> "cgcs2000-gk3-cm" + (108 + (code - 4545) * 3);
                case 4524, 4525, 4526, 4527 -> "cgcs2000-gk3-zone" + (code - 4488);
                default -> null;
            };
            if (known != null) {
                return known;
            }
        }
        return definition == null || definition.isBlank() || definition.equals("undefined") ? null
                : ProjectionFile.read(definition).orElse(null);
    }

    @Override
    public @Nullable SurveyRecord next() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            ResultSetMetaData about = rows.getMetaData();
            Map<String, String> attributes = new LinkedHashMap<>();
            Geometry shape = null;
            String flaw = null;
            for (int i = 1; i <= about.getColumnCount(); i++) {
                if (about.getColumnName(i).equals(shapeColumn)) {
                    byte[] blob = rows.getBytes(i);
                    try {
                        shape = blob == null ? null : shape(blob);
                    } catch (ParseException | RuntimeException e) {
                        flaw = "图形读不出 the shape cannot be read";
                    }
                } else if (rows.getString(i) != null) {
                    attributes.put(about.getColumnName(i), rows.getString(i));
                }
            }
            return new SurveyRecord(number, shape, attributes, flaw);
        } catch (SQLException e) {
            throw FileRefusal.broken("GeoPackage", "第 " + (number + 1) + " 行 row " + (number + 1));
        }
    }

    /// A head with a box of varying length, then plain WKB.
    private @Nullable Geometry shape(byte[] blob) throws ParseException {
        int flags = blob[3];
        int box = switch (flags >> 1 & 7) {
            case 0 -> 0;
            case 1 -> 32;
            case 2, 3 -> 48;
            default -> 64;
        };
        if ((flags & 0x10) != 0) {
            return null;
        }
        ByteBuffer rest = ByteBuffer.wrap(blob, 8 + box, blob.length - 8 - box).order(ByteOrder.BIG_ENDIAN).slice();
        byte[] wkb = new byte[rest.remaining()];
        rest.get(wkb);
        return shapes.read(wkb);
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public Optional<String> system() {
        return Optional.ofNullable(system);
    }

    @Override
    public List<String> columns() {
        try {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                if (!rows.getMetaData().getColumnName(i).equals(shapeColumn)) {
                    names.add(rows.getMetaData().getColumnName(i));
                }
            }
            return names;
        } catch (SQLException e) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            statement.close();
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
