package jingwei.basemap.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import jingwei.basemap.tile.TileAddress;
import jingwei.standards.RefusedException;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// GeoTIFF: cut into the squares of Web Mercator, from the finest level its pixels are worth up to the one it fits into.
///
/// Read by the JDK, region by region; only pictures that are not turned.
final class GeoTiff implements ImagePackage {

    private static final int SIDE = 256;
    private static final int PIXEL_SCALE = 33_550;
    private static final int TIE_POINT = 33_922;
    private static final int KEYS = 34_735;
    private static final int DEGREES_KEY = 2048;
    private static final int PLANE_KEY = 3072;
    private static final int MOST_PIXELS_READ = 4096;

    private final ImageInputStream in;
    private final ImageReader reader;
    private final Conversion conversion;
    private final double west;
    private final double north;
    private final double stepX;
    private final double stepY;
    private final int width;
    private final int height;
    private final Envelope box = new Envelope();
    private final int coarsest;
    private int zoom;
    private int column;
    private int row;
    private long number;
    private final long total;

    private GeoTiff(ImageInputStream in, ImageReader reader, Conversion conversion, double[] scale, double[] tie) throws IOException {
        this.in = in;
        this.reader = reader;
        this.conversion = conversion;
        this.stepX = scale[0];
        this.stepY = scale[1];
        this.west = tie[3] - tie[0] * stepX;
        this.north = tie[4] + tie[1] * stepY;
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
        for (int i = 0; i <= 8; i++) {
            for (int j = 0; j <= 8; j++) {
                box.expandToInclude(conversion.toDegrees(new Coordinate(west + stepX * width * i / 8, north - stepY * height * j / 8)));
            }
        }
        this.zoom = (int) Math.clamp(Math.round(Math.log(360.0 * width / (box.getWidth() * SIDE)) / Math.log(2)), 0, TileAddress.FINEST);
        int least = zoom;
        while (least > 0 && (columns(least) > 1 || rows(least) > 1)) {
            least--;
        }
        this.coarsest = Math.max(0, Math.min(least, zoom - 1));
        long sum = 0;
        for (int z = coarsest; z <= zoom; z++) {
            sum += (long) columns(z) * rows(z);
        }
        this.total = sum;
        this.column = first(zoom).column();
        this.row = first(zoom).row();
    }

    static GeoTiff open(Path file, @Nullable String declared, Map<Datum, DatumStep> steps) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try {
            reader.setInput(in);
            TIFFDirectory about = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
            double[] scale = numbers(about, PIXEL_SCALE);
            double[] tie = numbers(about, TIE_POINT);
            String word = system(about).orElse(declared);
            if (scale.length < 2 || tie.length < 6 || word == null || !(scale[0] > 0) || !(scale[1] > 0)) {
                throw ImageFaults.placeUnknown();
            }
            Conversion conversion = Conversion.of(CoordinateSystem.of(word), steps);
            if (!conversion.plausible(new Coordinate(tie[3], tie[4]))) {
                throw ImageFaults.placeUnknown();
            }
            return new GeoTiff(in, reader, conversion, scale, tie);
        } catch (RefusedException e) {
            in.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw ImageFaults.unreadable();
        }
    }

    private static double[] numbers(TIFFDirectory about, int tag) {
        TIFFField field = about.getTIFFField(tag);
        double[] all = new double[field == null ? 0 : field.getCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = field.getAsDouble(i);
        }
        return all;
    }

    /// The system its keys name, where the list has it.
    private static Optional<String> system(TIFFDirectory about) {
        double[] keys = numbers(about, KEYS);
        for (int i = 4; i + 3 < keys.length; i += 4) {
            int key = (int) keys[i];
            int code = (int) keys[i + 3];
            if ((key == DEGREES_KEY || key == PLANE_KEY) && keys[i + 1] == 0) {
                Optional<String> word = switch (code) {
                    case 4490, 4326 -> Optional.of("cgcs2000");
                    case 3857 -> Optional.of("web-mercator");
                    case 4545, 4546, 4547, 4548 -> Optional.of("cgcs2000-gk3-cm" + (108 + (code - 4545) * 3));
                    case 4524, 4525, 4526, 4527 -> Optional.of("cgcs2000-gk3-zone" + (code - 4488));
                    default -> Optional.empty();
                };
                if (word.isPresent() && !(key == DEGREES_KEY && hasPlane(keys))) {
                    return word;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasPlane(double[] keys) {
        for (int i = 4; i + 3 < keys.length; i += 4) {
            if (keys[i] == PLANE_KEY) {
                return true;
            }
        }
        return false;
    }

    private TileAddress first(int z) {
        TileAddress corner = new TileAddress(z, 0, 0);
        return new TileAddress(z, (int) corner.x(box.getMinX()), (int) corner.y(box.getMaxY()));
    }

    private TileAddress last(int z) {
        TileAddress corner = new TileAddress(z, 0, 0);
        return new TileAddress(z, (int) corner.x(box.getMaxX()), (int) corner.y(box.getMinY()));
    }

    private int columns(int z) {
        return last(z).column() - first(z).column() + 1;
    }

    private int rows(int z) {
        return last(z).row() - first(z).row() + 1;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public @Nullable ImageTile next() throws IOException {
        if (zoom < coarsest) {
            return null;
        }
        TileAddress address = new TileAddress(zoom, column, row);
        ImageTile tile = new ImageTile(++number, address, cut(address));
        if (++column > last(zoom).column()) {
            column = first(zoom).column();
            if (++row > last(zoom).row() && --zoom >= coarsest) {
                column = first(zoom).column();
                row = first(zoom).row();
            }
        }
        return tile;
    }

    private byte[] cut(TileAddress address) throws IOException {
        double[] px = new double[SIDE * SIDE];
        double[] py = new double[SIDE * SIDE];
        Envelope wanted = new Envelope();
        TileAddress corner = new TileAddress(address.zoom(), 0, 0);
        for (int y = 0; y < SIDE; y++) {
            double latitude = latitude(corner, address.row() + (y + 0.5) / SIDE);
            for (int x = 0; x < SIDE; x++) {
                double longitude = (address.column() + (x + 0.5) / SIDE) / (1L << address.zoom()) * 360 - 180;
                Coordinate at = conversion.fromDegrees(new Coordinate(longitude, latitude));
                int i = y * SIDE + x;
                px[i] = (at.x - west) / stepX;
                py[i] = (north - at.y) / stepY;
                if (px[i] >= 0 && py[i] >= 0 && px[i] < width && py[i] < height) {
                    wanted.expandToInclude(px[i], py[i]);
                }
            }
        }
        BufferedImage tile = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        if (!wanted.isNull()) {
            Rectangle region = new Rectangle((int) wanted.getMinX(), (int) wanted.getMinY(), (int) wanted.getWidth() + 1, (int) wanted.getHeight() + 1)
                    .intersection(new Rectangle(0, 0, width, height));
            int thin = Math.max(1, Math.max(region.width, region.height) / Math.min(MOST_PIXELS_READ, 2 * SIDE));
            ImageReadParam part = reader.getDefaultReadParam();
            part.setSourceRegion(region);
            part.setSourceSubsampling(thin, thin, 0, 0);
            BufferedImage source = reader.read(0, part);
            for (int i = 0; i < px.length; i++) {
                if (px[i] >= 0 && py[i] >= 0 && px[i] < width && py[i] < height) {
                    int x = Math.min(source.getWidth() - 1, ((int) px[i] - region.x) / thin);
                    int y = Math.min(source.getHeight() - 1, ((int) py[i] - region.y) / thin);
                    tile.setRGB(i % SIDE, i / SIDE, source.getRGB(Math.max(0, x), Math.max(0, y)));
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(tile, "png", out);
        return out.toByteArray();
    }

    private static double latitude(TileAddress corner, double at) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * at / (1L << corner.zoom())))));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
