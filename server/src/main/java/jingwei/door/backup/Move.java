package jingwei.door.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingwei.door.Connections;
import jingwei.door.Migrations;
import jingwei.door.StartRefused;

/// 迁移 (建租结合): one platform leaves this system with all it has and goes on in another.
///
/// 1. {@link #out} writes its file, proves that the file can be read, and seals the rows here: from then on nobody signs in to it, no letter is
///    taken for it, and the letters of those who stay wait for it at its new address.
/// 2. {@link #in} fills another system from the file, all or nothing. Letters go on with the next sequence, by the same keys.
/// 3. {@link #clear} removes what was left behind. Until then {@link #back} takes the move back.
///
/// No server works on the database meanwhile: what is written while a file is made would be lost.
public final class Move {

    private final Connections connections;
    private final Path media;
    private final Clock clock;

    public Move(Connections connections, Path media, Clock clock) {
        this.connections = connections;
        this.media = media;
        this.clock = clock;
    }

    /// What would be written. Nothing is changed.
    public Manifest count(String platform) throws IOException, SQLException {
        try (Connection database = owner(); Statement statement = database.createStatement()) {
            refuseServed(database);
            stays(statement, platform);
        }
        return new Backup(connections, media, clock).count(new Manifest.Luggage(platform, ""));
    }

    /// 迁出.
    ///
    /// @param to   where it will be reached; `loopback` where its new server hosts its partners too
    /// @param here where those who stay are reached from outside; empty where it exchanges with none of them
    /// @throws StartRefused with nothing changed
    public Manifest out(String platform, Path file, String passphrase, String to, String here) throws IOException, SQLException {
        try (Connection database = owner(); Statement statement = database.createStatement()) {
            refuseServed(database);
            stays(statement, platform);
            guard(statement, platform);
            if (here.isEmpty() && !Backup.one(database, "SELECT partner FROM exchange.partners WHERE state = 'JOINED' AND address = 'loopback'").isEmpty()) {
                throw new StartRefused("该平台与本服务器上的平台交换信件，请给出本服务器的对外地址 --here https://…",
                        "it exchanges letters with platforms of this server; say where this server is reached: --here https://…");
            }
            Manifest written = new Backup(connections, media, clock).write(file, passphrase, new Manifest.Luggage(platform, here));
            prove(file, passphrase, written);
            database.setAutoCommit(false);
            update(database, "UPDATE tenancy.platforms SET moved_at = ?, moved_to = ? WHERE id = ?", Timestamp.from(clock.instant()), to, platform);
            update(database, "DELETE FROM identity.sessions WHERE platform = ?", platform);
            for (String other : Backup.one(database, "SELECT id FROM tenancy.platforms WHERE moved_at IS NULL ORDER BY id")) {
                guard(statement, other);
                update(database, "UPDATE exchange.partners SET address = ?, failures = 0 WHERE partner = ? AND address = 'loopback'", to, platform);
            }
            database.commit();
            return written;
        }
    }

    /// 迁入: beside the platforms that are here, or into an empty system.
    ///
    /// @throws StartRefused with nothing changed
    public Manifest in(Path file, String passphrase) throws SQLException {
        Migrations.run(connections);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(Sealed.open(bytes, passphrase));
                Connection database = owner(); Statement statement = database.createStatement()) {
            refuseServed(database);
            Manifest head = head(zip);
            Manifest.Luggage luggage = head.move();
            if (luggage == null) {
                throw new StartRefused("这是整套备份，不是一个平台的迁移文件；请用 restore 恢复", "this is a backup, not the file of a moving platform; use restore");
            }
            String ours = Backup.one(database, "SELECT max(version) FROM migrations.history WHERE success").getFirst();
            if (!ours.equals(head.migration())) {
                throw new StartRefused("迁移文件的数据版本是 " + head.migration() + "，本程序是 " + ours + "；请先把两边升级到同一版本",
                        "the file's version is " + head.migration() + ", this program's is " + ours + "; bring both sides to one version first");
            }
            List<String> here = Backup.one(database, "SELECT id FROM tenancy.platforms");
            if (here.contains(luggage.platform())) {
                throw new StartRefused("本系统已有平台 " + luggage.platform() + "；它若是早先迁出的，请先 move-clear", "the system has platform "
                        + luggage.platform() + "; where it moved out before, use move-clear first");
            }
            for (String day : head.days()) {
                statement.execute("SELECT collection.open_day('" + day + "')");
            }
            database.setAutoCommit(false);
            Map<String, Tables> tables = tables(database);
            Restore.open(statement, tables.values());
            Manifest moved = Restore.entries(zip, database, tables, media);
            settle(database, luggage, Backup.one(database, "SELECT id FROM tenancy.platforms WHERE moved_at IS NULL AND id <> '" + luggage.platform() + "'"));
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            Restore.counters(statement);
            Restore.close(statement, tables.values());
            database.commit();
            return moved;
        } catch (IOException e) {
            throw Restore.unreadable();
        }
    }

    /// 清除: the rows that a platform left behind, and the media nobody else names. @return rows removed
    public long clear(String platform) throws IOException, SQLException {
        try (Connection database = owner(); Statement statement = database.createStatement()) {
            refuseServed(database);
            gone(database, platform);
            database.setAutoCommit(false);
            List<Tables> tables = new ArrayList<>(tables(database).values());
            Restore.open(statement, tables);
            Set<String> media = new HashSet<>(Backup.one(database, "SELECT hash FROM media.items WHERE platform = '" + platform
                    + "' EXCEPT SELECT hash FROM media.items WHERE platform <> '" + platform + "'"));
            long rows = 0;
            for (Tables table : tables.reversed()) {
                if (table.guarded()) {
                    rows += statement.executeLargeUpdate("DELETE FROM " + table.name() + " WHERE platform = '" + platform + "'");
                }
            }
            rows += update(database, "DELETE FROM tenancy.platforms WHERE id = ?", platform);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            Restore.close(statement, tables);
            database.commit();
            remove(media);
            return rows;
        }
    }

    /// 撤回: it works here again, as if it had not moved. Only where it works nowhere else: two that act as one platform would both be wrong.
    public void back(String platform) throws SQLException {
        try (Connection database = owner(); Statement statement = database.createStatement()) {
            refuseServed(database);
            gone(database, platform);
            database.setAutoCommit(false);
            update(database, "UPDATE tenancy.platforms SET moved_at = NULL, moved_to = NULL WHERE id = ?", platform);
            guard(statement, platform);
            List<String> near = Backup.one(database, "SELECT partner FROM exchange.partners WHERE address = 'loopback'");
            for (String other : near) {
                guard(statement, other);
                update(database, "UPDATE exchange.partners SET address = 'loopback', failures = 0 WHERE partner = ?", platform);
            }
            database.commit();
        }
    }

    /// Who hosts whom now, and where partners are reached. What was sealed with the other machine's own key cannot be opened here.
    private void settle(Connection database, Manifest.Luggage luggage, List<String> here) throws SQLException {
        String platform = luggage.platform();
        update(database, "UPDATE tenancy.platforms SET hosting = ? WHERE id = ?", here.isEmpty() ? "OWN" : "HOSTED", platform);
        if (!luggage.here().isEmpty()) {
            update(database, "UPDATE exchange.partners SET address = ?, failures = 0 WHERE platform = ? AND address = 'loopback'", luggage.here(), platform);
        }
        update(database, """
                UPDATE exchange.partners SET address = 'loopback', failures = 0 WHERE address NOT LIKE 'gateway:%'
                  AND (platform = ? AND partner = ANY (?) OR partner = ? AND platform = ANY (?))
                """, platform, here.toArray(String[]::new), platform, here.toArray(String[]::new));
        update(database, "DELETE FROM identity.second_steps WHERE platform = ?", platform);
        update(database, "UPDATE identity.persons SET identity_digest = NULL WHERE platform = ?", platform);
    }

    private static Map<String, Tables> tables(Connection database) throws SQLException {
        Map<String, Tables> tables = new LinkedHashMap<>();
        Tables.of(database).forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    /// Reads the whole file once more: what cannot be read is no file, and then nothing here is sealed.
    private static void prove(Path file, String passphrase, Manifest written) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file)); ZipInputStream zip = new ZipInputStream(Sealed.open(bytes, passphrase))) {
            head(zip);
            Manifest read = null;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Backup.END)) {
                    read = Backup.JSON.readValue(zip.readAllBytes(), Manifest.class);
                } else {
                    zip.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            if (!written.equals(read)) {
                throw Restore.unreadable();
            }
        }
    }

    private static Manifest head(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(Backup.HEAD)) {
            throw Restore.unreadable();
        }
        return Backup.JSON.readValue(zip.readAllBytes(), Manifest.class);
    }

    private void refuseServed(Connection database) throws SQLException {
        if (!Backup.one(database, "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = '"
                + connections.application().user() + "'").isEmpty()) {
            throw new StartRefused("还有服务在用这个数据库；请先停下所有服务再迁移", "a server works on this database; stop every server first");
        }
    }

    private static void stays(Statement statement, String platform) throws SQLException {
        List<String> here = Backup.one(statement.getConnection(), "SELECT id FROM tenancy.platforms WHERE moved_at IS NULL ORDER BY id");
        if (!here.contains(platform)) {
            throw new StartRefused("本系统没有平台 " + platform + "，有：" + String.join("、", here), "there is no platform " + platform + " here; there are: "
                    + String.join(", ", here));
        }
    }

    private static void gone(Connection database, String platform) throws SQLException {
        List<String> moved = Backup.one(database, "SELECT id FROM tenancy.platforms WHERE moved_at IS NOT NULL ORDER BY id");
        if (!moved.contains(platform)) {
            throw new StartRefused("平台 " + platform + " 没有从本系统迁出；已迁出的：" + String.join("、", moved), "platform " + platform
                    + " has not moved out of here; those that have: " + String.join(", ", moved));
        }
    }

    private void remove(Set<String> hashes) throws IOException {
        for (String hash : hashes) {
            Path file = media.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(hash + ".thumbnail.jpg"));
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(connections.url(), connections.owner().user(), connections.owner().password());
    }

    /// Rows of this platform are seen from now on.
    private static void guard(Statement statement, String platform) throws SQLException {
        statement.execute("SELECT set_config('jingwei.platform', '" + platform.replace("'", "''") + "', false)");
    }

    private static long update(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof String[] many ? database.createArrayOf("text", many) : values[i]);
            }
            return statement.executeLargeUpdate();
        }
    }
}
