package jingwei.basemap.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import org.jspecify.annotations.Nullable;

/// Opens what a surveyor hands in as a picture of the ground.
public final class ImagePackages {

    private ImagePackages() {
    }

    /// @param system word of the system of a GeoTIFF that says none itself
    /// @throws jingwei.standards.RefusedException `image-package-unreadable`, `image-squares-unknown`, `image-place-unknown`
    public static ImagePackage open(Path file, @Nullable String system, Map<Datum, DatumStep> steps) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        }
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (begin.startsWith("SQLite format 3")) {
            return TilePackage.open(file);
        }
        if (begin.startsWith("II") || begin.startsWith("MM")) {
            return GeoTiff.open(file, system, steps);
        }
        throw ImageFaults.unreadable();
    }
}
