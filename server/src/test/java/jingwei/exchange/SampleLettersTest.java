package jingwei.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingwei.process.Act;
import jingwei.process.Stage;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The samples beside the format page are letters this program reads, one of every kind.
@Requirement("EXC-02")
class SampleLettersTest {

    private static final Path SAMPLES = Path.of("../api/exchange/1.0");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyKindHasASampleThatIsRead() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                Letter letter = JSON.readValue(Files.readAllBytes(file), Letter.class);
                assertThat(letter.format()).isEqualTo(Letter.FORMAT);
                assertThat(letter.readable()).isTrue();
                assertThat(file.getFileName()).hasToString(letter.kind() + ".json");
                assertThat(LetterKind.ofWord(letter.kind())).as(file.toString()).isPresent();
                if (letter.body().has("act")) {
                    assertThat(Act.ofWord(letter.body().get("act").asString())).as(file.toString()).isPresent();
                    assertThat(Stage.ofWord(letter.body().get("stage").asString())).as(file.toString()).isPresent();
                }
                kinds.add(letter.kind());
            }
        }
        assertThat(kinds).isEqualTo(Arrays.stream(LetterKind.values()).map(LetterKind::word).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyKindStandsOnTheFormatPage() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/exchange-1.0.md"));
        for (LetterKind kind : LetterKind.values()) {
            assertThat(page).contains("`" + kind.word() + "`");
        }
    }
}
