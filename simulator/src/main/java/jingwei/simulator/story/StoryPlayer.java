package jingwei.simulator.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// 演出: plays a story step by step and compares what follows with the page; the first difference ends it.
public final class StoryPlayer {

    /// A platform's clock goes a year at a time at most.
    private static final Duration STRIDE = Duration.ofDays(360);

    /// Words of the evaluation, which are no acts on a case.
    private static final Set<String> FINDINGS = Set.of("confirm-fault", "appeal", "decide-appeal");

    private final Theatre theatre;
    private final Story story;
    private final LocalDate monday;
    private final Map<String, String> numbers = new HashMap<>();

    private StoryPlayer(Theatre theatre, Story story, LocalDate monday) {
        this.theatre = theatre;
        this.story = story;
        this.monday = monday;
    }

    /// Plays the story from that Monday on. @throws StoryFault where it goes another way than the page says
    public static void play(Theatre theatre, Story story, LocalDate monday) {
        StoryPlayer player = new StoryPlayer(theatre, story, monday);
        story.steps().forEach(player::step);
        Step last = story.steps().getLast();
        Step look = new Step(last.line(), last.at(), "shift-leader-1", "read", "it", Map.of(),
                new Step.Expectation(story.ends(), null, null, story.endFacts()));
        player.compare(look, theatre.read("shift-leader-1", player.number("it", look)));
        story.counts().forEach(player::count);
    }

    private void count(Story.Counted counted) {
        Map<String, String> there = theatre.counted(monday.plusDays(counted.first()), monday.plusDays(counted.last()),
                Set.copyOf(numbers.values()), counted.facts());
        counted.facts().forEach((fact, wanted) -> {
            if (!wanted.equals(there.get(fact))) {
                throw new StoryFault(story.id(), counted.line(), "the page counts " + fact + " " + wanted + ", it was "
                        + there.get(fact));
            }
        });
    }

    private void step(Step step) {
        Instant at = step.at().on(monday);
        for (Instant now = theatre.now(); at.isAfter(now); now = theatre.now()) {
            Instant farthest = now.plus(STRIDE);
            theatre.moveClock(at.isAfter(farthest) ? farthest : at);
        }
        Answer answer = play(step);
        if ("twice".equals(step.said().get("sent"))) {
            Answer again = play(step);
            if (!java.util.Objects.equals(again.number(), answer.number()) || again.version() != answer.version()) {
                throw new StoryFault(story.id(), step.line(), "sent twice, it became " + again.number() + " version "
                        + again.version() + " beside " + answer.number() + " version " + answer.version());
            }
        }
        if (answer.number() != null) {
            numbers.put(step.on(), answer.number());
            for (int i = 0; i < answer.parts().size(); i++) {
                numbers.put(step.on() + "." + (i + 1), answer.parts().get(i));
            }
        }
        compare(step, answer);
    }

    private Answer play(Step step) {
        if (FINDINGS.contains(step.act())) {
            return theatre.find(step.post(), step.act(), number(step.on(), step), step.said());
        }
        Map<String, Object> particulars = Wording.particulars(story.id(), step, monday, numbers,
                kind -> theatre.photo(step.post(), story.id() + "-" + step.line() + "-" + kind));
        String version = step.said().get("version");
        return switch (step.act()) {
            case "read" -> theatre.read(step.post(), number(step.on(), step));
            case "wake" -> theatre.wake(number(step.on(), step));
            default -> Wording.begins(step.act()) && !numbers.containsKey(step.on())
                    || step.on().equals("none")
                    || "twice".equals(step.said().get("sent")) && Wording.begins(step.act())
                    ? theatre.begin(step.post(), step.act(), id(step), particulars)
                    : theatre.perform(step.post(), step.act(), number(step.on(), step),
                            version == null ? null : Integer.valueOf(version), particulars);
        };
    }

    /// The client's own id: the same for the same step, another for every story and start.
    private String id(Step step) {
        return UUID.nameUUIDFromBytes((story.id() + monday + step.line()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String number(String name, Step step) {
        return Wording.named(story.id(), step, numbers, name);
    }

    private void compare(Step step, Answer answer) {
        Step.Expectation expected = step.expects();
        String got = answer.refused() != null
                ? "refused " + answer.refused() + (answer.clause() == null ? "" : " " + answer.clause())
                : String.valueOf(answer.state());
        if (expected.refused() != null) {
            boolean same = expected.refused().equals(answer.refused())
                    && (expected.clause() == null || expected.clause().equals(answer.clause()));
            if (!same) {
                throw fault(step, "refused " + expected.refused() + (expected.clause() == null ? "" : " " + expected.clause()),
                        got);
            }
            return;
        }
        if (!String.valueOf(expected.state()).equals(got)) {
            throw fault(step, expected.state(), got);
        }
        expected.facts().forEach((name, wanted) -> {
            String there = answer.facts().getOrDefault(name, "none");
            String meant = Facts.MOMENTS.contains(name) && !wanted.equals("none")
                    ? StoryReader.moment(wanted).on(monday).toString() : wanted;
            if (!meant.equals(there)) {
                throw fault(step, name + " " + meant, name + " " + there);
            }
        });
    }

    private StoryFault fault(Step step, Object expected, String got) {
        return new StoryFault(story.id(), step.line(),
                step.post() + " " + step.act() + ": the page says " + expected + ", it was " + got);
    }
}
