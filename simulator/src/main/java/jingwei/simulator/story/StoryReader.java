package jingwei.simulator.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 读故事: turns a page into a {@link Story}. Strict: what is not understood is a fault with its line, never skipped.
///
/// The form: a head (`story`, `requirement`, `platform`, maybe `starts` with a Monday), then the steps, then `ends`.
/// A step is `[day] time post act [@case] [key=value …] ["words"] -> what follows`. A day is `Mon` or, in the second week,
/// `Mon2`; it may be followed by its date where the page is dated. `#` begins a comment. After `ends` a page may say how the
/// evaluation counts its cases: `counts Mon-Sun filed 1 closed 0`.
public final class StoryReader {

    private static final Pattern WORD = Pattern.compile("[^\\s\"]*\"[^\"]*\"|\\S+");
    private static final Pattern DAY = Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun)([1-9][0-9]?)?");
    private static final Pattern DATE = Pattern.compile("[01][0-9]-[0-3][0-9]");
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final String name;
    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private @Nullable LocalDate monday;
    private int line;
    private int day;
    private @Nullable String ends;
    private Map<String, String> endFacts = Map.of();
    private final List<Story.Counted> counts = new ArrayList<>();

    private StoryReader(String name) {
        this.name = name;
    }

    /// @throws StoryFault with the line
    public static Story read(String name, String text) {
        return new StoryReader(name).page(text);
    }

    /// Every page of a folder, by name.
    public static List<Story> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".story")).sorted().map(StoryReader::file).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Story file(Path file) {
        try {
            String name = file.getFileName().toString().replace(".story", "");
            Story story = read(name, Files.readString(file));
            if (!name.startsWith(story.id())) {
                throw new StoryFault(name, 1, "the page calls itself " + story.id());
            }
            return story;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Story page(String text) {
        for (String raw : text.split("\n", -1)) {
            line++;
            String content = raw.replaceFirst("(^|\\s)#.*$", "").strip();
            if (!content.isEmpty()) {
                List<String> words = words(content);
                if (ends != null && !words.getFirst().equals("counts")) {
                    throw fault("nothing but `counts` may follow `ends`");
                }
                switch (words.getFirst()) {
                    case "story", "requirement", "platform" -> heading(words);
                    case "starts" -> starts(words);
                    case "ends" -> end(words);
                    case "counts" -> count(words);
                    default -> step(words);
                }
            }
        }
        if (ends == null || steps.isEmpty()) {
            throw fault("a page has steps and one line `ends`");
        }
        String[] story = required("story").split(" ", 2);
        if (story.length < 2 || !story[0].matches("[A-K][0-9]{2}")) {
            throw fault("`story` gives an id such as A01 and a title");
        }
        return new Story(story[0], story[1], List.of(required("requirement").split(" ")), required("platform"), monday,
                steps, ends, endFacts, counts);
    }

    private String required(String key) {
        String value = head.get(key);
        if (value == null || value.isBlank()) {
            throw fault("the page lacks `" + key + "`");
        }
        return value;
    }

    private void heading(List<String> words) {
        if (!steps.isEmpty() || head.put(words.getFirst(), String.join(" ", words.subList(1, words.size()))) != null) {
            throw fault("`" + words.getFirst() + "` stands once, in the head");
        }
    }

    private void starts(List<String> words) {
        try {
            monday = LocalDate.parse(words.getLast());
        } catch (DateTimeParseException e) {
            throw fault("`starts` gives a date such as 2026-02-09");
        }
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY || !steps.isEmpty()) {
            throw fault("a story starts on a Monday, said in the head");
        }
    }

    private void end(List<String> words) {
        ends = words.size() > 1 ? words.get(1) : null;
        if (ends == null) {
            throw fault("`ends` gives a state");
        }
        endFacts = facts(words.subList(2, words.size()));
    }

    private void count(List<String> words) {
        String[] days = words.size() > 1 ? words.get(1).split("-") : new String[0];
        if (ends == null || days.length != 2 || words.size() < 4 || words.size() % 2 != 0) {
            throw fault("`counts` stands after `ends` and says days such as Mon-Sun and facts with their numbers");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 2; i < words.size(); i += 2) {
            if (!words.get(i).matches("[a-z_]+") || !words.get(i + 1).matches("[0-9]+([.][0-9]+)?")
                    || facts.put(words.get(i), words.get(i + 1)) != null) {
                throw fault("`" + words.get(i) + "` is no fact, has no number or stands twice");
            }
        }
        counts.add(new Story.Counted(line, weekday(days[0]), weekday(days[1]), facts));
    }

    private int weekday(String word) {
        Matcher named = DAY.matcher(word);
        if (!named.matches()) {
            throw fault("`" + word + "` is no day");
        }
        return DAYS.indexOf(named.group(1)) + (named.group(2) == null ? 0 : 7 * (Integer.parseInt(named.group(2)) - 1));
    }

    private void step(List<String> words) {
        int arrow = words.indexOf("->");
        if (arrow < 0 || arrow == words.size() - 1) {
            throw fault("a step says after `->` what follows");
        }
        List<String> left = new ArrayList<>(words.subList(0, arrow));
        List<String> right = words.subList(arrow + 1, words.size());
        Moment at = moment(left, false);
        if (!steps.isEmpty() && at.compareTo(steps.getLast().at()) < 0) {
            throw fault("time never goes back");
        }
        if (left.size() < 2) {
            throw fault("a step names a post and an act");
        }
        String post = left.removeFirst();
        String act = left.removeFirst();
        String on = !left.isEmpty() && left.getFirst().startsWith("@") ? left.removeFirst().substring(1) : "it";
        steps.add(new Step(line, at, post, act, on, said(left), expectation(right)));
    }

    private Map<String, String> said(List<String> words) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String word : words) {
            String key = "words";
            String value = word;
            int equals = word.indexOf('=');
            if (!word.startsWith("\"")) {
                if (equals < 1) {
                    throw fault("`" + word + "` is neither key=value nor \"words\"");
                }
                key = word.substring(0, equals);
                value = word.substring(equals + 1);
            }
            if (said.put(key, plain(value)) != null) {
                throw fault("`" + key + "` is said twice");
            }
        }
        if (said.containsKey("until")) {
            List<String> until = new ArrayList<>(List.of(said.get("until").split("[@ ]")));
            said.put("until", text(moment(until, true)));
        }
        return said;
    }

    private Step.Expectation expectation(List<String> words) {
        if (!words.getFirst().equals("refused")) {
            return new Step.Expectation(words.getFirst(), null, null, facts(words.subList(1, words.size())));
        }
        if (words.size() < 2 || words.size() > 3) {
            throw fault("`refused` gives a code word and, if it matters, an article or requirement");
        }
        return new Step.Expectation(null, words.get(1), words.size() == 3 ? words.get(2) : null, Map.of());
    }

    private Map<String, String> facts(List<String> words) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String key = rest.removeFirst();
            if (!Facts.NAMES.contains(key) || rest.isEmpty()) {
                throw fault("`" + key + "` is no fact that can be asked, or has no value");
            }
            String value = Facts.MOMENTS.contains(key) && !rest.getFirst().equals("none")
                    ? text(moment(rest, true)) : plain(rest.removeFirst());
            if (facts.put(key, value) != null) {
                throw fault("`" + key + "` is expected twice");
            }
        }
        return facts;
    }

    /// Takes `[day [date]] time` off the front.
    private Moment moment(List<String> words, boolean aside) {
        int wanted = day;
        if (!words.isEmpty() && DAY.matcher(words.getFirst()).matches()) {
            String named = words.removeFirst();
            wanted = weekday(named);
            if (!words.isEmpty() && DATE.matcher(words.getFirst()).matches()) {
                wanted = dated(words.removeFirst(), named.substring(0, 3));
            }
        }
        if (words.isEmpty() || !TIME.matcher(words.getFirst()).matches()) {
            throw fault("a time such as 09:05 is missing");
        }
        try {
            Moment at = new Moment(wanted, LocalTime.parse(words.removeFirst()));
            if (!aside) {
                day = wanted;
            }
            return at;
        } catch (DateTimeParseException e) {
            throw fault("there is no such time of day");
        }
    }

    private int dated(String date, String weekday) {
        if (monday == null) {
            throw fault("a page without `starts` gives weekdays only");
        }
        try {
            LocalDate found = LocalDate.parse(monday.getYear() + "-" + date);
            if (found.isBefore(monday)) {
                found = found.plusYears(1);
            }
            if (!DAYS.get(found.getDayOfWeek().ordinal()).equals(weekday)) {
                throw fault(date + " is no " + weekday);
            }
            return (int) (found.toEpochDay() - monday.toEpochDay());
        } catch (DateTimeParseException e) {
            throw fault("there is no day " + date);
        }
    }

    static String text(Moment moment) {
        return "day " + moment.day() + " " + moment.time();
    }

    static Moment moment(String text) {
        String[] words = text.split(" ");
        return new Moment(Integer.parseInt(words[1]), LocalTime.parse(words[2]));
    }

    private static List<String> words(String content) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(content);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String plain(String value) {
        return value.replace("\"", "");
    }

    private StoryFault fault(String what) {
        return new StoryFault(name, line, what);
    }
}
