package jingwei.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.organization.PostKind;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 读流程: turns a page of text into a definition; every fault is told with its line.
///
/// The form: a head (`process <name> <version>`, `title <zh> <en>`), then the sections `states`, `moves`, `stays`,
/// `settings` and `examples`. Columns stand two or more blanks apart; `#` begins a comment; a line ending in `\` goes on.
public final class ProcessReader {

    private final List<Breach> faults = new ArrayList<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Line> stays = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final SettingsReader settings = new SettingsReader(faults);
    private @Nullable String name;
    private int version;
    private Text title = Text.of("", "");

    private record Line(int number, List<String> columns) {
    }

    private ProcessReader() {
    }

    public static Reading read(String text) {
        return new ProcessReader().page(text);
    }

    private Reading page(String text) {
        String section = "";
        for (Line line : lines(text)) {
            String first = line.columns().getFirst();
            if (line.columns().size() == 1
                    && Set.of("states", "moves", "stays", "settings", "examples").contains(first)) {
                section = first;
                continue;
            }
            switch (section) {
                case "" -> head(line);
                case "states" -> state(line);
                case "moves" -> move(line);
                case "stays" -> stays.add(line);
                case "settings" -> settings.read(line.number(), line.columns());
                default -> example(line);
            }
        }
        // `open` means every state that is not final, so stay arrows are read when all states are known.
        stays.forEach(this::stay);
        if (name == null) {
            fault(1, "缺少“process 名称 版本”一行", "the line \"process <name> <version>\" is missing");
        }
        ProcessSettings read = settings.finish();
        if (!faults.isEmpty() || name == null || read == null) {
            return new Reading.Unreadable(faults);
        }
        return new Reading.Read(new ProcessDefinition(name, version, title, states, arrows, read, examples, text));
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int begun = 0;
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            int comment = raw.indexOf('#');
            String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
            if (pending.isEmpty()) {
                begun = number;
            }
            if (line.endsWith("\\")) {
                pending.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            pending.append(line);
            if (!pending.toString().isBlank()) {
                lines.add(new Line(begun, Arrays.asList(pending.toString().strip().split(" {2,}|\t+"))));
            }
            pending.setLength(0);
        }
        return lines;
    }

    private void head(Line line) {
        String[] words = String.join(" ", line.columns()).split("\\s+");
        switch (words[0]) {
            case "process" -> {
                if (words.length != 3 || !words[1].matches("[a-z][a-z0-9-]*") || !words[2].matches("[1-9][0-9]{0,5}")) {
                    fault(line.number(), "应为“process 名称 版本号”", "expected \"process <name> <version number>\"");
                } else {
                    name = words[1];
                    version = Integer.parseInt(words[2]);
                }
            }
            case "title" -> {
                String whole = String.join(" ", Arrays.asList(words).subList(1, words.length));
                int blank = whole.indexOf(' ');
                title = blank < 0 ? Text.of(whole, whole)
                        : Text.of(whole.substring(0, blank), whole.substring(blank + 1));
            }
            default -> fault(line.number(), "不认识的开头“" + words[0] + "”", "unknown heading \"" + words[0] + "\"");
        }
    }

    private void state(Line line) {
        List<String> c = line.columns();
        if (c.size() < 4) {
            fault(line.number(), "状态一行应有：状态 环节 中文 时钟 时限", "a state has: state, stage, Chinese, clock, limit");
            return;
        }
        var stage = Stage.ofWord(c.get(1));
        if (stage.isEmpty()) {
            faults.add(Breach.of(Article.A6, line.number(), "状态“" + c.get(0) + "”的环节“" + c.get(1) + "”不在七个环节之内",
                    "state \"" + c.get(0) + "\" names the stage \"" + c.get(1) + "\", which is none of the seven"));
            return;
        }
        if (states.containsKey(c.get(0)) || c.get(0).equals(ProcessDefinition.NONE)) {
            fault(line.number(), "状态“" + c.get(0) + "”重复", "state \"" + c.get(0) + "\" stands twice");
            return;
        }
        State.Waiting waiting = null;
        if (!"final".equals(c.get(3))) {
            if (c.size() < 5) {
                faults.add(Breach.of(Article.A7, line.number(), "等待状态“" + c.get(0) + "”没有时限，也没有说明原因",
                        "the waiting state \"" + c.get(0) + "\" has no limit and does not say why"));
                return;
            }
            waiting = waiting(line, c.get(3), c.get(4));
        }
        states.put(c.get(0), new State(c.get(0), stage.get(), c.get(2), waiting, line.number()));
    }

    private State.@Nullable Waiting waiting(Line line, String clock, String limit) {
        if ("none".equals(clock)) {
            return new State.Waiting.Without(limit);
        }
        if ("sheet".equals(limit)) {
            return new State.Waiting.BySheet(clock);
        }
        try {
            return new State.Waiting.Within(clock, TimeLimit.of(limit));
        } catch (RefusedException e) {
            faults.add(new Breach(Article.A7, line.number(), e.refusal().what()));
            return new State.Waiting.Without("");
        }
    }

    private void move(Line line) {
        List<String> c = line.columns();
        if (c.size() < 5) {
            fault(line.number(), "流转一行应有：起点 动作 岗位 终点 依据", "a move has: from, act, by, to, clause");
            return;
        }
        add(line, c.get(0), c.get(1), c.get(2), c.get(3), c.get(4));
    }

    private void stay(Line line) {
        List<String> c = line.columns();
        if (c.size() < 4) {
            fault(line.number(), "原地办理一行应有：状态 动作 岗位 依据", "a stay has: state, act, by, clause");
            return;
        }
        add(line, c.get(0), c.get(1), c.get(2), null, c.get(3));
    }

    private void add(Line line, String from, String actWord, String by, @Nullable String to, String clause) {
        var act = Act.ofWord(actWord);
        if (act.isEmpty()) {
            fault(line.number(), "不认识的动作“" + actWord + "”", "unknown act \"" + actWord + "\"");
            return;
        }
        Set<PostKind> kinds = EnumSet.noneOf(PostKind.class);
        for (String word : by.split("\\s+")) {
            PostKind.ofWord(word).ifPresentOrElse(kinds::add, () -> fault(line.number(),
                    "不认识的岗位“" + word + "”", "unknown post \"" + word + "\""));
        }
        List<String> places = "open".equals(from)
                ? states.values().stream().filter(state -> !state.isFinal()).map(State::word).toList()
                : Arrays.stream(from.split(",")).map(String::strip).toList();
        for (String place : places) {
            arrows.add(new Arrow(place, act.get(), kinds, to == null ? place : to, clause, line.number()));
        }
    }

    private void example(Line line) {
        List<String> c = line.columns();
        String[] end = c.getLast().split("\\s+", 2);
        if (c.size() < 2 || end.length < 2 || !Set.of("ends", "refused").contains(end[0])) {
            fault(line.number(), "示例一行应有：动作…  ends 状态 或 refused 原因",
                    "an example has: acts …  ends <state> or refused <reason>");
            return;
        }
        List<Example.Step> steps = Arrays.stream(String.join(" ", c.subList(0, c.size() - 1)).split("\\s+"))
                .map(word -> word.split("/", 2))
                .map(parts -> new Example.Step(parts[0], parts.length > 1 ? parts[1] : null))
                .toList();
        boolean ends = "ends".equals(end[0]);
        examples.add(new Example(steps, ends ? end[1] : null, ends ? null : end[1], line.number()));
    }

    private void fault(int line, String zh, String en) {
        faults.add(Breach.unreadable(line, zh, en));
    }
}
