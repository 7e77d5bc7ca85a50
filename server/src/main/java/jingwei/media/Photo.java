package jingwei.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.TimeZone;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/// 照片: opens a photo to see that it is one, and takes from it what it says of itself.
///
/// @param takenAt   by its EXIF; a time without a zone is the city's own
/// @param thumbnail at most 320 pixels wide and high, turned as the EXIF says
record Photo(int width, int height, @Nullable Instant takenAt, @Nullable Double longitude,
        @Nullable Double latitude, BufferedImage thumbnail) {

    private static final int THUMBNAIL = 320;
    /// A small file can claim a picture that fills the memory; more pixels than any collecting device has are refused.
    private static final long MOST_PIXELS = 100_000_000;
    /// Decoding takes much memory for a short time.
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    private static final TimeZone CITY = TimeZone.getTimeZone("Asia/Shanghai");

    static {
        // Inside the one jar the readers of further formats are seen by the loader of this class only.
        ImageIO.scanForPlugins();
    }

    /// @throws RefusedException `photo-unreadable` or `photo-too-many-pixels`
    static Photo open(Path file) throws IOException {
        AT_ONCE.acquireUninterruptibly();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            try {
                return read(reader, input, file);
            } catch (IOException | RuntimeException e) {
                throw e instanceof jingwei.standards.RefusedException ? (RuntimeException) e : unreadable();
            } finally {
                reader.dispose();
            }
        } finally {
            AT_ONCE.release();
        }
    }

    private static Photo read(ImageReader reader, ImageInputStream input, Path file) throws IOException {
        reader.setInput(input, true, true);
        Damage damage = new Damage();
        reader.addIIOReadWarningListener(damage);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "photo-too-many-pixels",
                    Text.of("照片超过一亿像素", "the photo has more than 100 million pixels"),
                    Text.of("请降低拍摄分辨率后重拍", "take it again with a lower resolution")).under("ACQ-03")
                    .asException();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL));
        param.setSourceRegion(new Rectangle(width, height));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage small = reader.read(0, param);
        if (damage.seen) {
            throw unreadable();
        }
        Metadata metadata = metadata(file);
        Date taken = taken(metadata);
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        boolean placed = place != null && !place.isZero() && Math.abs(place.getLatitude()) <= 90
                && Math.abs(place.getLongitude()) <= 180;
        return new Photo(width, height, taken == null ? null : taken.toInstant(),
                placed ? place.getLongitude() : null, placed ? place.getLatitude() : null,
                thumbnail(small, orientation(metadata)));
    }

    private static BufferedImage thumbnail(BufferedImage image, int orientation) throws IOException {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        BufferedImage turned = orientation <= 1 || orientation > 8 ? plain
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(plain);
        int side = Math.min(THUMBNAIL, Math.max(turned.getWidth(), turned.getHeight()));
        return Thumbnails.of(turned).size(side, side).imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage();
    }

    /// Broken EXIF is no reason to refuse a photo that decodes: the evidence is the picture.
    private static Metadata metadata(Path file) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(file.toFile());
        } catch (ImageProcessingException | RuntimeException e) {
            return new Metadata();
        }
    }

    private static @Nullable Date taken(Metadata metadata) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        return exif == null ? null : exif.getDateOriginal(CITY);
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        try {
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION) ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (MetadataException e) {
            return 1;
        }
    }

    private static RuntimeException unreadable() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "photo-unreadable",
                Text.of("照片打不开或不完整", "the photo cannot be opened or is not complete"),
                Text.of("请重新上传；仍不行请重拍", "upload it again; if that does not help, take it again"))
                .under("ACQ-03").asException();
    }

    /// The JPEG reader fills a cut photo with gray and only warns.
    private static final class Damage implements IIOReadWarningListener {

        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String word = warning.toLowerCase(java.util.Locale.ROOT);
            seen |= word.contains("premature") || word.contains("corrupt") || word.contains("truncated");
        }
    }
}
