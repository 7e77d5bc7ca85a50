package jingwei.exhaustion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 应有结果: the hand-written table of what may be done (`exhaustion/expected.txt`), read with words only, so that no type of
/// the server has a say in what is right.
final class Expected {

    /// A case stands in a state, a post wishes to perform an act.
    record Wish(String state, String act, String post) {
    }

    /// An arrow with the letter of one axis whose posts walk it.
    record Step(String from, String act, String to, String axis) {
    }

    /// What the wish must meet.
    enum Verdict {
        LAWFUL, NOT_YOUR_AXIS, NOT_YOUR_POST, FINAL, NOT_NOW
    }

    final Map<String, Set<String>> axesOfActs = new LinkedHashMap<>();
    final Map<String, String> axisOfPosts = new LinkedHashMap<>();
    final Set<String> open = new LinkedHashSet<>();
    final Set<String> ended = new LinkedHashSet<>();
    final Map<Wish, String> allowed = new LinkedHashMap<>();
    final Set<Step> steps = new LinkedHashSet<>();

    private Expected() {
    }

    static Expected read() {
        Expected table = new Expected();
        String chapter = "";
        for (String line : text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("  ")) {
                table.line(chapter, line.strip());
            } else {
                chapter = line.strip();
            }
        }
        return table;
    }

    /// `none` and every state of the machine.
    List<String> states() {
        Set<String> all = new LinkedHashSet<>(List.of("none"));
        all.addAll(open);
        all.addAll(ended);
        return List.copyOf(all);
    }

    /// Axis before post, post before moment.
    Verdict verdict(Wish wish) {
        if (allowed.containsKey(wish)) {
            return Verdict.LAWFUL;
        }
        if (!axesOfActs.get(wish.act()).contains(axisOfPosts.getOrDefault(wish.post(), "none"))) {
            return Verdict.NOT_YOUR_AXIS;
        }
        boolean somebodyHere = allowed.keySet().stream()
                .anyMatch(w -> w.state().equals(wish.state()) && w.act().equals(wish.act()));
        boolean thisPostElsewhere = allowed.keySet().stream()
                .anyMatch(w -> w.post().equals(wish.post()) && w.act().equals(wish.act()));
        if (somebodyHere || !thisPostElsewhere) {
            return Verdict.NOT_YOUR_POST;
        }
        return ended.contains(wish.state()) ? Verdict.FINAL : Verdict.NOT_NOW;
    }

    private void line(String chapter, String line) {
        List<String> words = List.of(line.split("\\s+"));
        List<String> rest = words.subList(1, words.size());
        switch (chapter) {
            case "axes" -> axesOfActs.put(words.getFirst(), Set.copyOf(rest));
            case "posts" -> axisOfPosts.put(words.getFirst(), rest.getFirst());
            case "states" -> (words.getFirst().equals("open") ? open : ended).addAll(rest);
            default -> allow(Arrays.asList(line.split(" {2,}|(?<=T[0-9]{2}) +")));
        }
    }

    private void allow(List<String> cells) {
        List<String> froms = cells.get(1).equals("open") ? List.copyOf(open) : List.of(cells.get(1).split(" "));
        for (String from : froms) {
            String to = cells.get(3).equals("=") ? from : cells.get(3);
            for (String post : cells.get(4).split(" ")) {
                if (allowed.put(new Wish(from, cells.get(2), post), to) != null) {
                    throw new IllegalStateException("said twice: " + from + " " + cells.get(2) + " " + post);
                }
                steps.add(new Step(from, cells.get(2), to, axisOfPosts.get(post)));
            }
        }
    }

    private static String text() {
        try (var page = Expected.class.getResourceAsStream("/exhaustion/expected.txt")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
