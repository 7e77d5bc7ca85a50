package jingwei.geocoding;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// A town and its questions written by hand, apart from the generator of the benchmark: expected spots were reckoned by a program
/// of their own, so a mistake of the walk or of the interpolation cannot hide in both.
class HandwrittenTownTest {

    private static final TownQuestions TOWN = new TownQuestions("handwritten");
    /// Columns a sparse gazetteer leaves out.
    private static final Set<String> OPTIONAL = Set.of("standardName", "roadId", "plateNumber", "plateSide", "width", "streetCode",
            "communityCode", "source", "note");

    @Test
    @Requirement({"GEO-01", "GEO-03", "GEO-06", "GCF-01", "GCF-02", "GCF-03", "GCF-04"})
    void theWholeGazetteerAnswers() throws IOException {
        TOWN.judge(Gazetteer.of(TownQuestions.places(TOWN.rows())), TOWN.questions(), 0.995);
    }

    /// Without widths, sides, numbers, parents and long codes: less is known, but what is claimed still holds; only steps to a side
    /// of a road of unknown width are left out.
    @Test
    @Requirement({"GEO-01", "GCF-02"})
    void aSparseGazetteerAnswers() throws IOException {
        List<TownQuestions.Question> asked = TOWN.questions().stream()
                .filter(question -> !question.steps() && question.asOf().equals(TownQuestions.TODAY)).toList();
        List<Map<String, String>> rows = TOWN.rows();
        for (Map<String, String> row : rows) {
            OPTIONAL.forEach(row::remove);
            row.computeIfPresent("wkt", (column, shape) -> shape.startsWith("POLYGON") ? "" : shape);
        }
        TOWN.judge(Gazetteer.of(TownQuestions.places(rows)), asked, 0.98);
    }
}
