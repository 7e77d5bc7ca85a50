package jingwei.door;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.door.backup.Manifest;
import jingwei.door.backup.Move;

/// 命令 `move-out`, `move-in`, `move-clear` 和 `move-back`: a hosted county goes to a server of its own, or comes back (建租结合, CMD-09). The key of
/// the file is read from `JINGWEI_BACKUP_KEY`.
public final class MoveCommand {

    public static final List<String> NAMES = List.of("move-out", "move-in", "move-clear", "move-back");

    private static final String USAGE = """
            用法 usage: JINGWEI_BACKUP_KEY=… move-out <platform> <file> --to https://… --here https://…   (--dry-run)
                       JINGWEI_BACKUP_KEY=… move-in <file>
                       move-clear <platform> | move-back <platform>""";

    private MoveCommand() {
    }

    /// @return exit code: 0 done, 1 refused, 2 not understood
    public static int run(List<String> arguments, Map<String, String> environment, Clock clock, PrintStream say) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--dry-run")) {
                options.put(word, "");
            } else if (word.startsWith("--") && i + 1 < arguments.size()) {
                options.put(word, arguments.get(++i));
            } else {
                words.add(word);
            }
        }
        boolean dry = options.containsKey("--dry-run");
        boolean out = words.getFirst().equals("move-out");
        if (words.size() != (out ? 3 : 2) || out && !dry && !options.containsKey("--to")) {
            say.println(USAGE);
            return 2;
        }
        String key = environment.getOrDefault("JINGWEI_BACKUP_KEY", "");
        try {
            within(environment, clock, move -> {
                switch (words.getFirst()) {
                    case "move-out" -> {
                        Path file = Path.of(words.get(2)).toAbsolutePath();
                        if (dry) {
                            Manifest would = move.count(words.get(1));
                            would.rows().forEach((table, rows) -> {
                                if (rows > 0) {
                                    say.println("  " + table + " " + rows);
                                }
                            });
                            told(say, "试算，没有改动 dry run, nothing changed", would);
                        } else {
                            told(say, "已迁出并封存 moved out and sealed", move.out(words.get(1), file, key, options.get("--to"), options.getOrDefault("--here", "")));
                            say.println("[经纬] " + Files.size(file) / 1024 + " KiB " + file + "；请带到新服务器 move-in，正常后再 move-clear");
                        }
                    }
                    case "move-in" -> {
                        told(say, "已迁入 moved in", move.in(Path.of(words.get(1)).toAbsolutePath(), key));
                        say.println("[经纬] 两步登录与身份证号摘要须重新登记 second steps and identity numbers are to be entered anew");
                    }
                    case "move-clear" -> say.println("[经纬] 已清除 cleared: " + move.clear(words.get(1)) + " 行 rows");
                    default -> {
                        move.back(words.get(1));
                        say.println("[经纬] 已撤回迁移 taken back: " + words.get(1));
                    }
                }
            });
            return 0;
        } catch (StartRefused | IOException | SQLException e) {
            say.println("未完成 not done: " + e.getMessage());
            return 1;
        }
    }

    private static void told(PrintStream say, String what, Manifest manifest) {
        say.println("[经纬] " + what + ": " + manifest.total() + " 行 rows, " + manifest.media() + " 影音 media");
    }

    private interface Work {
        void with(Move move) throws IOException, SQLException;
    }

    private static void within(Map<String, String> environment, Clock clock, Work work) throws IOException, SQLException {
        Settings settings = Settings.from(environment);
        Files.createDirectories(settings.data());
        Path media = settings.data().resolve("media");
        Connections external = settings.external();
        if (external != null) {
            work.with(new Move(external, media, clock));
            return;
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.data(), true)) {
            work.with(new Move(embedded.connections(), media, clock));
        }
    }
}
