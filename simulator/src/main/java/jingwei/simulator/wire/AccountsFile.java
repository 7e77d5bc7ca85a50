package jingwei.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// 演示账号: the file that the demonstration wrote: `platform,post,account,password`, the post being its kind.
///
/// @param lines one an account
public record AccountsFile(List<Line> lines) {

    /// One account. @param kind kind of its post, such as `shift-leader`
    public record Line(String platform, String kind, String account, String password) {

        @Override
        public String toString() {
            return platform + " " + account;
        }
    }

    public AccountsFile {
        lines = List.copyOf(lines);
    }

    public static AccountsFile read(Path file) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] cells = line.split(",");
                if (cells.length != 4) {
                    throw new IllegalStateException(file + ": a line has four cells");
                }
                lines.add(new Line(cells[0], cells[1], cells[2], cells[3]));
            }
            return new AccountsFile(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The account of the post. @throws IllegalStateException where nobody holds it
    public Line of(String platform, String post) {
        return lines.stream().filter(line -> line.platform().equals(platform) && line.account().equals(post)).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody holds " + post + " on " + platform));
    }

    /// The posts of a kind, in the file's order.
    public List<String> posts(String platform, String kind) {
        return lines.stream().filter(line -> line.platform().equals(platform) && line.kind().equals(kind))
                .map(Line::account).toList();
    }
}
