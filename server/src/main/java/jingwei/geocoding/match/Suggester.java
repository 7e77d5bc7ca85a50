package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.Suggestion;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.index.PlateNumber;
import jingwei.geocoding.index.Plates;
import jingwei.geocoding.text.Characters;
import jingwei.geocoding.text.Written;

/// 联想: names for what was typed so far, in characters, in pinyin, in first letters or mixed.
///
/// Three sorted lists (names, spellings, first letters) are searched by beginnings; what was typed in mixed form is compared letter
/// by letter on the few names that begin with its characters.
public final class Suggester {

    private static final int WINDOW = 400;

    private final Atlas atlas;
    private final Fit fit;
    private final Sorted names;
    private final Sorted spellings;
    private final Sorted letters;

    public Suggester(Atlas atlas) {
        this.atlas = atlas;
        this.fit = new Fit(atlas);
        List<Entry> byName = new ArrayList<>();
        List<Entry> bySpelling = new ArrayList<>();
        List<Entry> byLetters = new ArrayList<>();
        Names all = atlas.names();
        for (int number = 0; number < all.count(); number++) {
            boolean listed = Arrays.stream(all.places(number)).anyMatch(entry -> Names.use(entry).ordinal() <= 1);
            if (!listed) {
                continue;
            }
            String word = all.word(number);
            byName.add(new Entry(word, number));
            for (String spelling : Names.spellings(word)) {
                bySpelling.add(new Entry(spelling, number));
            }
            StringBuilder first = new StringBuilder();
            for (char it : word.toCharArray()) {
                String[] readings = Characters.readings(it);
                first.append(readings.length == 0 ? it : readings[0].charAt(0));
            }
            byLetters.add(new Entry(first.toString(), number));
        }
        names = new Sorted(byName);
        spellings = new Sorted(bySpelling);
        letters = new Sorted(byLetters);
    }

    private record Entry(String key, int number) {
    }

    /// Keys in order, with the number of the name behind each.
    private static final class Sorted {
        private final String[] keys;
        private final int[] numbers;

        Sorted(List<Entry> entries) {
            entries.sort(Comparator.comparing(Entry::key));
            keys = entries.stream().map(Entry::key).toArray(String[]::new);
            numbers = entries.stream().mapToInt(Entry::number).toArray();
        }

        void beginning(String with, List<Integer> found) {
            int at = Arrays.binarySearch(keys, with);
            at = at < 0 ? -at - 1 : at;
            while (at > 0 && keys[at - 1].equals(with)) {
                at--;
            }
            for (int i = at; i < keys.length && i < at + WINDOW && keys[i].startsWith(with); i++) {
                found.add(numbers[i]);
            }
        }
    }

    /// @param wanted which places may be suggested, e.g. those of a kind or of an area
    public List<Suggestion> suggest(String typed, int limit, Predicate<Place> wanted) {
        Written text = Written.of(typed);
        if (text.length() == 0 || text.length() > 60) {
            return List.of();
        }
        Map<Integer, Suggestion> found = new LinkedHashMap<>();
        complete(text.toString(), "", found, limit, wanted);
        if (found.size() < limit) {
            // The last name of a longer text is the one being typed: 中州中路与解… or 中州中路43….
            for (int cut = text.length() - 1; cut >= 2; cut--) {
                int known = atlas.names().exact(Names.key(text.text(0, cut)));
                if (known >= 0) {
                    plates(known, text, cut, found, limit, wanted);
                }
            }
            for (int cut = 1; cut < text.length() && found.size() < limit; cut++) {
                boolean behind = "与和跟及、/区县市".indexOf(text.at(cut - 1)) >= 0;
                if (behind) {
                    complete(text.text(cut, text.length()), text.text(0, cut), found, limit, wanted);
                }
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    /// Numbers of the listed names that begin so, some hundred at most.
    List<Integer> beginning(String with) {
        List<Integer> found = new ArrayList<>();
        names.beginning(with, found);
        return found;
    }

    private void complete(String typed, String before, Map<Integer, Suggestion> found, int limit, Predicate<Place> wanted) {
        List<Integer> numbers = new ArrayList<>();
        boolean spelled = typed.chars().anyMatch(it -> it >= 'a' && it <= 'z');
        names.beginning(typed, numbers);
        if (spelled) {
            letters.beginning(typed, numbers);
            spellings.beginning(typed, numbers);
            mixed(typed, numbers);
        }
        Names all = atlas.names();
        numbers.stream().distinct().sorted(Comparator.comparingInt((Integer number) -> rank(number)).thenComparingInt(number -> all.word(number).length())
                .thenComparing(number -> all.word(number))).forEach(number -> {
                    for (int entry : all.places(number)) {
                        if (found.size() < limit && Names.use(entry).ordinal() <= 1 && atlas.place(entry >> 3).validTo() == null
                                && wanted.test(atlas.place(entry >> 3))) {
                            found.putIfAbsent(entry >> 3, suggestion(entry >> 3, before + atlas.place(entry >> 3).name()));
                        }
                    }
                });
    }

    private int rank(int number) {
        return atlas.place(atlas.names().places(number)[0] >> 3).kind() == PlaceKind.ROAD ? 0 : 1;
    }

    /// 中zhou zl: characters stand for themselves, letters for the beginning of a syllable.
    private void mixed(String typed, List<Integer> numbers) {
        int characters = 0;
        while (characters < typed.length() && typed.charAt(characters) > 0x4e00) {
            characters++;
        }
        List<Integer> candidates = new ArrayList<>();
        if (characters > 0) {
            names.beginning(typed.substring(0, characters), candidates);
        } else {
            int end = 0;
            while (end < typed.length() && typed.charAt(end) < 0x4e00) {
                end++;
            }
            if (end < typed.length()) {
                spellings.beginning(typed.substring(0, end), candidates);
            }
        }
        for (int number : candidates) {
            if (fits(atlas.names().word(number), 0, typed, 0)) {
                numbers.add(number);
            }
        }
    }

    private static boolean fits(String word, int w, String typed, int t) {
        if (t >= typed.length()) {
            return true;
        }
        if (w >= word.length()) {
            return false;
        }
        if (word.charAt(w) == typed.charAt(t)) {
            return fits(word, w + 1, typed, t + 1);
        }
        for (String reading : Characters.readings(word.charAt(w))) {
            int same = 0;
            while (same < reading.length() && t + same < typed.length() && reading.charAt(same) == typed.charAt(t + same)) {
                same++;
            }
            if (same > 0 && (fits(word, w + 1, typed, t + same) || same > 1 && fits(word, w + 1, typed, t + 1))) {
                return true;
            }
        }
        return false;
    }

    private void plates(int known, Written text, int cut, Map<Integer, Suggestion> found, int limit, Predicate<Place> wanted) {
        PlateNumber number = PlateNumber.at(text, cut);
        if (number == null) {
            return;
        }
        String digits = String.valueOf(number.main());
        for (int entry : atlas.names().places(known)) {
            Plates plates = atlas.plates(entry >> 3);
            if (plates == null || found.size() >= limit) {
                continue;
            }
            for (Plates.Plate plate : plates.all()) {
                if (plate.key().startsWith(digits) && found.size() < limit && wanted.test(atlas.place(plate.place()))) {
                    found.putIfAbsent(plate.place(), suggestion(plate.place(), atlas.place(entry >> 3).name() + plate.key() + "号"));
                }
            }
        }
    }

    private Suggestion suggestion(int number, String text) {
        Place place = atlas.place(number);
        return new Suggestion(place.id(), text, place.kind(), fit.districtOf(place.code()),
                place.hasPoint() ? place.longitude() : degrees(number)[0], place.hasPoint() ? place.latitude() : degrees(number)[1]);
    }

    private double[] degrees(int number) {
        if (Double.isNaN(atlas.x(number))) {
            return new double[] {Double.NaN, Double.NaN};
        }
        var at = atlas.plane().toDegrees(atlas.x(number), atlas.y(number));
        return new double[] {at.x, at.y};
    }
}
