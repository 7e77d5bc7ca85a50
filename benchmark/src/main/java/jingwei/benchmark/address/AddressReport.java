package jingwei.benchmark.address;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Gazetteer;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.Question;

/// 地址匹配的数字: figures by category beside Lucene's on the same places, and speed with 300,000 places; written as a page.
///
/// Arguments: file of the page, first seed.
public final class AddressReport {

    private static final int EACH = 12;

    private AddressReport() {
    }

    public static void main(String[] arguments) throws IOException {
        int seed = Integer.parseInt(arguments[1]);
        AddressFigures.Tally ours = new AddressFigures.Tally();
        AddressFigures.Tally theirs = new AddressFigures.Tally();
        List<Asked> all = new ArrayList<>();
        for (int shape = 0; shape < 4; shape++) {
            DrawnCity city = new DrawnCity(seed * 10L + shape, AddressFigures.shape(shape), 0);
            Gazetteer gazetteer = Gazetteer.of(city.places);
            Bigrams rival = new Bigrams(city.places);
            for (Asked asked : new Asker(city, seed * 100L + shape).ask(EACH)) {
                ours.add(asked.category(), Judge.of(asked, gazetteer.search(question(asked))));
                theirs.add(asked.category(), Judge.of(asked, rival(rival, asked)));
                all.add(asked);
            }
        }
        StringBuilder page = new StringBuilder("# Address matching, figures of " + LocalDate.now(Clock.systemDefaultZone()) + "\n\n"
                + "Questions made from the grammar of addresses over four drawn cities (seed " + seed + "; with and without sides of plates, outlines,\n"
                + "codes of roads, joined names). A spot counts within its tolerance (5 m a plate, 20 m a crossing and a walk, 30 m an interpolation).\n"
                + "*wrong* = the first answer is off although its grade claims confidence. Lucene: CJK bigrams, BM25, the same places, the same run.\n\n"
                + "| category | questions | found | wrong with confidence | Lucene bigrams found |\n|---|---|---|---|---|\n");
        ours.counts().forEach((category, count) -> {
            int[] other = theirs.counts().get(category);
            page.append(String.format("| %s | %d | %.1f %% | %d | %.1f %% |%n", category.replace("~ ", "**") + (category.startsWith("~") ? "**" : ""), count[0],
                    100.0 * count[1] / count[0], count[2], 100.0 * other[1] / other[0]));
        });
        speed(page, seed);
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    private static Question question(Asked asked) {
        return Question.of(asked.text(), asked.asOf().isEmpty() ? Judge.TODAY : LocalDate.parse(asked.asOf()));
    }

    private static Answer rival(Bigrams rival, Asked asked) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Place place : rival.search(asked.text())) {
            double[] at = place.hasPoint() ? new double[] {place.longitude(), place.latitude()} : middle(place);
            found.add(new Found(Grade.EXACT, 1, place.kind().word(), List.of(place.id()), at[0], at[1], place.name(), List.of(), List.of(), 0));
        }
        return found.isEmpty() ? new Answer.Nothing("none", "", List.of()) : new Answer.Spots(found);
    }

    private static double[] middle(Place place) {
        if (place.geometry() == null) {
            return new double[] {0, 0};
        }
        return new double[] {place.geometry().getCentroid().getX(), place.geometry().getCentroid().getY()};
    }

    private static void speed(StringBuilder page, int seed) throws IOException {
        DrawnCity city = new DrawnCity(seed, AddressFigures.shape(0), 300_000);
        List<Asked> asked = new Asker(city, seed).ask(30);
        List<Place> places = List.copyOf(city.places);
        long begin = now();
        Gazetteer gazetteer = Gazetteer.of(places);
        double built = (now() - begin) / 1e9;
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.forEach(one -> questions.add(question(one)));
        }
        Collections.shuffle(questions, new Random(seed));
        for (Question question : questions) {
            gazetteer.search(question);
        }
        long[] times = new long[questions.size()];
        begin = now();
        for (int i = 0; i < times.length; i++) {
            long from = now();
            gazetteer.search(questions.get(i));
            times[i] = now() - from;
        }
        double seconds = (now() - begin) / 1e9;
        Arrays.sort(times);
        long[] typed = suggest(gazetteer, asked);
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        Bigrams rival = new Bigrams(places);
        for (Asked one : asked) {
            rival.search(one.text());
        }
        begin = now();
        for (Asked one : asked) {
            rival.search(one.text());
        }
        double lucene = asked.size() / ((now() - begin) / 1e9);
        page.append(String.format("%n## Speed, %,d places, one core, time of the processor%n%n| what | figure | goal |%n|---|---|---|%n| index built | %.1f s | 20 s |%n| questions a second | %,.0f | 5,000 |%n"
                + "| median | %.3f ms | |%n| 99th percentile | %.2f ms | 5 ms |%n| suggestion, 99th percentile | %.2f ms | 20 ms |%n| heap in use with the places | %d MB | 1,000 MB |%n"
                + "| Lucene bigrams, questions a second | %,.0f | |%n", places.size(), built, times.length / seconds, times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6, typed[typed.length * 99 / 100] / 1e6, heap / 1_000_000, lucene));
    }

    /// Time the processor spent on this thread: the machine is shared.
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long[] suggest(Gazetteer gazetteer, List<Asked> asked) {
        List<String> beginnings = new ArrayList<>();
        asked.forEach(one -> beginnings.add(one.text().substring(0, Math.min(one.text().length(), 2 + one.text().length() % 4))));
        beginnings.addAll(List.of("zh", "zhongzhou", "zzz", "中zhou", "王城d", "z", "l", "解放路与中", "中州中路4"));
        beginnings.forEach(typed -> gazetteer.suggest(typed, 8));
        long[] times = new long[beginnings.size()];
        for (int i = 0; i < times.length; i++) {
            long from = now();
            gazetteer.suggest(beginnings.get(i), 8);
            times[i] = now() - from;
        }
        Arrays.sort(times);
        return times;
    }
}
