package jingwei.door.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingwei.door.Connections;
import jingwei.door.Migrations;
import jingwei.door.StartRefused;
import org.postgresql.PGConnection;

/// 恢复: fills an empty system from a backup, all or nothing: the rows are committed only when the whole file was read and every
/// count is what the file says.
public final class Restore {

    private final Connections connections;
    private final Path media;

    public Restore(Connections connections, Path media) {
        this.connections = connections;
        this.media = media;
    }

    public Manifest read(Path file, String passphrase) throws SQLException {
        Manifest manifest;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(Sealed.open(in, passphrase))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(Backup.HEAD)) {
                throw unreadable();
            }
            Manifest head = Backup.JSON.readValue(zip.readAllBytes(), Manifest.class);
            if (head.move() != null) {
                throw new StartRefused("这是一个平台的迁移文件，不是整套备份；请用 move-in 迁入", "this is the file of a moving platform, not a backup; use move-in");
            }
            Migrations.run(connections, head.migration());
            manifest = fill(zip, head);
        } catch (IOException e) {
            throw unreadable();
        }
        Migrations.run(connections);
        return manifest;
    }

    private Manifest fill(ZipInputStream zip, Manifest head) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(connections.url(), connections.owner().user(),
                connections.owner().password()); Statement statement = database.createStatement()) {
            refuseUsed(statement);
            for (String day : head.days()) {
                statement.execute("SELECT collection.open_day('" + day + "')");
            }
            database.setAutoCommit(false);
            Map<String, Tables> tables = Tables.of(database).stream().collect(Collectors.toMap(Tables::name, table -> table));
            statement.execute("TRUNCATE " + String.join(",", tables.keySet()));
            open(statement, tables.values());
            Manifest manifest = entries(zip, database, tables, media);
            // What waits for the commit is judged now, before the tables are changed back.
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            counters(statement);
            close(statement, tables.values());
            database.commit();
            return manifest;
        }
    }

    /// Lets the owner write rows of every platform as they are. What the guard and the triggers keep from happening did not happen: these rows
    /// went through them once.
    static void open(Statement statement, Collection<Tables> tables) throws SQLException {
        for (Tables table : tables) {
            statement.execute("ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
            if (table.guarded()) {
                statement.execute("ALTER TABLE " + table.name() + " NO FORCE ROW LEVEL SECURITY");
            }
        }
    }

    /// Takes that back.
    static void close(Statement statement, Collection<Tables> tables) throws SQLException {
        for (Tables table : tables) {
            statement.execute("ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
            if (table.guarded()) {
                statement.execute("ALTER TABLE " + table.name() + " FORCE ROW LEVEL SECURITY");
            }
        }
    }

    /// Fills tables and media from the rest of the file. @throws StartRefused where the counts are not what the file says
    static Manifest entries(ZipInputStream zip, Connection database, Map<String, Tables> tables, Path media) throws SQLException, IOException {
        Map<String, Long> rows = new HashMap<>();
        long files = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.startsWith(Backup.TABLES)) {
                Tables table = tables.get(name.substring(Backup.TABLES.length()));
                if (table == null) {
                    throw unreadable();
                }
                rows.put(table.name(), database.unwrap(PGConnection.class).getCopyAPI()
                        .copyIn("COPY " + table.name() + " (" + table.list() + ") FROM STDIN", new Open(zip)));
            } else if (name.startsWith(Backup.MEDIA)) {
                Path to = media.resolve(name.substring(Backup.MEDIA.length())).normalize();
                if (!to.startsWith(media)) {
                    throw unreadable();
                }
                Files.createDirectories(to.getParent());
                Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
                files++;
            } else if (name.equals(Backup.END)) {
                Manifest manifest = Backup.JSON.readValue(zip.readAllBytes(), Manifest.class);
                if (!manifest.rows().equals(new TreeMap<>(rows)) || manifest.media() != files || zip.getNextEntry() != null) {
                    throw unreadable();
                }
                return manifest;
            }
        }
        throw unreadable();
    }

    /// Counters of identity columns go on after the highest number that was given. Read while the tables are open: under the guard the owner
    /// would find none.
    static void counters(Statement statement) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (ResultSet row = statement.executeQuery("""
                SELECT pg_get_serial_sequence(c.oid::regclass::text, a.attname),
                  format('SELECT setval(%1$L, greatest(nextval(%1$L), (SELECT max(%2$I) FROM %3$s)))',
                    pg_get_serial_sequence(c.oid::regclass::text, a.attname), a.attname, c.oid::regclass)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname = ANY (string_to_array('rooms', ','))
                  AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL
                """.replace("rooms", String.join(",", Migrations.ROOMS)))) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        for (String sql : columns.values()) {
            statement.execute(sql);
        }
    }

    private static void refuseUsed(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM tenancy.platforms")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new StartRefused("目标系统已有平台数据，恢复只写入空系统；请换一个空的数据目录或数据库",
                        "the target holds platforms already; restore into an empty folder or database");
            }
        }
    }

    static StartRefused unreadable() {
        return new StartRefused("备份文件打不开：口令不对，或文件不完整、被改动；没有写入任何数据",
                "the backup cannot be opened: wrong key, or the file is cut or altered; nothing was written");
    }

    /// The stream of one entry that a reader may not close.
    private static final class Open extends FilterInputStream {

        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The next entry is read from the same stream.
        }
    }
}
