package jingwei.simulator.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// 措辞: turns what a page says of an act into the particulars of the contract.
final class Wording {

    /// Acts whose words are their reason; the words of the others are an opinion, or the description of a report.
    private static final Set<String> REASONED = Set.of("decline", "send-back", "refuse-filing", "rework", "annul",
            "reopen", "refuse-settlement", "return-to-filing", "send-back-incomplete", "check-again", "fail-check",
            "ask-return", "ask-extension", "ask-hold", "refuse-return", "refuse-extension", "refuse-hold");
    private static final Set<String> BEGINNING = Set.of("report", "register", "import");
    private static final Map<String, double[]> PLACES = Map.of(
            "center", new double[] {112.4412, 34.6701},
            "north", new double[] {112.4430, 34.6760},
            "east", new double[] {112.4520, 34.6710},
            "county", new double[] {112.1350, 34.7270},
            "nowhere", new double[] {113.6000, 34.7000});

    private Wording() {
    }

    static boolean begins(String act) {
        return BEGINNING.contains(act);
    }

    /// @param numbers case numbers by the story's names
    /// @param photo   uploads a photo of a kind and answers its hash
    static Map<String, Object> particulars(String story, Step step, LocalDate monday, Map<String, String> numbers,
            Function<String, String> photo) {
        Map<String, Object> made = new LinkedHashMap<>();
        step.said().forEach((key, value) -> {
            switch (key) {
                case "words" -> made.put(begins(step.act()) ? "description"
                        : REASONED.contains(step.act()) ? "reason" : "opinion", value);
                case "opinion", "reason", "description", "component", "address", "collector", "unit", "limit", "order",
                        "number", "source", "closing" -> made.put(key, value);
                case "class" -> made.put("classCode", value);
                case "condition" -> made.put("condition", Integer.valueOf(value));
                case "at" -> made.put("point", point(PLACES.get(value), story, step, value));
                case "fix" -> made.put("fix", point(PLACES.get(value), story, step, value));
                case "with" -> made.put("supporting", List.of(value.split(",")));
                case "until" -> made.put("until", StoryReader.moment(value).on(monday).toString());
                case "original", "into" -> made.put(key, named(story, step, numbers, value));
                case "parts" -> made.put("parts", parts(value));
                case "reporter" -> made.put("reporter", Map.of("name", "王女士", "phone", "13900000000", "wantsReply",
                        value.equals("wants-reply")));
                case "photo" -> made.put("evidence", evidence(value, photo));
                case "version", "sent" -> {
                    // said to the player, not to the case
                }
                default -> throw new StoryFault(story, step.line(), "`" + key + "` is nothing an act can say");
            }
        });
        return made;
    }

    private static Map<String, Object> point(double[] at, String story, Step step, String name) {
        if (at == null) {
            throw new StoryFault(story, step.line(), "no place is called " + name + "; known: " + PLACES.keySet());
        }
        return Map.of("longitude", at[0], "latitude", at[1]);
    }

    static String named(String story, Step step, Map<String, String> numbers, String name) {
        String number = numbers.get(name.replaceFirst("^@", ""));
        if (number == null) {
            throw new StoryFault(story, step.line(), "no case is called " + name + " yet");
        }
        return number;
    }

    private static List<Map<String, String>> parts(String units) {
        List<Map<String, String>> parts = new ArrayList<>();
        for (String unit : units.split(",")) {
            parts.add(Map.of("unit", unit, "opinion", "由 " + unit + " 处置其负责的部分"));
        }
        return parts;
    }

    private static List<Map<String, String>> evidence(String kinds, Function<String, String> photo) {
        List<Map<String, String>> evidence = new ArrayList<>();
        for (String kind : kinds.split(",")) {
            evidence.add(Map.of("hash", kind.equals("unknown") ? "0".repeat(64) : photo.apply(kind), "kind",
                    kind.equals("unknown") ? "BEFORE" : kind.toUpperCase(java.util.Locale.ROOT)));
        }
        return evidence;
    }
}
