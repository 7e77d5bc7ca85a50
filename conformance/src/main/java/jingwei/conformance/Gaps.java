package jingwei.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 签认的缺口: requirements that nothing proves yet, each with the reason somebody put his name to.
///
/// @param reasons reason by requirement id
public record Gaps(Map<String, String> reasons) {

    public Gaps {
        reasons = Map.copyOf(reasons);
    }

    /// Reads `id,reason`, one line a gap. @throws IllegalStateException where a line is short or an id comes twice
    public static Gaps read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.getFirst().equals("id,reason")) {
                throw new IllegalStateException(file + ": the headings are id,reason");
            }
            Map<String, String> reasons = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int comma = line.indexOf(',');
                if (comma < 1 || line.substring(comma + 1).isBlank()
                        || reasons.put(line.substring(0, comma), line.substring(comma + 1).strip()) != null) {
                    throw new IllegalStateException(file + ": " + line);
                }
            }
            return new Gaps(reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
