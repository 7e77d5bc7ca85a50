package jingwei.media;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 影音库: takes evidence in and gives it out, for the bound platform.
@Component
public class Media {

    private static final int ENDING = 2048;

    private final JdbcClient database;
    private final MediaStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Path incoming;

    Media(JdbcClient database, MediaStore store, Clock clock, PlatformTransactionManager transactions,
            @Value("${jingwei.data}") Path data) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.incoming = data.resolve("incoming");
    }

    /// As {@link #add(InputStream, long, String)}, without a hash to compare.
    public MediaItem add(InputStream content, long size) {
        return add(content, size, null);
    }

    /// Takes in one piece: read once to a file of its own, checked, put in its place for good, and only then recorded.
    /// The same content is the same piece; adding it again answers the first one.
    ///
    /// @param size     bytes as announced; -1 where nothing was announced
    /// @param expected SHA-256 as announced; null where nothing was announced
    /// @throws RefusedException `media-type-unknown`, `media-too-large`, `media-incomplete`, `hash-differs`,
    ///                          `photo-unreadable` or `photo-too-many-pixels`
    public MediaItem add(InputStream content, long size, @Nullable String expected) {
        try {
            byte[] head = content.readNBytes(ContentType.HEAD);
            ContentType type = ContentType.of(head).orElseThrow(Media::unknown);
            if (size > type.kind().limit()) {
                throw tooLarge(type.kind());
            }
            Files.createDirectories(incoming);
            Path file = Files.createTempFile(incoming, "media", ".part");
            try {
                String hash = write(new SequenceInputStream(new ByteArrayInputStream(head), content), file, type);
                if (expected != null && !hash.equals(expected.strip().toLowerCase(Locale.ROOT))) {
                    throw differs();
                }
                long written = Files.size(file);
                if (size >= 0 && written != size) {
                    throw incomplete();
                }
                return keep(file, hash, type, written);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    public Optional<MediaItem> find(String hash) {
        return database.sql("SELECT * FROM media.items WHERE platform = :platform AND hash = :hash")
                .param("platform", Tenancy.current().value()).param("hash", hash.toLowerCase(Locale.ROOT))
                .query(Media::read).optional();
    }

    /// The piece of that hash, which must be of that kind.
    ///
    /// @throws RefusedException `no-such-media` or `wrong-media-kind`
    @Transactional(readOnly = true)
    public MediaItem require(String hash, MediaKind kind) {
        MediaItem item = find(hash).orElseThrow(Media::absent);
        if (item.kind() != kind) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "wrong-media-kind",
                    Text.of("此处要的是" + kind.zh() + "，给的是" + item.kind().zh(),
                            "wanted is " + kind + ", given was " + item.kind()),
                    Text.of("请换成" + kind.zh(), "give a piece of the wanted kind")).under("ACQ-03").asException();
        }
        return item;
    }

    /// Opens a part of the original, or of the small picture.
    public InputStream open(MediaItem item, boolean thumbnail, long from, long length) throws IOException {
        return store.open(thumbnail ? MediaStore.thumbnail(item.hash()) : MediaStore.original(item.hash()),
                from, length);
    }

    private String write(InputStream content, Path file, ContentType type) throws IOException {
        MessageDigest sha = sha256();
        long limit = type.kind().limit();
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        try (FileOutputStream output = new FileOutputStream(file.toFile());
                OutputStream fast = new BufferedOutputStream(output)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw tooLarge(type.kind());
                }
                sha.update(buffer, 0, read);
                fast.write(buffer, 0, read);
            }
            fast.flush();
            output.getFD().sync();
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private MediaItem keep(Path file, String hash, ContentType type, long size) throws IOException {
        Optional<MediaItem> known = transaction.execute(status -> find(hash));
        if (known.isPresent()) {
            return known.get();
        }
        Photo photo = type.kind() == MediaKind.IMAGE ? Photo.open(file) : null;
        if (type.type().equals("application/pdf")) {
            refuseCutDocument(file, size);
        } else if (type.type().matches("video/(mp4|3gpp|quicktime)|audio/mp4")) {
            MovieBoxes.check(file, size);
        }
        if (photo != null && !store.has(MediaStore.thumbnail(hash))) {
            Path small = Files.createTempFile(incoming, "thumbnail", ".part");
            try {
                ImageIO.write(photo.thumbnail(), "jpg", small.toFile());
                store.keep(MediaStore.thumbnail(hash), small);
            } finally {
                Files.deleteIfExists(small);
            }
        }
        if (!store.has(MediaStore.original(hash))) {
            store.keep(MediaStore.original(hash), file);
        }
        MediaItem item = new MediaItem(hash, type.kind(), type.type(), size, photo == null ? null : photo.width(),
                photo == null ? null : photo.height(), photo == null ? null : photo.takenAt(),
                photo == null ? null : photo.longitude(), photo == null ? null : photo.latitude(), photo != null,
                SignedIn.find().map(SignedIn::account).orElse(null), clock.instant());
        return transaction.execute(status -> {
            record(item);
            return find(hash).orElseThrow();
        });
    }

    private void record(MediaItem item) {
        database.sql("""
                INSERT INTO media.items (platform, hash, kind, type, size, width, height, taken_at, longitude, latitude,
                                         thumbnail, added_by, added_at)
                VALUES (:platform, :hash, :kind, :type, :size, :width, :height, :taken, :longitude, :latitude,
                        :thumbnail, :by, :at)
                ON CONFLICT (platform, hash) DO NOTHING
                """)
                .param("platform", Tenancy.current().value()).param("hash", item.hash())
                .param("kind", item.kind().name()).param("type", item.type()).param("size", item.size())
                .param("width", item.width()).param("height", item.height())
                .param("taken", item.takenAt() == null ? null : Timestamp.from(item.takenAt()))
                .param("longitude", item.longitude()).param("latitude", item.latitude())
                .param("thumbnail", item.thumbnail()).param("by", item.addedBy())
                .param("at", Timestamp.from(item.addedAt())).update();
    }

    private static void refuseCutDocument(Path file, long size) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            input.skipNBytes(Math.max(0, size - ENDING));
            if (!new String(input.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw incomplete();
            }
        }
    }

    private static MediaItem read(ResultSet row, int number) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        return new MediaItem(row.getString("hash"), MediaKind.valueOf(row.getString("kind")), row.getString("type"),
                row.getLong("size"), row.getObject("width", Integer.class), row.getObject("height", Integer.class),
                taken == null ? null : taken.toInstant(), row.getObject("longitude", Double.class),
                row.getObject("latitude", Double.class), row.getBoolean("thumbnail"),
                row.getObject("added_by", UUID.class), row.getTimestamp("added_at").toInstant());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unknown() {
        return Refusal.of(Refusal.Kind.WRONG_TYPE, "media-type-unknown",
                Text.of("文件内容不是可接受的照片、录音、录像或文档", "the content is no accepted photo, sound, video or document"),
                Text.of("可上传 JPEG、PNG、MP4、3GP、MOV、WebM、AAC、AMR、MP3、WAV、OGG、PDF；请转换后重传",
                        "JPEG, PNG, MP4, 3GP, MOV, WebM, AAC, AMR, MP3, WAV, OGG and PDF are accepted; convert it"))
                .under("ACQ-03").asException();
    }

    private static RuntimeException tooLarge(MediaKind kind) {
        long megabytes = kind.limit() / 1024 / 1024;
        return Refusal.of(Refusal.Kind.TOO_LARGE, "media-too-large",
                Text.of(kind.zh() + "超过 " + megabytes + " MB", "larger than " + megabytes + " MB"),
                Text.of("请压缩或缩短后重传", "make it smaller or shorter and upload it again")).under("ACQ-03")
                .asException();
    }

    static RuntimeException incomplete() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "media-incomplete",
                Text.of("文件不完整", "the content is not complete"),
                Text.of("请重新上传", "upload it again")).under("ACQ-03").asException();
    }

    private static RuntimeException differs() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "hash-differs",
                Text.of("收到的内容与声明的摘要不符", "what arrived differs from the announced hash"),
                Text.of("请重新上传", "upload it again")).under("ACQ-03").asException();
    }

    /// @return the refusal `no-such-media`
    public static RuntimeException absent() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-media",
                Text.of("没有这份影音", "there is no such media"),
                Text.of("请先上传，或检查摘要", "upload it first, or check the hash")).under("ACQ-03").asException();
    }
}
