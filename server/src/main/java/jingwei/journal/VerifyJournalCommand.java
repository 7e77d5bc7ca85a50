package jingwei.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jingwei.journal.chain.ChainVerifier;
import jingwei.journal.chain.Link;

/// 命令 `verify-journal`: verifies an exported chain without the server, by the anchors that were kept elsewhere:
/// `java -jar … verify-journal chain.txt [anchors.csv]`.
public final class VerifyJournalCommand {

    private VerifyJournalCommand() {
    }

    /// @return exit code: 0 the chain holds, 1 it does not, 2 not understood or not readable
    public static int run(List<String> arguments, PrintStream say) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            say.println("用法 usage: verify-journal <chain.txt> [anchors.csv]");
            return 2;
        }
        try {
            ChainVerifier verifier = new ChainVerifier(arguments.size() == 2 ? anchors(Path.of(arguments.get(1))) : Map.of());
            try (Stream<String> lines = Files.lines(Path.of(arguments.getFirst()), StandardCharsets.UTF_8)) {
                lines.filter(line -> !line.isBlank()).forEach(line -> read(verifier, line));
            }
            ChainVerifier.Verdict verdict = verifier.verdict();
            verdict.faults().forEach(fault -> say.println("第 " + fault.seq() + " 环" + fault.kind().zh() + " link " + fault.seq() + " "
                    + fault.kind().name().toLowerCase(Locale.ROOT) + (fault.text().isEmpty() ? "" : ": " + fault.text())));
            say.println((verdict.holds() ? "链完好 the chain holds: " : "链已断 the chain is broken: ") + verdict.links() + " links, "
                    + verdict.faults().size() + " faults, " + verdict.hash());
            return verdict.holds() ? 0 : 1;
        } catch (IOException | UncheckedIOException e) {
            say.println("文件读不出 cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private static void read(ChainVerifier verifier, String line) {
        try {
            Link link = Link.parse(line);
            if (link.text().isEmpty()) {
                verifier.gone(link.seq(), link.hash());
            } else {
                verifier.read(link);
            }
        } catch (IllegalArgumentException e) {
            verifier.unreadable(line);
        }
    }

    private static Map<Long, String> anchors(Path file) throws IOException {
        Map<Long, String> anchors = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] cells = line.strip().split(",");
            if (cells.length == 3 && cells[1].matches("[0-9]+")) {
                anchors.put(Long.parseLong(cells[1]), cells[2]);
            }
        }
        return anchors;
    }
}
