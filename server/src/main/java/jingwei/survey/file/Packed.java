package jingwei.survey.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// 压缩包: unpacks what surveyors send into a folder of ours, and refuses what only wants to fill the disk.
final class Packed {

    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    /// A file that grows more than this is no survey: the densest text of coordinates shrinks to a thirtieth.
    private static final long MOST_TIMES = 200;
    private static final int MOST_ENTRIES = 200;
    private static final long SMALL = 1024 * 1024;

    private Packed() {
    }

    /// Unpacks the files, each under its plain name in lower case. @throws jingwei.standards.RefusedException `zip-bomb`, `file-broken`
    static void unpack(Path zip, Path folder) throws IOException {
        try (ZipFile packed = new ZipFile(zip.toFile(), Charset.forName("GBK"))) {
            long sum = 0;
            if (packed.size() > MOST_ENTRIES) {
                throw bomb();
            }
            for (ZipEntry entry : packed.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName().replace('\\', '/');
                String plain = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                if (plain.isEmpty() || plain.startsWith(".") || name.startsWith("__MACOSX")) {
                    continue;
                }
                long most = Math.max(SMALL, Math.max(1, entry.getCompressedSize()) * MOST_TIMES);
                try (InputStream in = packed.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(folder.resolve(plain))) {
                    byte[] piece = new byte[64 * 1024];
                    long size = 0;
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        size += read;
                        sum += read;
                        if (size > most || sum > LARGEST) {
                            throw bomb();
                        }
                        out.write(piece, 0, read);
                    }
                }
            }
        } catch (ZipException e) {
            throw FileRefusal.broken("zip", "不是有效的压缩包 not a zip archive");
        }
    }

    private static jingwei.standards.RefusedException bomb() {
        return FileRefusal.of("zip-bomb", "压缩包解开后过大或文件过多，已拒绝", "unpacked the archive would be too large or has too many files",
                "单个压缩包解开不超过 2 GB、200 个文件；请分批上传", "an archive may unpack to 2 GB and 200 files; upload in parts");
    }
}
