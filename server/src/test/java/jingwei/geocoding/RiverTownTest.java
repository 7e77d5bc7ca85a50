package jingwei.geocoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// A second town drawn by hand and 728 questions, with a river bank that bends, a ring, roads entered in two rows and names that hold words of the
/// grammar (和平街, 沿河路, 自由路); then the same town as other offices would hand it in.
class RiverTownTest {

    private static final TownQuestions TOWN = new TownQuestions("rivertown");

    private static void judge(List<Map<String, String>> rows, double wanted) throws IOException {
        TOWN.judge(Gazetteer.of(TownQuestions.places(rows)), TOWN.questions(), wanted);
    }

    @Test
    @Requirement({"GEO-01", "GEO-03", "GEO-06", "GCF-01", "GCF-02", "GCF-03", "GCF-04"})
    void everyCategoryIsAnswered() throws IOException {
        judge(TOWN.rows(), 0.99);
    }

    /// A plate is called by its number alone and only its road is named.
    @Test
    void platesByNumberOnly() throws IOException {
        List<Map<String, String>> rows = TOWN.rows();
        for (Map<String, String> row : rows) {
            if (row.get("kind").equals("plate")) {
                row.put("name", row.get("plateNumber") + "号");
                row.put("plateNumber", "");
                row.put("roadId", row.get("id").split("_")[1]);
            }
        }
        judge(rows, 0.985);
    }

    /// Lines in pieces, in any order and direction, as a drawing program leaves them; rows in any order.
    @Test
    void roadsInPieces() throws IOException {
        Random random = new Random(6);
        List<Map<String, String>> rows = TOWN.rows();
        for (Map<String, String> row : rows) {
            if (row.get("kind").equals("road")) {
                row.put("wkt", "MULTILINESTRING(" + String.join(",", pieces(row.get("wkt"), random)) + ")");
            }
        }
        Collections.shuffle(rows, random);
        judge(rows, 0.985);
    }

    private static List<String> pieces(String wkt, Random random) {
        List<String> pieces = new ArrayList<>();
        for (String part : wkt.replaceFirst("^[A-Z]+", "").replaceAll("[()]{2,}", "").split("\\)[^(]*\\(")) {
            String[] corners = part.replaceAll("[()]", "").split(",");
            for (int i = 0; i + 1 < corners.length; i++) {
                boolean turned = random.nextBoolean();
                pieces.add("(" + (turned ? corners[i + 1] : corners[i]) + "," + (turned ? corners[i] : corners[i + 1]) + ")");
            }
        }
        Collections.shuffle(pieces, random);
        return pieces;
    }

    /// 中州路 entered as a road of its own that bears the plates of its members.
    @Test
    void platesUnderTheGenericRoad() throws IOException {
        List<Map<String, String>> rows = TOWN.rows();
        Map<String, String> generic = new TreeMap<>(rows.getFirst());
        generic.replaceAll((column, cell) -> "");
        generic.putAll(Map.of("id", "generic", "kind", "road", "name", "中州路"));
        rows.add(generic);
        rows.stream().filter(row -> row.get("roadId").equals("r02")).forEach(row -> row.put("roadId", "generic"));
        judge(rows, 0.985);
    }

    /// No codes but those of the areas: outlines and distances tell what lies where.
    @Test
    void placesWithoutCodes() throws IOException {
        List<Map<String, String>> rows = TOWN.rows();
        List<String> areas = List.of("city", "district", "street", "community");
        rows.stream().filter(row -> !areas.contains(row.get("kind")))
                .forEach(row -> Arrays.asList("regionCode", "streetCode", "communityCode").forEach(column -> row.put(column, "")));
        judge(rows, 0.975);
    }

    /// Every landmark comes twice, from two offices.
    @Test
    void landmarksTwice() throws IOException {
        List<Map<String, String>> rows = TOWN.rows();
        List<Map<String, String>> again = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row.get("kind").equals("landmark") || row.get("kind").equals("poi")) {
                Map<String, String> copy = new TreeMap<>(row);
                copy.put("id", row.get("id") + "-2");
                again.add(copy);
            }
        }
        rows.addAll(again);
        judge(rows, 0.985);
    }
}
