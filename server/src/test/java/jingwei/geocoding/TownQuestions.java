package jingwei.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jingwei.geocoding.places.PlaceFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// 考题: places and questions of a town drawn by hand, and the judge of the answers.
record TownQuestions(String folder) {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    record Question(String category, String query, LocalDate asOf, String expect, Set<String> places, double longitude, double latitude,
            double tolerance) {

        boolean steps() {
            return query.contains("路") && query.matches(".*([路道街][东西南北]|[东西南北](侧|边)).*");
        }
    }

    private record Verdict(boolean right, boolean wrongWithConfidence, String said) {
    }

    void judge(Gazetteer gazetteer, List<Question> asked, double wanted) {
        Map<String, int[]> table = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Question question : asked) {
            Verdict verdict = verdict(question, gazetteer.search(jingwei.geocoding.Question.of(question.query(), question.asOf())));
            int[] row = table.computeIfAbsent(question.category(), any -> new int[2]);
            row[0]++;
            row[1] += verdict.right() ? 1 : 0;
            if (!verdict.right()) {
                missed.add(question.category() + " " + question.query() + " -> " + verdict.said());
            }
            if (verdict.wrongWithConfidence()) {
                wrong.add(question.query() + " -> " + verdict.said());
            }
        }
        table.forEach((category, row) -> System.out.println(category + " " + row[1] + "/" + row[0]));
        missed.forEach(System.out::println);
        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(wrong).as("wrong with confidence").hasSizeLessThanOrEqualTo(asked.size() / 200);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (asked.size() * (1 - wanted)));
    }

    private static Verdict verdict(Question question, Answer answer) {
        List<Found> found = answer instanceof Answer.Spots spots ? spots.found() : List.of();
        boolean confident = !found.isEmpty() && found.getFirst().grade().confident();
        boolean right = switch (question.expect()) {
            case "point" -> !found.isEmpty() && away(question, found.getFirst()) <= question.tolerance();
            case "place" -> !found.isEmpty() && found.getFirst().places().containsAll(question.places());
            case "several" -> !confident && question.places().stream().allMatch(place -> found.stream()
                    .limit(question.places().size() + 2L).anyMatch(one -> one.places().contains(place)));
            case "refused" -> found.isEmpty() || found.getFirst().grade() == Grade.CONFLICT;
            case "unsure" -> !confident;
            default -> throw new IllegalArgumentException(question.expect());
        };
        return new Verdict(right, confident && !right, found.isEmpty() ? answer.toString()
                : found.getFirst().grade() + " " + found.getFirst().places() + " " + found.getFirst().text());
    }

    private static double away(Question question, Found found) {
        double east = (found.longitude() - question.longitude()) * 111_320 * Math.cos(Math.toRadians(question.latitude()));
        double north = (found.latitude() - question.latitude()) * 110_930;
        return Math.hypot(east, north);
    }

    List<Question> questions() throws IOException {
        List<Question> all = new ArrayList<>();
        for (CSVRecord row : read("questions.csv")) {
            all.add(new Question(row.get("category"), row.get("query"), row.get("asOf").isEmpty() ? TODAY : LocalDate.parse(row.get("asOf")),
                    row.get("expect"), row.get("places").isEmpty() ? Set.of() : Set.of(row.get("places").split("\\+")),
                    number(row.get("longitude")), number(row.get("latitude")), number(row.get("tolerance"))));
        }
        return all;
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// The rows of the gazetteer, each with its cells by column.
    List<Map<String, String>> rows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        read("places.csv").forEach(row -> rows.add(new TreeMap<>(row.toMap())));
        return rows;
    }

    static List<Place> places(List<Map<String, String>> rows) throws IOException {
        List<String> columns = List.copyOf(rows.getFirst().keySet());
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, String> row : rows) {
            text.append(String.join(",", columns.stream().map(column -> "\"" + row.get(column) + "\"").toList())).append('\n');
        }
        PlaceFile.Read read = PlaceFile.read(new StringReader(text.toString()));
        assertThat(read).isInstanceOf(PlaceFile.Read.Sound.class);
        return ((PlaceFile.Read.Sound) read).places();
    }

    private List<CSVRecord> read(String file) throws IOException {
        try (Reader in = new InputStreamReader(Objects.requireNonNull(TownQuestions.class.getResourceAsStream("/geocoding/" + folder + "/" + file)),
                StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(in, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return rows.getRecords();
        }
    }
}
