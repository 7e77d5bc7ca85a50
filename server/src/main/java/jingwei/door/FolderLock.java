package jingwei.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// 数据目录锁: one living server to a folder with an embedded database. Without it a second start would take the first one's
/// PostgreSQL for what a killed server left behind, and end it. The lock ends with the process, also after `kill -9`.
final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new StartRefused("数据目录 " + folder + " 正由另一个正在运行的服务使用，请先停止它，或用 JINGWEI_DATA=另一个目录 启动",
                        "another running server uses the data folder; stop it first or start with JINGWEI_DATA=another");
            }
            return new FolderLock(file);
        } catch (IOException e) {
            throw new StartRefused("数据目录 " + folder + " 不可写", "the data folder cannot be written");
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this very process
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
