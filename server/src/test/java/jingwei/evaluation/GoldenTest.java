package jingwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jingwei.casework.Case;
import jingwei.door.TestClient.Answer;
import jingwei.organization.Organizations;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// 算例与公布数字: case histories made to the counts of every worked example and every published city figure go through acts,
/// facts, sheet and API, and the API answers the published value to the last digit.
///
/// The acts of every story are performed by the case office in memory, a hundred and more cases of each, written in bulk as the
/// application's role and copied up to the published count, for 57,000 cases over HTTP would take hours; from the acts on
/// everything is the server's own.
@Tag("slow")
@Requirement({"EVA-01", "EVA-02", "EVA-04", "STA-01"})
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/evaluation/golden");
    /// So many cases of a line are played at least; the others have the same history.
    private static final int PLAYED = 120;
    private static EvaluatedTown town;

    @BeforeAll
    static void open() throws IOException {
        town = EvaluatedTown.open();
        List<Case> missed = new ArrayList<>();
        for (String name : goldens().toList()) {
            for (String[] line : lines(name, "cases.csv", 4)) {
                List<Case> played = play(line);
                if (line[2].equals("missed")) {
                    missed.addAll(played);
                }
            }
        }
        town.rebuild();
        missed.forEach(c -> assertThat(town.as("center-chief-1").post("/api/evaluation/faults", Map.of("kind", "missed",
                "number", c.number().value(), "post", "collector-5", "reason", "责任网格内应发现未发现")).status()).isEqualTo(201));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static Stream<String> goldens() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void thePublishedFigureComesOut(String name) throws IOException {
        for (String[] score : lines(name, "scores.csv", 7)) {
            assertThat(value(score)).as(name + " " + String.join(",", score)).isEqualTo(text(score[5]) + (score[6].isEmpty() ? "" : " " + score[6]));
        }
    }

    private static List<Case> play(String[] line) {
        int count = Integer.parseInt(line[0]);
        PlayedCity city = new PlayedCity().of(line[2].startsWith("component") ? line[2] : line[2].equals("four") ? "event-0110" : "event-0101");
        List<Integer> cells = cells(line[1]);
        List<Case> played = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Math.max(PLAYED, count / 50)); i++) {
            played.add(city.walk(cells.get(i % cells.size()), line[3]));
        }
        town.write(city);
        if (count > played.size()) {
            town.copy(played, count - played.size());
        }
        return played;
    }

    private static List<Integer> cells(String word) {
        if (word.startsWith("beat:") || word.startsWith("off:")) {
            String post = word.substring(word.indexOf(':') + 1);
            List<String> grids = Tenancy.within(PlayedCity.PLATFORM, () -> town.server().room(Organizations.class).current().duties()
                    .stream().filter(duty -> duty.post().equals(post)).map(duty -> duty.dutyGrid()).distinct().toList());
            return PlayedCity.beat(grids, word.startsWith("beat:"));
        }
        return word.equals("any") ? java.util.stream.IntStream.range(0, PlayedCity.cells().size()).boxed().toList()
                : List.of(Integer.parseInt(word));
    }

    private static String value(String[] score) {
        if (score[0].contains(":")) {
            Period period = Period.of(score[2], LocalDate.parse(score[3]), null);
            Answer answer = town.as("center-chief-1").get("/api/evaluation/statistics?measures=" + score[4] + "&filters="
                    + (score[0].equals("all:") ? "" : score[0].replace(":", "%3D")) + "&from=" + period.from() + "&to=" + period.to().minusDays(1));
            return text(answer.json().get("lines").get(0).get("values").get(score[4]));
        }
        String code = score[0].equals("cell") ? PlayedCity.cells().get(Integer.parseInt(score[1])) : score[1];
        Answer answer = town.as("center-chief-1").get("/api/evaluation/results?subject=" + score[0] + "&period=" + score[2] + "&day=" + score[3]);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (JsonNode line : answer.json().get("lines")) {
            if (line.get("code").asString().equals(code)) {
                return text(line.get("values").get(score[4])) + (score[6].isEmpty() ? "" : " " + line.get("grade").asString());
            }
        }
        return "no line " + code;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "—" : text(node.asString());
    }

    /// Zeros at the end say nothing to a program that reads JSON.
    private static String text(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static List<String[]> lines(String name, String file, int cells) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name).resolve(file)).stream().skip(1).map(line -> line.split(",", cells)).toList();
    }
}
