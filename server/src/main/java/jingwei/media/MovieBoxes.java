package jingwei.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// 录像的结构: walks the boxes of an MP4, 3GP or MOV file. A cut one ends inside a box or lacks its table of contents.
final class MovieBoxes {

    private static final int MOST_BOXES = 100_000;

    private MovieBoxes() {
    }

    /// @throws RefusedException `media-incomplete`
    static void check(Path file, long size) throws IOException {
        boolean contents = false;
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            for (int count = 0; at < size; count++) {
                if (size - at < 8 || count > MOST_BOXES) {
                    throw Media.incomplete();
                }
                input.seek(at);
                long length = Integer.toUnsignedLong(input.readInt());
                byte[] name = new byte[4];
                input.readFully(name);
                String box = new String(name, StandardCharsets.ISO_8859_1);
                contents |= box.equals("moov") || box.equals("moof");
                if (length == 1 && size - at >= 16) {
                    length = input.readLong();
                } else if (length == 0) {
                    length = size - at;
                }
                if (length < 8 || length > size - at) {
                    throw Media.incomplete();
                }
                at += length;
            }
        }
        if (!contents) {
            throw Media.incomplete();
        }
    }
}
