package jingwei.exchange.move;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// 平台搬迁: packs a platform into one archive and unpacks it on another server, or only says what would be packed or unpacked.
///
/// Packing reads one moment of the database. Unpacking is one transaction: all rows and the platform itself, or nothing. Before
/// it is packed the platform's lines are cut here and stay so; what the partners write meanwhile waits for the new address.
@Component
public class Moving {

    private static final String MANIFEST = "manifest.json";

    private final TableRows rows;
    private final Platforms platforms;
    private final Media media;
    private final JdbcTemplate database;
    private final JsonMapper json;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    Moving(TableRows rows, Platforms platforms, Media media, JdbcTemplate database, JsonMapper json,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.platforms = platforms;
        this.media = media;
        this.database = database;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
    }

    /// 结果.
    public record Moved(String platform, int tables, long rows, int media, long bytes) {
    }

    /// Counts what would be packed; writes nothing. @throws RefusedException `no-such-platform`
    public Moved measure(PlatformId id) {
        require(id);
        return Tenancy.within(id, () -> reading.execute(status -> {
            Map<String, List<String>> tables = rows.tables();
            List<MediaItem> items = items();
            return new Moved(id.value(), tables.size(), tables.keySet().stream().mapToLong(rows::count).sum(), items.size(),
                    items.stream().mapToLong(MediaItem::size).sum());
        }));
    }

    /// Packs the platform. @throws RefusedException `no-such-platform`, `archive-exists`
    public Moved pack(PlatformId id, Path file) throws IOException {
        Platform platform = require(id);
        if (Files.exists(file)) {
            throw refuse("archive-exists", "文件 " + file.getFileName() + " 已存在", "the file exists", "请换一个文件名", "choose another name");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        lines(id, "CUT");
        boolean packed = false;
        try (ZipOutputStream zip = new ZipOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(part)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            Moved moved = Tenancy.within(id, () -> reading.execute(status -> {
                try {
                    return pack(platform, zip);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
            zip.finish();
            zip.close();
            Files.move(part, file);
            packed = true;
            return moved;
        } finally {
            Files.deleteIfExists(part);
            if (!packed) {
                lines(id, "OPEN");
            }
        }
    }

    /// A platform that moves out takes no more letters here: they wait with their senders for its new address.
    private void lines(PlatformId id, String line) {
        Tenancy.run(id, () -> writing.executeWithoutResult(status -> database.update(
                "UPDATE exchange.partners SET line = ? WHERE platform = ?", line, id.value())));
    }

    private Moved pack(Platform platform, ZipOutputStream zip) throws IOException {
        List<Manifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : rows.tables().entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".csv"));
            MessageDigest sha = sha();
            long many = rows.read(table.getKey(), table.getValue(), new DigestOutputStream(kept(zip), sha));
            zip.closeEntry();
            tables.add(new Manifest.Table(table.getKey(), table.getValue(), many, HexFormat.of().formatHex(sha.digest())));
        }
        long bytes = 0;
        List<MediaItem> items = items();
        for (MediaItem item : items) {
            zip.putNextEntry(new ZipEntry("media/" + item.hash()));
            try (InputStream content = media.open(item, false, 0, item.size())) {
                bytes += content.transferTo(zip);
            }
            zip.closeEntry();
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, platform.id().value(), platform.name().zh(), platform.name().en(),
                platform.region(), platform.model().name(), platform.standing().name(),
                platform.liveSince() == null ? null : platform.liveSince().toString(), tables, items.stream().map(MediaItem::hash).toList());
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
        return new Moved(platform.id().value(), tables.size(), manifest.rows(), items.size(), bytes);
    }

    /// Unpacks an archive, or tries it and takes everything back.
    ///
    /// @param hosting how the platform stands here: on its own server or hosted
    /// @param above   address of the platforms it exchanges with by loopback until now; null leaves them
    /// @throws RefusedException `not-an-archive`, `platform-exists`, `archive-newer`, `archive-damaged`
    public Moved unpack(Path file, Platform.Hosting hosting, @Nullable String above, boolean dryRun) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            PlatformId id = PlatformId.of(manifest.platform());
            if (platforms.find(id).isPresent()) {
                throw refuse("platform-exists", "本服务器上已有平台“" + id + "”", "the platform is here already",
                        "平台标识不会改用；请确认没有搬错", "an id is never used twice; see that it is the right archive");
            }
            return Tenancy.within(id, () -> {
                long bytes = dryRun ? check(zip, manifest) : 0;
                Moved moved = writing.execute(status -> {
                    Moved all = unpack(zip, manifest, hosting, above);
                    if (dryRun) {
                        status.setRollbackOnly();
                    }
                    return all;
                });
                return dryRun ? new Moved(moved.platform(), moved.tables(), moved.rows(), moved.media(), bytes)
                        : new Moved(moved.platform(), moved.tables(), moved.rows(), moved.media(), bring(zip, manifest));
            });
        }
    }

    private Moved unpack(ZipFile zip, Manifest manifest, Platform.Hosting hosting, @Nullable String above) {
        platforms.create(new Platform(PlatformId.of(manifest.platform()), Text.of(manifest.nameZh(), manifest.nameEn()), manifest.region(),
                Platform.OperatingModel.valueOf(manifest.model()), hosting, Platform.Standing.valueOf(manifest.standing()),
                manifest.liveSince() == null ? null : Instant.parse(manifest.liveSince())));
        Map<String, List<String>> here = rows.tables();
        long all = 0;
        for (Manifest.Table table : manifest.tables()) {
            if (!here.getOrDefault(table.name(), List.of()).containsAll(table.columns())) {
                throw refuse("archive-newer", "本程序没有表 " + table.name() + " 或它的栏目", "this program lacks the table or a column",
                        "请先升级到打包时的版本", "upgrade to the version that packed it first");
            }
            MessageDigest sha = sha();
            try (InputStream entry = entry(zip, "tables/" + table.name() + ".csv")) {
                long many = rows.write(table.name(), table.columns(), new DigestInputStream(entry, sha));
                if (many != table.rows() || !HexFormat.of().formatHex(sha.digest()).equals(table.sum())) {
                    throw damaged(table.name());
                }
                all += many;
            } catch (IOException e) {
                throw damaged(table.name());
            }
        }
        database.update("UPDATE exchange.partners SET line = 'OPEN' WHERE platform = ?", manifest.platform());
        if (above != null) {
            database.update("UPDATE exchange.partners SET address = ? WHERE platform = ? AND address = 'loopback'", above,
                    manifest.platform());
        }
        return new Moved(manifest.platform(), manifest.tables().size(), all, manifest.media().size(), 0);
    }

    /// The media, each compared with its hash; a piece that is here already is not written twice.
    private long bring(ZipFile zip, Manifest manifest) {
        long bytes = 0;
        for (String hash : manifest.media()) {
            try (InputStream content = entry(zip, "media/" + hash)) {
                bytes += media.restore(content, hash);
            } catch (IOException e) {
                throw damaged(hash);
            }
        }
        return bytes;
    }

    private static long check(ZipFile zip, Manifest manifest) {
        long bytes = 0;
        for (String hash : manifest.media()) {
            MessageDigest sha = sha();
            try (InputStream content = new DigestInputStream(entry(zip, "media/" + hash), sha)) {
                bytes += content.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw damaged(hash);
            }
            if (!HexFormat.of().formatHex(sha.digest()).equals(hash)) {
                throw damaged(hash);
            }
        }
        return bytes;
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        if (entries.hasMoreElements() && zip.getEntry(MANIFEST) != null) {
            try (InputStream entry = entry(zip, MANIFEST)) {
                Manifest manifest = json.readValue(entry.readAllBytes(), Manifest.class);
                if (Manifest.FORMAT.equals(manifest.format())) {
                    return manifest;
                }
            }
        }
        throw refuse("not-an-archive", "这不是平台搬迁包", "this is no archive of a platform", "请用 platform --export 打出的文件",
                "use a file that platform --export made");
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
        };
    }

    /// An entry's end is not the archive's.
    private static OutputStream kept(OutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int many) throws IOException {
                out.write(bytes, from, many);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    private List<MediaItem> items() {
        return media.all();
    }

    private Platform require(PlatformId id) {
        return platforms.find(id).orElseThrow(() -> refuse("no-such-platform", "本服务器上没有平台“" + id + "”", "the platform is not here",
                "请核对平台标识", "check the id"));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RefusedException damaged(String what) {
        return refuse("archive-damaged", "搬迁包中的 " + what + " 不完整或被改动", "a part of the archive is incomplete or altered",
                "请重新打包；什么也没有写入", "pack it again; nothing was written");
    }

    private static RefusedException refuse(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EXC-02").asException();
    }
}
