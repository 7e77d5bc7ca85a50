package jingwei.process;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingwei.organization.PostKind;

/// Prints the standard process as a page for people: what states there are, who moves a case where, and a diagram.
final class LifecyclePage {

    private final ProcessDefinition process;
    private final List<State> states;

    LifecyclePage(ProcessDefinition process) {
        this.process = process;
        this.states = process.states().values().stream().sorted(Comparator.comparingInt(State::line)).toList();
    }

    String print() {
        StringBuilder page = new StringBuilder("""
                <!-- Printed by LifecyclePageTest from the standard process; do not edit. -->
                # The life of a case 案件的一生

                %s, version %d. The page of text itself is `standards/src/main/resources/standards/cjjt-106-2010/process.txt`;
                the words are explained in [glossary.md](glossary.md).

                """.formatted(process.title().en(), process.version()));
        states(page);
        arrows(page, "Moves 流转", "An arrow that leaves its state.", false);
        arrows(page, "Stays 原地办理", "An act that leaves the case where it is: petitions, orders and their answers.", true);
        diagram(page);
        return page.toString();
    }

    private void states(StringBuilder page) {
        page.append("## States 状态\n\n| state | 中文 | stage 环节 | waits for | within |\n|---|---|---|---|---|\n");
        for (State state : states) {
            page.append("| `").append(state.word()).append("` | ").append(state.zh()).append(" | ")
                    .append(state.stage().text().zh()).append(' ').append(state.stage().word()).append(" | ")
                    .append(switch (state.waiting()) {
                        case null -> "– | final 终结";
                        case State.Waiting.Within(String clock, var limit) -> clock + " | " + limit;
                        case State.Waiting.BySheet(String clock) -> clock + " | the sheet 立案结案规范";
                        case State.Waiting.Without(String why) -> "– | no clock: " + why;
                    }).append(" |\n");
        }
    }

    private void arrows(StringBuilder page, String title, String what, boolean stays) {
        page.append("\n## ").append(title).append("\n\n").append(what).append("\n\n| clause | act | 中文 | by | from")
                .append(stays ? " |\n|---|---|---|---|---|\n" : " | to |\n|---|---|---|---|---|---|\n");
        process.arrows().stream().filter(arrow -> arrow.stays() == stays)
                .collect(Collectors.groupingBy(arrow -> List.of(arrow.line(), arrow.act(), arrow.clause(),
                        stays ? "" : arrow.to(), posts(arrow)), java.util.LinkedHashMap::new, Collectors.toList()))
                .values().stream().sorted(Comparator.comparingInt(same -> same.getFirst().line())).forEach(same -> {
                    Arrow first = same.getFirst();
                    page.append("| ").append(first.clause()).append(" | `").append(first.act().word()).append("` | ")
                            .append(first.act().text().zh()).append(" | ").append(posts(first)).append(" | ")
                            .append(froms(same));
                    if (!stays) {
                        page.append(" | `").append(first.to()).append('`');
                    }
                    page.append(" |\n");
                });
    }

    private String froms(List<Arrow> arrows) {
        List<String> froms = arrows.stream().map(Arrow::from).distinct().sorted(Comparator.comparingInt(this::place))
                .toList();
        List<String> open = states.stream().filter(state -> !state.isFinal()).map(State::word).toList();
        return froms.equals(open) ? "every open state"
                : froms.stream().map(from -> from.equals(ProcessDefinition.NONE) ? "–" : "`" + from + "`")
                        .collect(Collectors.joining(" "));
    }

    private static String posts(Arrow arrow) {
        return Stream.of(PostKind.values()).filter(arrow.by()::contains).map(kind -> kind.text().zh() + " " + kind.word())
                .collect(Collectors.joining(", "));
    }

    /// Every move but annulling, which would draw a line from almost everywhere.
    private void diagram(StringBuilder page) {
        page.append("\n## Diagram 图\n\n").append("Annulling 作废 and merging 并案 are left out of the drawing; "
                + "the table has them.\n\n```mermaid\nstateDiagram-v2\n");
        states.forEach(state -> page.append("  ").append(node(state.word())).append(" : ").append(state.zh()).append('\n'));
        process.arrows().stream()
                .filter(arrow -> !arrow.stays() && arrow.act() != Act.ANNUL && arrow.act() != Act.MERGE)
                .sorted(Comparator.comparingInt(Arrow::line).thenComparingInt(arrow -> place(arrow.from())))
                .forEach(arrow -> page.append("  ").append(node(arrow.from())).append(" --> ").append(node(arrow.to()))
                        .append(" : ").append(arrow.act().text().zh()).append('\n'));
        states.stream().filter(State::isFinal)
                .filter(state -> process.from(state.word()).stream().allMatch(Arrow::stays))
                .filter(state -> !state.word().equals("annulled") && !state.word().equals("merged"))
                .forEach(state -> page.append("  ").append(node(state.word())).append(" --> [*]\n"));
        page.append("```\n");
    }

    private int place(String state) {
        return process.find(state).map(State::line).orElse(0);
    }

    private static String node(String state) {
        return state.equals(ProcessDefinition.NONE) ? "[*]" : state.replace('-', '_');
    }
}
