package jingwei.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jingwei.geocoding.places.PlaceFile;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// A town as an office with little data hands it in: no outline at all, a road in three rows, a line in two directions, plates on one side only,
/// numbers without a road or a road without numbers, kinds in either case; questions written before anything was mended for them.
class OddTownTest {

    private static final TownQuestions TOWN = new TownQuestions("oddtown");

    @Test
    @Requirement({"GEO-01", "GEO-06", "GCF-02", "GCF-03", "GCF-04"})
    void aMarkAtTheHeadAndLinesOfWindowsDisturbNothing() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/geocoding/oddtown/places.csv"))) {
            String text = "\uFEFF" + new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
            PlaceFile.Read read = PlaceFile.read(new StringReader(text));
            assertThat(read).isInstanceOf(PlaceFile.Read.Sound.class);
            TOWN.judge(Gazetteer.of(((PlaceFile.Read.Sound) read).places()), TOWN.questions(), 0.975);
        }
    }
}
