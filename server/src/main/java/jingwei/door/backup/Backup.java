package jingwei.door.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingwei.door.Connections;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// 备份: writes all rows as they stand at one moment, and then the media, while the system works on. Media only grow and are
/// known by their content, so what the rows name is there when they are read.
public final class Backup {

    static final String HEAD = "head.json";
    static final String END = "manifest.json";
    static final String TABLES = "tables/";
    static final String MEDIA = "media/";
    static final String PLATFORMS = "tenancy.platforms";
    private static final int HASH = 64;
    static final JsonMapper JSON = new JsonMapper();

    private final Connections connections;
    private final Path media;
    private final Clock clock;

    /// @param media folder of the media; need not exist
    public Backup(Connections connections, Path media, Clock clock) {
        this.connections = connections;
        this.media = media;
        this.clock = clock;
    }

    /// Writes the file whole or not at all: under another name until it is complete.
    public Manifest write(Path file, String passphrase) throws IOException, SQLException {
        return write(file, passphrase, null);
    }

    /// @param move the one platform that is written; null for all
    Manifest write(Path file, String passphrase, Manifest.@Nullable Luggage move) throws IOException, SQLException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Manifest manifest;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half));
                ZipOutputStream zip = new ZipOutputStream(Sealed.seal(out, passphrase))) {
            zip.setLevel(Deflater.BEST_SPEED);
            manifest = write(zip, move);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    /// What a file would hold, without one.
    Manifest count(Manifest.Luggage move) throws IOException, SQLException {
        try (ZipOutputStream zip = new ZipOutputStream(OutputStream.nullOutputStream())) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            return write(zip, move);
        }
    }

    private Manifest write(ZipOutputStream zip, Manifest.@Nullable Luggage move) throws IOException, SQLException {
        Set<String> wanted = new HashSet<>();
        SortedMap<String, Long> rows = new TreeMap<>();
        Manifest head;
        try (Connection database = DriverManager.getConnection(connections.url(), connections.owner().user(),
                connections.owner().password())) {
            database.setAutoCommit(false);
            database.setReadOnly(true);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            head = new Manifest(clock.instant(), one(database, "SELECT max(version) FROM migrations.history WHERE success").getFirst(),
                    one(database, "SELECT to_char(to_date(right(c.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') FROM pg_inherits i "
                            + "JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'collection.positions'::regclass ORDER BY 1"),
                    new TreeMap<>(), 0, move);
            entry(zip, HEAD, JSON.writeValueAsBytes(head));
            long now = Long.parseLong(one(database, "SELECT pg_snapshot_xmax(pg_current_snapshot())").getFirst());
            List<String> platforms = move == null ? one(database, "SELECT id FROM tenancy.platforms ORDER BY id") : List.of(move.platform());
            for (Tables table : Tables.of(database)) {
                if (move != null && !table.guarded() && !table.name().equals(PLATFORMS)) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(TABLES + table.name()));
                String which = move != null && !table.guarded() ? " WHERE id = '" + move.platform() + "'" : "";
                rows.put(table.name(), copy(database, table, which, table.guarded() ? platforms : List.of(""), now, zip));
                zip.closeEntry();
            }
            if (move != null) {
                wanted.addAll(one(database, "SELECT hash FROM media.items"));
            }
            database.rollback();
        }
        Manifest manifest = new Manifest(head.made(), head.migration(), head.days(), rows,
                media(zip, name -> move == null || name.length() >= HASH && wanted.contains(name.substring(0, HASH))), move);
        entry(zip, END, JSON.writeValueAsBytes(manifest));
        return manifest;
    }

    private static long copy(Connection database, Tables table, String which, List<String> platforms, long now, OutputStream to) throws SQLException,
            IOException {
        long copied = 0;
        for (String platform : platforms) {
            try (Statement statement = database.createStatement()) {
                statement.execute("SELECT set_config('jingwei.platform', '" + platform + "', true)");
            }
            copied += database.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("COPY (SELECT " + table.values(now) + " FROM " + table.name() + which + ") TO STDOUT", to);
        }
        return copied;
    }

    private long media(ZipOutputStream zip, Predicate<String> which) throws IOException {
        if (!Files.isDirectory(media)) {
            return 0;
        }
        long count = 0;
        try (Stream<Path> files = Files.walk(media)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                    .filter(file -> which.test(file.getFileName().toString()))::iterator) {
                zip.putNextEntry(new ZipEntry(MEDIA + media.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
                count++;
            }
        }
        return count;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    static List<String> one(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
