package jingwei.benchmark.address;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import jingwei.geocoding.Place;
import jingwei.geocoding.places.PlaceFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// 画出的城市的文件: the places of a drawn city as a places file and its questions, one a line, for a server that is measured from outside.
///
/// Arguments: folder, seed, least number of places.
public final class DrawnFiles {

    private DrawnFiles() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int seed = Integer.parseInt(arguments[1]);
        DrawnCity city = new DrawnCity(seed, AddressFigures.shape(0), Integer.parseInt(arguments[2]));
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(PlaceFile.COLUMNS.toArray(String[]::new)).get();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("places.csv")); CSVPrinter rows = new CSVPrinter(out, format)) {
            for (Place place : city.places) {
                rows.printRecord(place.id(), place.kind().word(), place.name(), place.standardName(), String.join("|", place.aliases()), place.regionCode(),
                        place.streetCode(), place.communityCode(), place.roadId(), place.plateNumber(), String.valueOf(place.plateSide()).strip(),
                        number(place.longitude()), number(place.latitude()), shape(place.geometry()), number(place.width()),
                        Objects.toString(place.validFrom(), ""), Objects.toString(place.validTo(), ""), place.source(), place.note(), place.parentId());
            }
        }
        Files.write(folder.resolve("questions.txt"), new Asker(city, seed).ask(30).stream().map(Asked::text).toList());
        System.out.println(city.places.size() + " places in " + folder.toAbsolutePath());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    private static String shape(@Nullable Geometry geometry) {
        return geometry == null ? "" : geometry.toText();
    }
}
