package jingwei.geocoding.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import jingwei.geocoding.text.Characters;

/// 地名字典: every name of every place, found as written, by sound, with one character wrong, by pinyin and by initials.
///
/// Tables hold 64-bit keys of the words, so a text is looked through by rolling keys, some hundred look-ups a question.
public final class Names {

    /// Longer names are cut off; nobody writes them out.
    public static final int LONGEST = 40;
    private static final long STEP = 0x100000001B3L;
    private static final char WRONG = '\uFFFF';
    private static final int MOST_READINGS = 8;
    private static final long[] POWERS = new long[LONGEST * 6 + 2];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * STEP;
        }
    }

    private final List<String> words = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongTable exact = new LongTable();
    private final LongTable wrong = new LongTable();
    private final LongTable sound = new LongTable();
    private final LongTable pinyin = new LongTable();
    private final LongTable initials = new LongTable();
    private final BitSet ends = new BitSet(1 << 20);
    private final boolean[] lengths = new boolean[LONGEST + 1];

    /// A name of a place; `tolerant` names are found with one wrong character and by sound, too.
    void add(String word, int place, NameUse use, boolean tolerant) {
        if (word.length() < 2 || word.length() > LONGEST) {
            return;
        }
        Integer known = numbers.get(word);
        int entry = place << 3 | use.ordinal();
        if (known != null) {
            int[] before = places.get(known);
            for (int one : before) {
                if (one >> 3 == place) {
                    return;
                }
            }
            int[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = entry;
            places.set(known, after);
            return;
        }
        int number = words.size();
        numbers.put(word, number);
        words.add(word);
        places.add(new int[] {entry});
        lengths[word.length()] = true;
        exact.add(key(word), number);
        if (tolerant) {
            tolerate(word, number);
        }
    }

    boolean has(String word) {
        return numbers.containsKey(word);
    }

    /// Gives back what was only needed while names were added.
    void done() {
        numbers.clear();
    }

    private void tolerate(String word, int number) {
        int length = word.length();
        if (length >= 3 && length <= 16) {
            ends.set(pair(word.charAt(0), word.charAt(1), 0));
            ends.set(pair(word.charAt(length - 2), word.charAt(length - 1), 1));
            for (int i = 0; i < length; i++) {
                wrong.add(key(word.substring(0, i) + WRONG + word.substring(i + 1)), number);
            }
        }
        List<String> spellings = spellings(word);
        for (String spelling : spellings) {
            pinyin.add(key(Characters.plain(spelling)), number);
        }
        if (length >= 3 && length <= 12) {
            for (String letters : firstLetters(word)) {
                initials.add(key(letters), number);
            }
        }
        if (length >= 3 && length <= 12) {
            soundKeys(word, number);
        }
    }

    private void soundKeys(String word, int number) {
        List<Long> keys = List.of(0L);
        for (int i = 0; i < word.length(); i++) {
            int[] all = Characters.sounds(word.charAt(i));
            if (all.length == 0) {
                return;
            }
            List<Long> longer = new ArrayList<>();
            for (long key : keys) {
                for (int one : all) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(key * STEP + one + 1);
                    }
                }
            }
            keys = longer;
        }
        keys.forEach(key -> sound.add(key, number));
    }

    /// 拼音: all spellings of a word, letters and figures as they are; at most eight.
    public static List<String> spellings(String word) {
        List<String> all = List.of("");
        for (int i = 0; i < word.length(); i++) {
            char it = word.charAt(i);
            String[] readings = Characters.readings(it);
            if (readings.length == 0) {
                readings = new String[] {String.valueOf(it)};
            }
            List<String> longer = new ArrayList<>();
            for (String one : all) {
                for (String reading : readings) {
                    if (longer.size() < MOST_READINGS && !longer.contains(one + reading)) {
                        longer.add(one + reading);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    static List<String> firstLetters(String word) {
        List<String> all = List.of("");
        for (int i = 0; i < word.length(); i++) {
            char it = word.charAt(i);
            String[] readings = Characters.readings(it);
            List<String> longer = new ArrayList<>();
            for (String one : all) {
                if (readings.length == 0) {
                    longer.add(one + it);
                }
                for (String reading : readings) {
                    String next = one + reading.charAt(0);
                    if (longer.size() < MOST_READINGS && !longer.contains(next)) {
                        longer.add(next);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    public static long key(CharSequence word) {
        long key = 0;
        for (int i = 0; i < word.length(); i++) {
            key = key * STEP + word.charAt(i) + 1;
        }
        return key;
    }

    public static long longer(long key, int symbol) {
        return key * STEP + symbol + 1;
    }

    /// The key with the symbol at a distance from the end taken as wrong.
    public static long withWrong(long key, char letter, int fromEnd) {
        return key + (WRONG - letter) * POWERS[fromEnd];
    }

    private static int pair(char a, char b, int which) {
        return ((a * 31 + b) * 0x9E3779B1 >>> 13 ^ which * 77) & (1 << 20) - 1;
    }

    /// Whether some name begins or ends so; a name with one wrong character still has one of its ends, unless it is a short one.
    public boolean mayResemble(char first, char second, char beforeLast, char last, int length) {
        return length < 4 || ends.get(pair(first, second, 0)) || ends.get(pair(beforeLast, last, 1));
    }

    public boolean mayEndAt(int length) {
        return length <= LONGEST && lengths[length];
    }

    /// Number of the word with that key, or -1.
    public int exact(long key) {
        int slot = exact.first(key);
        return slot < 0 ? -1 : exact.value(slot);
    }

    public void wrong(long key, IntConsumer each) {
        all(wrong, key, each);
    }

    public void sounding(long key, IntConsumer each) {
        all(sound, key, each);
    }

    public void spelled(String plain, IntConsumer each) {
        all(pinyin, key(plain), each);
    }

    public void spelled(long key, IntConsumer each) {
        all(pinyin, key, each);
    }

    public void initials(String letters, IntConsumer each) {
        all(initials, key(letters), each);
    }

    private static void all(LongTable table, long key, IntConsumer each) {
        for (int slot = table.first(key); slot >= 0; slot = table.next(slot)) {
            each.accept(table.value(slot));
        }
    }

    public int count() {
        return words.size();
    }

    public String word(int number) {
        return words.get(number);
    }

    /// Places of a word, each as `place << 3 | use`.
    public int[] places(int number) {
        return places.get(number);
    }

    public static NameUse use(int entry) {
        return USES[entry & 7];
    }

    private static final NameUse[] USES = NameUse.values();
}
