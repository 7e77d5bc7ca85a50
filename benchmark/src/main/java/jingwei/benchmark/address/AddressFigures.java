package jingwei.benchmark.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Gazetteer;
import jingwei.geocoding.Question;

/// Plays the questions over several drawn cities and prints what failed; the figures by category come from {@link Tally}.
public final class AddressFigures {

    private AddressFigures() {
    }

    public static void main(String[] arguments) {
        int seed = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        boolean tell = arguments.length > 1;
        Tally tally = new Tally();
        for (int shape = 0; shape < 4; shape++) {
            DrawnCity city = new DrawnCity(seed * 10L + shape, shape(shape), 0);
            Gazetteer gazetteer = Gazetteer.of(city.places);
            System.out.println("places " + gazetteer.size());
            for (Asked asked : new Asker(city, seed * 100L + shape).ask(30)) {
                Answer answer = gazetteer.search(Question.of(asked.text(), asked.asOf().isEmpty() ? Judge.TODAY : java.time.LocalDate.parse(asked.asOf())));
                Judge.Verdict verdict = Judge.of(asked, answer);
                tally.add(asked.category(), verdict);
                if (tell && !verdict.good()) {
                    System.out.println((verdict.wrong() ? "WRONG " : "miss  ") + asked.category() + " | " + asked.text() + " | " + asked.wanted() + " | " + told(answer));
                }
            }
        }
        System.out.println(tally);
    }

    static DrawnCity.Shape shape(int number) {
        return new DrawnCity.Shape(number % 2 == 0, number < 2, number != 2, number != 1);
    }

    private static String told(Answer answer) {
        return switch (answer) {
            case Answer.Nothing nothing -> nothing.code() + " " + nothing.reason();
            case Answer.Spots spots -> {
                List<String> all = new ArrayList<>();
                for (Found found : spots.found().subList(0, Math.min(3, spots.found().size()))) {
                    all.add(found.grade() + " " + found.places() + " " + found.text() + " " + Math.round((found.longitude() - DrawnCity.WEST) * DrawnCity.PER_LONGITUDE) + ","
                            + Math.round((found.latitude() - DrawnCity.SOUTH) * DrawnCity.PER_LATITUDE));
                }
                yield String.join(" ## ", all);
            }
        };
    }

    /// Counts by category.
    static final class Tally {
        private final Map<String, int[]> counts = new TreeMap<>();

        void add(String category, Judge.Verdict verdict) {
            for (String key : List.of(category, "~ all")) {
                int[] count = counts.computeIfAbsent(key, any -> new int[3]);
                count[0]++;
                count[1] += verdict.good() ? 1 : 0;
                count[2] += verdict.wrong() ? 1 : 0;
            }
        }

        Map<String, int[]> counts() {
            return counts;
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder();
            counts.forEach((category, count) -> out.append(String.format("%-18s %5d %6.1f%% wrong %d%n", category, count[0], 100.0 * count[1] / count[0], count[2])));
            return out.toString();
        }
    }
}
