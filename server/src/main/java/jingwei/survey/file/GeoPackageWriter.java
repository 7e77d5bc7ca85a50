package jingwei.survey.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// GeoPackage 导出: one table of features in an SQLite file, in CGCS2000 degrees; attribute names and texts at full length.
public final class GeoPackageWriter {

    /// `GPKG`, and version 1.3: what makes an SQLite file a GeoPackage.
    private static final int APPLICATION = 0x47504B47;
    private static final int VERSION = 10300;
    private static final int CGCS2000 = 4490;

    private GeoPackageWriter() {
    }

    /// @param file does not exist yet
        public static void write(Path file, String name, List<SurveyRecord> rows) throws IOException {
        Set<String> columns = rows.stream().flatMap(row -> row.attributes().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.setAutoCommit(false);
            head(statement);
            List<Geometry> shapes = rows.stream().map(SurveyRecord::geometry).filter(Objects::nonNull).toList();
            List<String> kinds = shapes.stream().map(shape -> shape.getGeometryType().toUpperCase(Locale.ROOT)).distinct().toList();
            Envelope all = new Envelope();
            shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
            about(connection, name, kinds.size() == 1 ? kinds.getFirst() : "GEOMETRY", all);
            statement.execute("CREATE TABLE " + quoted(name) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB"
                    + columns.stream().map(column -> ", " + quoted(column) + " TEXT").collect(Collectors.joining()) + ")");
            rows(connection, name, List.copyOf(columns), rows);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void head(Statement statement) throws SQLException {
        statement.execute("""
                CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
                  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""");
        statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL), "
                + "('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL), ('CGCS2000', " + CGCS2000 + ", 'EPSG', " + CGCS2000 + ", '"
                + ProjectionFile.cgcs2000() + "', NULL)");
        statement.execute("""
                CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
                  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
                  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id))""");
        statement.execute("""
                CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
                  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL
                  REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name))""");
    }

    private static void about(Connection connection, String name, String kind, Envelope all) throws SQLException {
        try (PreparedStatement contents = connection.prepareStatement("""
                INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
                VALUES (?, 'features', ?, ?, ?, ?, ?, ?)""");
                PreparedStatement column = connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")) {
            contents.setString(1, name);
            contents.setString(2, name);
            contents.setDouble(3, all.getMinX());
            contents.setDouble(4, all.getMinY());
            contents.setDouble(5, all.getMaxX());
            contents.setDouble(6, all.getMaxY());
            contents.setInt(7, CGCS2000);
            contents.execute();
            column.setString(1, name);
            column.setString(2, kind);
            column.setInt(3, CGCS2000);
            column.execute();
        }
    }

    private static void rows(Connection connection, String name, List<String> columns, List<SurveyRecord> rows) throws SQLException {
        String places = columns.stream().map(column -> ", ?").collect(Collectors.joining());
        String names = columns.stream().map(column -> ", " + quoted(column)).collect(Collectors.joining());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + quoted(name) + " (geom" + names + ") VALUES (?" + places + ")")) {
            for (SurveyRecord row : rows) {
                insert.setBytes(1, row.geometry() == null ? null : bytes(row.geometry()));
                for (int i = 0; i < columns.size(); i++) {
                    insert.setString(i + 2, row.attributes().get(columns.get(i)));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The head of a GeoPackage shape (little-endian, no envelope) before the shape itself.
    private static byte[] bytes(Geometry shape) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'G', 'P', 0, 1});
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(CGCS2000).array());
        out.writeBytes(new WKBWriter(2, 2).write(shape));
        return out.toByteArray();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
