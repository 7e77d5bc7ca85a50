package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.NameUse;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.match.Element.Way;
import jingwei.geocoding.text.Characters;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 分词: finds the names in a text and cuts it so that long, sure names win.
///
/// Everything is looked up in the gazetteer's own dictionary; no general word list takes part, so 涧西区 is never 涧 and 西区.
final class Scanner {

    private static final int MOST_SIMILAR = 16;
    private static final String FIGURES = "一二三四五六七八九十百";

    private final Atlas atlas;
    private final Names names;
    private final Foreign foreign;

    Scanner(Atlas atlas, Foreign foreign) {
        this.atlas = atlas;
        this.names = atlas.names();
        this.foreign = foreign;
    }

    /// Names that stand in the text as written.
    List<Element> written(Written text) {
        List<Element> found = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            if (splitsWord(text, from)) {
                continue;
            }
            long key = 0;
            int most = Math.min(Names.LONGEST, text.length() - from);
            for (int length = 1; length <= most; length++) {
                key = Names.longer(key, text.at(from + length - 1));
                if (length < 2 || !names.mayEndAt(length) || splitsWord(text, from + length)) {
                    continue;
                }
                int number = names.exact(key);
                if (number >= 0) {
                    found.add(element(from, from + length, number, Way.WRITTEN));
                }
            }
        }
        return sensible(text, found);
    }

    /// Without short forms of villages and the like inside other text, and without names that are words for a side or a distance:
    /// 西南角 is a village only where it stands alone or behind the name of its area.
    private List<Element> sensible(Written text, List<Element> found) {
        List<Element> kept = new ArrayList<>();
        for (Element element : found) {
            boolean alone = element.length() == text.length();
            boolean behindArea = found.stream().anyMatch(other -> other.to() == element.from() && other.length() >= 2 && area(other));
            boolean loose = area(element) && Arrays.stream(element.places()).allMatch(entry -> Names.use(entry) == NameUse.LOOSE);
            Token word = element.from() > 0 && element.length() <= 4 ? Keywords.at(text, element.from(), text.length()) : null;
            boolean keyword = word != null && (word.part() == Token.Part.SIDE || word.part() == Token.Part.LEG) && word.to() >= element.to();
            // 天香 for 天香小区 only where a building of it follows.
            boolean clipped = element.length() == 2 && loosely(element);
            if (clipped && BuildingNumber.at(text, element.to()) == null) {
                continue;
            }
            boolean aside = element.from() > 0 && "米处m右".indexOf(text.at(element.from() - 1)) >= 0 && isSide(text, element.from());
            if (alone || !aside && !(loose && !behindArea) && !keyword) {
                kept.add(element);
            }
        }
        return kept;
    }

    /// Whether the word is only what rules make of the name of a quarter.
    private boolean loosely(Element element) {
        return Arrays.stream(element.places()).allMatch(entry -> Names.use(entry) == NameUse.LOOSE && atlas.place(entry >> 3).kind() == PlaceKind.QUARTER);
    }

    private static boolean isSide(Written text, int from) {
        Token.Part part = Keywords.at(text, from, text.length()).part();
        return part == Token.Part.SIDE || part == Token.Part.LEG;
    }

    private boolean area(Element element) {
        return Arrays.stream(element.places()).allMatch(entry -> atlas.place(entry >> 3).kind().isArea());
    }

    /// Names one wrong character away, or of the same sound, that cover something not yet understood.
    List<Element> similar(Written text, boolean[] open) {
        List<Element> found = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            if (splitsWord(text, from)) {
                continue;
            }
            long key = 0;
            long sound = 0;
            boolean sounding = true;
            boolean covers = false;
            if (from > 0 && isSide(text, from)) {
                continue;
            }
            int most = Math.min(14, text.length() - from);
            for (int length = 1; length <= most; length++) {
                char it = text.at(from + length - 1);
                covers |= open[from + length - 1];
                key = Names.longer(key, it);
                int[] sounds = Characters.sounds(it);
                sounding &= sounds.length > 0;
                sound = sounding ? Names.longer(sound, sounds[0]) : sound;
                if (length < 3 || !covers || !names.mayEndAt(length) || splitsWord(text, from + length)) {
                    continue;
                }
                int before = found.size();
                int start = from;
                int end = from + length;
                boolean resembles = names.mayResemble(text.at(from), text.at(from + 1), text.at(end - 2), text.at(end - 1), length);
                for (int i = from; resembles && i < end; i++) {
                    char replaced = text.at(i);
                    int at = i - from;
                    names.wrong(Names.withWrong(key, replaced, end - 1 - i), number -> {
                        char right = names.word(number).charAt(at);
                        if (right != replaced && Characters.mayReplace(right, replaced) && found.size() - before < MOST_SIMILAR) {
                            found.add(element(start, end, number, Way.SIMILAR));
                        }
                    });
                }
                if (sounding && found.size() == before) {
                    names.sounding(sound, number -> {
                        if (names.word(number).length() == end - start && found.size() - before < MOST_SIMILAR) {
                            found.add(element(start, end, number, Way.SIMILAR));
                        }
                    });
                }
            }
        }
        return found;
    }

    /// Names written in Latin letters: whole syllables, or the first letters of each.
    List<Element> spelled(Written text) {
        List<Element> found = new ArrayList<>();
        for (int from = 0; from < text.length();) {
            int end = from;
            while (end < text.length() && isLetter(text.at(end))) {
                end++;
            }
            if (end - from >= 2) {
                run(text, from, Math.min(end, from + 80), found);
            }
            from = Math.max(end, from + 1);
        }
        return found;
    }

    private void run(Written text, int from, int end, List<Element> found) {
        for (int start = from; start < end; start++) {
            for (int stop = Math.min(end, start + 60); stop - start >= 4; stop--) {
                String letters = text.text(start, stop);
                int first = start;
                int last = stop;
                names.spelled(Characters.plain(letters), number -> {
                    boolean same = Names.spellings(names.word(number)).contains(letters);
                    int length = names.word(number).length();
                    found.add(new Element(first, last, names.word(number), names.places(number), Way.SPELLED,
                            (same ? 0.95 : 0.7) * length * length));
                });
            }
        }
        if (end - from >= 3 && end - from <= 12) {
            String letters = text.text(from, end);
            names.initials(letters, number -> found.add(new Element(from, end, names.word(number), names.places(number),
                    Way.INITIALS, 0.5 * letters.length() * letters.length())));
        }
    }

    private Element element(int from, int to, int number, Way way) {
        int length = to - from;
        int[] places = names.places(number);
        NameUse best = NameUse.LOOSE;
        for (int place : places) {
            NameUse use = Names.use(place);
            best = use.ordinal() < best.ordinal() ? use : best;
        }
        double sure = switch (best) {
            case NAME, ALIAS -> 1;
            case SHORT, GENERIC -> 0.95;
            case LOOSE -> 0.8;
        };
        return new Element(from, to, names.word(number), places, way,
                length * length * sure * (way == Way.WRITTEN ? 1 : 0.6));
    }

    /// The best cut of the text into names and other words.
    List<Token> cut(Written text, List<Element> elements) {
        int n = text.length();
        double[] worth = new double[n + 1];
        Element[] taken = new Element[n];
        List<List<Element>> starting = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            starting.add(List.of());
        }
        for (Element element : elements) {
            List<Element> here = starting.get(element.from());
            if (here.isEmpty()) {
                here = new ArrayList<>();
                starting.set(element.from(), here);
            }
            here.add(element);
        }
        for (int i = n - 1; i >= 0; i--) {
            worth[i] = worth[i + 1];
            for (Element element : starting.get(i)) {
                double with = element.weight() + worth[element.to()];
                if (with > worth[i] + 1e-9) {
                    worth[i] = with;
                    taken[i] = element;
                }
            }
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < n;) {
            Element element = taken[i];
            if (element != null) {
                tokens.add(Token.name(together(element, starting.get(i))));
                i = element.to();
                continue;
            }
            int limit = i + 1;
            while (limit < n && taken[limit] == null) {
                limit++;
            }
            Token word = outside(text, i);
            if (word == null) {
                word = Keywords.at(text, i, limit);
            }
            tokens.add(word);
            i = word.to();
        }
        return tokens;
    }

    private @Nullable Token outside(Written text, int from) {
        int end = foreign.end(text, from);
        if (end > from) {
            return Token.of(Token.Part.FOREIGN, from, end);
        }
        end = foreign.homeEnd(text, from);
        return end > from ? Token.of(Token.Part.HOME, from, end) : null;
    }

    /// Several names recognized for one stretch (same sound, same initials) are one element with all their places.
    private static Element together(Element chosen, List<Element> all) {
        if (chosen.way() == Way.WRITTEN) {
            return chosen;
        }
        List<Element> equal = all.stream().filter(other -> other.to() == chosen.to() && other.way() == chosen.way()
                && other.weight() >= chosen.weight() - 1e-9).toList();
        if (equal.size() < 2) {
            return chosen;
        }
        int[] places = equal.stream().flatMapToInt(other -> Arrays.stream(other.places())).distinct().limit(64).toArray();
        return new Element(chosen.from(), chosen.to(), chosen.word(), places, chosen.way(), chosen.weight());
    }

    private static boolean splitsWord(Written text, int at) {
        char before = text.at(at - 1);
        char here = text.at(at);
        return text.breakBefore(at) == 0 && (isDigit(before) && isDigit(here) || isLetter(before) && isLetter(here)
                || FIGURES.indexOf(before) >= 0 && FIGURES.indexOf(here) >= 0 && before != 0 && here != 0);
    }

    private static boolean isDigit(char it) {
        return it >= '0' && it <= '9';
    }

    private static boolean isLetter(char it) {
        return it >= 'a' && it <= 'z';
    }
}
