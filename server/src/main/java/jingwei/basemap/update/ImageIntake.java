package jingwei.basemap.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jingwei.basemap.image.ImagePackage;
import jingwei.basemap.image.ImagePackages;
import jingwei.basemap.image.ImageTile;
import jingwei.basemap.image.Picture;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// 影像入库: every square of a package is a picture, stands once, and the whole lies on the platform's land.
final class ImageIntake {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int TOLD_EVERY = 50;

    private final Envelope land;
    private final FaultList faults;
    private final UpdateWorker.Progress progress;

    /// @param land where the platform lies; empty where it has no land yet
    ImageIntake(Envelope land, FaultList faults, UpdateWorker.Progress progress) {
        this.land = land;
        this.faults = faults;
        this.progress = progress;
    }

    /// Reads the whole package and hands over what is sound; answers how many.
    long read(Path file, @Nullable String system, Map<Datum, DatumStep> steps, Consumer<ImageTile> sink) {
        Set<Object> seen = new HashSet<>();
        long good = 0;
        boolean here = land.isNull();
        try (ImagePackage all = ImagePackages.open(file, system, steps)) {
            for (long number = 1; ; number++) {
                ImageTile tile;
                try {
                    tile = all.next();
                } catch (RefusedException e) {
                    faults.refused(e, number, "", null);
                    continue;
                }
                if (tile == null) {
                    break;
                }
                String where = tile.address().zoom() + "/" + tile.address().column() + "/" + tile.address().row();
                Envelope box = tile.address().box(0);
                if (Picture.of(tile.content()).isEmpty()) {
                    faults.fault("image-tile-broken", number, where, Text.of("瓦片不是 PNG、JPEG 或 WebP 图片", "the tile is no PNG, JPEG or WebP"),
                            SHAPES.toGeometry(box));
                } else if (!seen.add(tile.address())) {
                    faults.fault("image-tile-twice", number, where, Text.of("同一块瓦片出现两次", "the tile occurs twice"), SHAPES.toGeometry(box));
                } else {
                    here |= land.intersects(box);
                    good++;
                    sink.accept(tile);
                }
                if (number % TOLD_EVERY == 0) {
                    progress.at(number, all.total());
                }
            }
            progress.at(good, good);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (good == 0 && faults.faults() == 0) {
            faults.fault("image-empty", 0, "", Text.of("影像包里没有瓦片", "the package holds no tile"), null);
        } else if (!here && good > 0) {
            faults.fault("elsewhere", 0, "", Text.of("影像不在本平台范围内，坐标系可能选错", "the picture lies outside the platform's land; is its system right?"), null);
        }
        return good;
    }
}
