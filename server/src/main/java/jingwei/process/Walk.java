package jingwei.process;

import java.util.Optional;
import java.util.Set;
import jingwei.organization.PostKind;
import org.jspecify.annotations.Nullable;

/// Runs the examples a definition carries: walks its arrows and compares the end with what the page says.
final class Walk {

    private Walk() {
    }

    static Optional<Breach> run(ProcessDefinition page, Example example) {
        String state = ProcessDefinition.NONE;
        for (int i = 0; i < example.steps().size(); i++) {
            Example.Step step = example.steps().get(i);
            boolean last = i == example.steps().size() - 1;
            Optional<Act> act = Act.ofWord(step.act());
            if (act.isEmpty()) {
                return wrong(example, "不认识的动作“" + step.act() + "”", "unknown act \"" + step.act() + "\"");
            }
            String refused = null;
            String next = state;
            for (PostKind post : posts(page, act.get(), step.post())) {
                switch (page.decide(state, act.get(), post)) {
                    case ProcessDefinition.Decision.Lawful(Arrow arrow) -> {
                        next = arrow.to();
                        refused = "";
                    }
                    case ProcessDefinition.Decision.NotYourAxis no -> refused = better(refused, "not-your-axis");
                    case ProcessDefinition.Decision.NotYourPost no -> refused = better(refused, "not-your-post");
                    case ProcessDefinition.Decision.NotNow no -> refused = better(refused, "not-now");
                    case ProcessDefinition.Decision.IsFinal no -> refused = better(refused, "final");
                }
                if ("".equals(refused)) {
                    break;
                }
            }
            boolean done = "".equals(refused);
            if (!done && last && example.refused() != null) {
                return example.refused().equals(refused) ? Optional.empty()
                        : wrong(example, "应以“" + example.refused() + "”拒绝，实为“" + refused + "”",
                                "expected the refusal " + example.refused() + ", was " + refused);
            }
            if (!done) {
                return wrong(example, "在“" + state + "”不能“" + step.act() + "”（" + refused + "）",
                        "in " + state + " the act " + step.act() + " is refused: " + refused);
            }
            state = next;
        }
        return state.equals(example.ends()) ? Optional.empty()
                : wrong(example, "应止于“" + example.ends() + "”，实止于“" + state + "”",
                        "expected to end in " + example.ends() + ", ended in " + state);
    }

    /// The post the example names, or any that could perform the act somewhere.
    private static Set<PostKind> posts(ProcessDefinition page, Act act, @Nullable String named) {
        return named == null ? page.whoCould(act)
                : PostKind.ofWord(named).map(Set::of).orElse(Set.of());
    }

    /// Of several reasons the most telling: moment before post before axis.
    private static String better(@Nullable String known, String other) {
        if (known == null || known.isEmpty()) {
            return other;
        }
        return known.equals("final") || known.equals("not-now") ? known : other;
    }

    private static Optional<Breach> wrong(Example example, String zh, String en) {
        return Optional.of(Breach.unreadable(example.line(), "示例不成立：" + zh, "the example does not hold: " + en));
    }
}
