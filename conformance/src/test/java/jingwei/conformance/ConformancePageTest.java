package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jingwei.simulator.story.StoryReader;
import jingwei.standards.Requirements;
import org.junit.jupiter.api.Test;

/// 符合性页与仓库一致: the committed page is what the build would print, and nothing is wrong with what it says.
class ConformancePageTest {

    private static final Path PAGE = Path.of("..", "docs", "conformance.md");

    private final Requirements requirements = Requirements.load();
    private final Proofs proofs = Proofs.collect(StoryReader.folder(Path.of("..", "stories")),
            List.of(Path.of("src", "test", "java"), Path.of("..", "web", "browser")),
            List.of(Path.of("..", "server", "src", "test", "java")));

    @Test
    void everyStandardRequirementIsMetOrSigned() {
        assertThat(page(Gaps.read(Path.of("gaps.csv"))).faults()).isEmpty();
    }

    @Test
    void theCommittedPageIsTheOnePrinted() throws IOException {
        String printed = page(Gaps.read(Path.of("gaps.csv"))).print();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "conformance.md"), printed);
        assertThat(printed).as("copy conformance/target/conformance.md to docs/conformance.md")
                .isEqualTo(Files.exists(PAGE) ? Files.readString(PAGE) : "");
    }

    @Test
    void anUnsignedGapAWrongIdAndAGapInTheLoopAreFaults() {
        Proofs none = new Proofs(new TreeMap<>(Map.of("X99", new TreeSet<>(List.of("A01")))), Map.of(), Map.of());
        ConformancePage empty = new ConformancePage(requirements, none, new Gaps(Map.of("T01", "later")));
        assertThat(empty.faults()).contains("stories [A01]: there is no requirement X99",
                "T01: the closed loop may have no gap", "ACQ-01: neither met nor signed as a gap");
    }

    @Test
    void aSignedGapThatIsMetIsAFault() {
        assertThat(page(new Gaps(Map.of("ACC-04", "later"))).faults()).contains("ACC-04: signed as a gap, but met");
    }

    private ConformancePage page(Gaps gaps) {
        return new ConformancePage(requirements, proofs, gaps);
    }
}
