package jingwei.door.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jingwei.door.Connections;

/// 每日备份: the running server writes a backup every night at two and proves it by a drill, when `JINGWEI_BACKUP_DIR` and
/// `JINGWEI_BACKUP_KEY` are given; so many are kept as `JINGWEI_BACKUP_KEEP` says (14). What went wrong is said on the console
/// and in a file beside the backups.
public final class DailyBackup implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime HOUR = LocalTime.of(2, 0);

    private final Backup backup;
    private final Path folder;
    private final String key;
    private final int keep;
    private final Clock clock;
    private final ScheduledExecutorService night = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("backup").factory());

    public DailyBackup(Connections connections, Path media, Map<String, String> environment, Clock clock) {
        this.backup = new Backup(connections, media, clock);
        this.folder = Path.of(environment.getOrDefault("JINGWEI_BACKUP_DIR", "")).toAbsolutePath();
        this.key = environment.getOrDefault("JINGWEI_BACKUP_KEY", "");
        this.keep = Math.max(1, Integer.parseInt(environment.getOrDefault("JINGWEI_BACKUP_KEEP", "14")));
        this.clock = clock;
    }

    public static boolean wanted(Map<String, String> environment) {
        return !environment.getOrDefault("JINGWEI_BACKUP_DIR", "").isBlank()
                && !environment.getOrDefault("JINGWEI_BACKUP_KEY", "").isBlank();
    }

    /// Waits for the night.
    public void begin() {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        ZonedDateTime next = now.with(HOUR);
        Duration wait = Duration.between(now, next.isAfter(now) ? next : next.plusDays(1));
        night.scheduleAtFixedRate(this::run, wait.toSeconds(), Duration.ofDays(1).toSeconds(), TimeUnit.SECONDS);
    }

    /// One night's work; answers whether the backup was made and restored in the drill.
    public boolean run() {
        Path file = folder.resolve("jingwei-" + LocalDate.ofInstant(clock.instant(), ZONE) + ".backup");
        try {
            Manifest made = backup.write(file, key);
            Manifest restored = Drill.of(file, key);
            note(file, "备份并演练恢复 backed up and restored in a drill: " + restored.total() + " / " + made.total() + " 行 rows");
            tidy();
            return restored.equals(made);
        } catch (IOException | SQLException | RuntimeException e) {
            note(file, "备份失败 the backup failed: " + e.getMessage());
            return false;
        }
    }

    private void tidy() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> backups = files.filter(path -> path.toString().endsWith(".backup")).sorted().toList();
            for (Path old : backups.subList(0, Math.max(0, backups.size() - keep))) {
                Files.delete(old);
            }
        }
    }

    private void note(Path file, String words) {
        System.out.println("[经纬] " + words);
        try {
            Files.createDirectories(folder);
            Files.writeString(file.resolveSibling(file.getFileName() + ".txt"), clock.instant() + " " + words + "\n");
        } catch (IOException e) {
            System.out.println("[经纬] " + folder + " 写不进去 cannot be written");
        }
    }

    @Override
    public void close() {
        night.shutdownNow();
    }
}
