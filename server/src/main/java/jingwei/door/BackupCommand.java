package jingwei.door;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jingwei.door.backup.Backup;
import jingwei.door.backup.DailyBackup;
import jingwei.door.backup.Drill;
import jingwei.door.backup.Manifest;
import jingwei.door.backup.Restore;
import org.jspecify.annotations.Nullable;

/// 命令 `backup`, `restore` 和 `drill`: one command each. The key is read from `JINGWEI_BACKUP_KEY`, never from the command line,
/// where other users of the machine would see it.
///
/// With an external database `backup` works while the system serves; the embedded database belongs to the server while that
/// runs, which then makes its own ({@link DailyBackup}).
public final class BackupCommand {

    public static final List<String> NAMES = List.of("backup", "restore", "drill");

    private BackupCommand() {
    }

    /// @return exit code: 0 done, 1 refused, 2 not understood
    public static int run(List<String> arguments, Map<String, String> environment, Clock clock, PrintStream say) {
        if (arguments.size() != 2) {
            say.println("用法 usage: JINGWEI_BACKUP_KEY=… backup|restore|drill <file>");
            return 2;
        }
        try {
            Path file = Path.of(arguments.get(1)).toAbsolutePath();
            String key = environment.getOrDefault("JINGWEI_BACKUP_KEY", "");
            Manifest manifest = switch (arguments.getFirst()) {
                case "backup" -> within(environment, (connections, media) -> new Backup(connections, media, clock).write(file, key));
                case "restore" -> within(environment, (connections, media) -> new Restore(connections, media).read(file, key));
                default -> Drill.of(file, key);
            };
            say.println("[经纬] 完成 done: " + manifest.made() + ", " + manifest.rows().size() + " 表 tables, " + manifest.total()
                    + " 行 rows, " + manifest.media() + " 影音 media, " + Files.size(file) / 1024 + " KiB");
            return 0;
        } catch (StartRefused e) {
            say.println("未完成 not done: " + e.getMessage());
        } catch (IOException | SQLException e) {
            say.println("未完成 not done: " + e.getMessage());
        }
        return 1;
    }

    private interface Work {
        Manifest on(Connections connections, Path media) throws IOException, SQLException;
    }

    private static Manifest within(Map<String, String> environment, Work work) throws IOException, SQLException {
        Settings settings = Settings.from(environment);
        Files.createDirectories(settings.data());
        Path media = settings.data().resolve("media");
        @Nullable Connections external = settings.external();
        if (external != null) {
            return work.on(external, media);
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.data(), true)) {
            return work.on(embedded.connections(), media);
        }
    }
}
