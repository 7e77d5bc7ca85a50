package jingwei.geocoding.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// 字表: sounds, shapes and simplified forms of characters, from the Unicode Han Database.
///
/// Every reading of a character with several counts (多音字): 长安 is found as `changan` and as `zhangan`. Sounds that people of
/// the region mix up are one sound: zh/z, ch/c, sh/s, n/l at the beginning, ng/n at the end.
public final class Characters {

    private static final int[] NO_SOUND = {};
    private static final String[] NO_READING = {};
    /// Characters that tell places apart; none may stand for another of them.
    private static final String DISTINGUISHING = "东西南北中上下左右前后内外大小新老一二三四五六七八九十甲乙丙丁0123456789";
    private static final Characters TABLE = load();

    private final char[] simplified = new char[65536];
    private final int[][] sounds = new int[65536][];
    private final String[][] readings = new String[65536][];
    private final String[] cangjie = new String[65536];

    private Characters() {
        for (int i = 0; i < 65536; i++) {
            simplified[i] = (char) i;
        }
        Arrays.fill(sounds, NO_SOUND);
        Arrays.fill(readings, NO_READING);
        Arrays.fill(cangjie, "");
    }

    private static Characters load() {
        Characters table = new Characters();
        Map<String, Integer> numbers = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                Characters.class.getResourceAsStream("/geocoding/characters.tsv")), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                char it = cells[0].charAt(0);
                if (!cells[1].isEmpty()) {
                    String[] all = cells[1].split(",");
                    table.readings[it] = all;
                    table.sounds[it] = Arrays.stream(all)
                            .mapToInt(one -> numbers.computeIfAbsent(plain(one), key -> numbers.size() + 1)).distinct()
                            .toArray();
                }
                if (!cells[2].isEmpty()) {
                    table.simplified[it] = cells[2].charAt(0);
                }
                table.cangjie[it] = cells[3];
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // 瀍河 is written in several ways by people whose keyboard lacks the character.
        for (char variant : "廛缠湹纏".toCharArray()) {
            table.simplified[variant] = '瀍';
        }
        return table;
    }

    /// The simplified form; the character itself where there is none.
    public static char simplified(char it) {
        return TABLE.simplified[it];
    }

    /// Readings without tones, the most frequent first; empty for what is no Chinese character.
    public static String[] readings(char it) {
        return TABLE.readings[it];
    }

    /// Numbers of the sounds after mixing up what people mix up; the most frequent first.
    public static int[] sounds(char it) {
        return TABLE.sounds[it];
    }

    /// Spelling after mixing up what people mix up; works on a syllable and on a run of syllables alike.
    public static String plain(String letters) {
        StringBuilder plain = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char it = letters.charAt(i);
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            if (next == 'h' && (it == 'z' || it == 'c' || it == 's') || it == 'n' && next == 'g') {
                plain.append(it);
                i++;
            } else {
                plain.append(it == 'l' ? 'n' : it == 'u' && i > 0 && isGrave(letters.charAt(i - 1)) ? 'v' : it);
            }
        }
        return plain.toString();
    }

    private static boolean isGrave(char it) {
        return it == 'l' || it == 'n';
    }

    public static boolean soundAlike(char a, char b) {
        for (int one : TABLE.sounds[a]) {
            for (int other : TABLE.sounds[b]) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the one could have been written or heard for the other.
    public static boolean mayReplace(char a, char b) {
        if (DISTINGUISHING.indexOf(a) >= 0 && DISTINGUISHING.indexOf(b) >= 0) {
            return false;
        }
        return soundAlike(a, b) || lookAlike(TABLE.cangjie[a], TABLE.cangjie[b]);
    }

    private static boolean lookAlike(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (shorter >= 2 && (a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a))) {
            return true;
        }
        if (a.length() == b.length()) {
            int different = 0;
            for (int i = 0; i < a.length(); i++) {
                if (a.charAt(i) != b.charAt(i)) {
                    different++;
                }
            }
            // 廊 and 廓: the same outside, something else in the middle.
            boolean framed = longer >= 4 && a.charAt(0) == b.charAt(0) && a.charAt(longer - 1) == b.charAt(longer - 1);
            return framed || different == 1 && longer >= 3 || sorted(a).equals(sorted(b)) && longer >= 2;
        }
        int tail = 0;
        while (tail < shorter && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return tail >= 3 || longer - shorter == 1 && longer >= 3 && oneLetterMore(a, b);
    }

    private static boolean oneLetterMore(String a, String b) {
        String more = a.length() > b.length() ? a : b;
        String less = a.length() > b.length() ? b : a;
        for (int i = 0; i < more.length(); i++) {
            if ((more.substring(0, i) + more.substring(i + 1)).equals(less)) {
                return true;
            }
        }
        return false;
    }

    private static String sorted(String letters) {
        char[] all = letters.toCharArray();
        Arrays.sort(all);
        return new String(all);
    }
}
