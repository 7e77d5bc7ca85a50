package jingwei.basemap.image;

import java.util.Optional;

/// 图片: known by its first bytes, whatever somebody says it is.
///
/// @param type media type
@SuppressWarnings("ArrayRecordComponent")
public record Picture(String type, byte[] content) {

    /// Empty for what is neither PNG, JPEG nor WebP.
    public static Optional<Picture> of(byte[] content) {
        if (starts(content, 0x89, 'P', 'N', 'G')) {
            return Optional.of(new Picture("image/png", content));
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(new Picture("image/jpeg", content));
        }
        boolean webp = starts(content, 'R', 'I', 'F', 'F') && content.length > 12 && content[8] == 'W' && content[9] == 'E' && content[10] == 'B';
        return webp ? Optional.of(new Picture("image/webp", content)) : Optional.empty();
    }

    private static boolean starts(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
