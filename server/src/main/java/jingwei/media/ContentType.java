package jingwei.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// 内容类型: what the first bytes say a file is. The sender's word is not asked.
///
/// @param type media type
record ContentType(MediaKind kind, String type) {

    /// How many bytes are looked at.
    static final int HEAD = 4096;

    private static final Set<String> MOVIE_BRANDS = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42",
            "avc1", "M4V ", "MSNV", "dash");

    static Optional<ContentType> of(byte[] head) {
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return found(MediaKind.IMAGE, "image/jpeg");
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return found(MediaKind.IMAGE, "image/png");
        }
        if (text(head, 0, 5).equals("%PDF-")) {
            return found(MediaKind.DOCUMENT, "application/pdf");
        }
        if (text(head, 4, 4).equals("ftyp")) {
            return movie(text(head, 8, 4));
        }
        if (starts(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            String words = text(head, 0, head.length);
            return words.contains("V_VP") || words.contains("V_AV1") || words.contains("V_MPEG")
                    ? found(MediaKind.VIDEO, "video/webm") : found(MediaKind.SOUND, "audio/webm");
        }
        if (text(head, 0, 4).equals("RIFF")) {
            return switch (text(head, 8, 4)) {
                case "WAVE" -> found(MediaKind.SOUND, "audio/wav");
                case "WEBP" -> found(MediaKind.IMAGE, "image/webp");
                default -> Optional.empty();
            };
        }
        if (text(head, 0, 5).equals("#!AMR")) {
            return found(MediaKind.SOUND, "audio/amr");
        }
        if (text(head, 0, 4).equals("OggS")) {
            return found(MediaKind.SOUND, "audio/ogg");
        }
        return mpegSound(head);
    }

    /// HEIC and AVIF pictures come in the same boxes; they are not accepted, since nothing here can open them to check.
    private static Optional<ContentType> movie(String brand) {
        if (brand.equals("M4A ") || brand.equals("M4B ")) {
            return found(MediaKind.SOUND, "audio/mp4");
        }
        if (brand.startsWith("3g")) {
            return found(MediaKind.VIDEO, "video/3gpp");
        }
        if (brand.equals("qt  ")) {
            return found(MediaKind.VIDEO, "video/quicktime");
        }
        return MOVIE_BRANDS.contains(brand) ? found(MediaKind.VIDEO, "video/mp4") : Optional.empty();
    }

    private static Optional<ContentType> mpegSound(byte[] head) {
        if (text(head, 0, 3).equals("ID3")) {
            return found(MediaKind.SOUND, "audio/mpeg");
        }
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF) {
            return Optional.empty();
        }
        int second = head[1] & 0xFF;
        if ((second & 0xF6) == 0xF0) {
            return found(MediaKind.SOUND, "audio/aac");
        }
        boolean layerThree = (second & 0xE0) == 0xE0 && (second & 0x06) == 0x02 && (second & 0x18) != 0x08;
        boolean rates = (head[2] & 0xF0) != 0xF0 && (head[2] & 0xF0) != 0 && (head[2] & 0x0C) != 0x0C;
        return layerThree && rates ? found(MediaKind.SOUND, "audio/mpeg") : Optional.empty();
    }

    private static Optional<ContentType> found(MediaKind kind, String type) {
        return Optional.of(new ContentType(kind, type));
    }

    private static boolean starts(byte[] head, int from, int... bytes) {
        if (head.length < from + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[from + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int from, int length) {
        return head.length < from + length ? "" : new String(head, from, length, StandardCharsets.ISO_8859_1);
    }
}
