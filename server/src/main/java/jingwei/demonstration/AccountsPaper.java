package jingwei.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// 账号清单: the accounts of the demonstration with their passwords, readable by the owner of the folder alone.
///
/// It grows as `demo-accounts.csv.part` and gets its name when all is set up. A platform's lines are on disk before the platform is committed: whatever end a
/// start takes, no platform exists whose passwords nobody knows, and the next start goes on from there.
class AccountsPaper {

    private static final String HEAD = "platform,post,account,password";

    private final Path file;
    private final Path part;

    AccountsPaper(Path data) {
        this.file = data.resolve("demo-accounts.csv");
        this.part = data.resolve("demo-accounts.csv.part");
    }

    /// 一行.
    record AccountLine(String platform, String post, String account, String password) {

        @Override
        public String toString() {
            return platform + "," + post + "," + account + "," + password;
        }
    }

    /// A start before this one was cut short.
    boolean begun() {
        return Files.exists(part);
    }

    /// Writes down what will be committed next.
    ///
    /// @param known platforms that exist: what was written for others was never committed
    void keep(Set<String> known, List<AccountLine> lines) {
        try {
            List<String> all = new ArrayList<>(List.of(HEAD));
            if (begun()) {
                Files.readAllLines(part).stream().skip(1).filter(line -> known.contains(line.split(",")[0])).forEach(all::add);
            }
            lines.forEach(line -> all.add(line.toString()));
            Path next = part.resolveSibling(part.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, all, StandardCharsets.UTF_8);
            Files.move(next, part, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All is set up.
    void finish() throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
