package jingwei.media.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import jingwei.media.MediaStore;

/// 文件夹: keeps media under the data folder. A file appears under its name whole or not at all, also in a power cut.
final class FolderStore implements MediaStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void keep(String name, Path file) throws IOException {
        Path target = root.resolve(name);
        Files.createDirectories(target.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    @Override
    public InputStream open(String name, long from, long length) throws IOException {
        try {
            FileChannel channel = FileChannel.open(root.resolve(name), StandardOpenOption.READ);
            channel.position(from);
            return new FirstBytes(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(name);
        }
    }
}
