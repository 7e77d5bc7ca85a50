package jingwei.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingwei.organization.PostKind;
import jingwei.standards.Text;

/// 流程定义: an immutable version of a process, read from its page of text.
///
/// Answers the three questions of a case: may this post perform this act here (`decide`), which acts could anybody perform
/// here (`from`), and what does a state mean (`state`).
public final class ProcessDefinition {

    /// The state before the first act.
    public static final String NONE = "none";

    private final String name;
    private final int version;
    private final Text title;
    private final Map<String, State> states;
    private final List<Arrow> arrows;
    private final ProcessSettings settings;
    private final List<Example> examples;
    private final String text;
    private final Map<String, List<Arrow>> byState = new HashMap<>();

    public ProcessDefinition(String name, int version, Text title, Map<String, State> states, List<Arrow> arrows,
            ProcessSettings settings, List<Example> examples, String text) {
        this.name = name;
        this.version = version;
        this.title = title;
        this.states = Map.copyOf(states);
        this.arrows = List.copyOf(arrows);
        this.settings = settings;
        this.examples = List.copyOf(examples);
        this.text = text;
        arrows.forEach(arrow -> byState.computeIfAbsent(arrow.from(), s -> new ArrayList<>()).add(arrow));
    }

    /// What the definition says to one wish.
    public sealed interface Decision {

        /// Lawful: this arrow is walked.
        record Lawful(Arrow arrow) implements Decision {
        }

        /// The post lies on an axis the act does not belong to.
        record NotYourAxis(Article article, Set<PostKind> whoCould) implements Decision {
        }

        /// Right axis, wrong post.
        record NotYourPost(Set<PostKind> whoCould) implements Decision {
        }

        /// No such arrow from here.
        record NotNow(Set<Act> possible) implements Decision {
        }

        /// The state is final (A8).
        record IsFinal() implements Decision {
        }
    }

    /// May this kind of post perform the act in the state? Axis is judged before post, post before moment: the most
    /// instructive reason is given.
    public Decision decide(String state, Act act, PostKind post) {
        if (post.axis().isEmpty() || !act.axes().contains(post.axis().get())) {
            return new Decision.NotYourAxis(act.axisArticle(), whoCould(act));
        }
        List<Arrow> here = byState.getOrDefault(state, List.of()).stream().filter(a -> a.act() == act).toList();
        for (Arrow arrow : here) {
            if (arrow.by().contains(post)) {
                return new Decision.Lawful(arrow);
            }
        }
        if (!here.isEmpty()) {
            Set<PostKind> could = new LinkedHashSet<>();
            here.forEach(arrow -> could.addAll(arrow.by()));
            return new Decision.NotYourPost(could);
        }
        if (!whoCould(act).contains(post)) {
            return new Decision.NotYourPost(whoCould(act));
        }
        if (!state.equals(NONE) && states.get(state).isFinal()) {
            return new Decision.IsFinal();
        }
        Set<Act> possible = new LinkedHashSet<>();
        byState.getOrDefault(state, List.of()).forEach(arrow -> possible.add(arrow.act()));
        return new Decision.NotNow(possible);
    }

    /// All arrows that leave (or stay in) a state.
    public List<Arrow> from(String state) {
        return List.copyOf(byState.getOrDefault(state, List.of()));
    }

    /// Every kind of post that may perform the act somewhere.
    public Set<PostKind> whoCould(Act act) {
        Set<PostKind> could = new LinkedHashSet<>();
        arrows.stream().filter(arrow -> arrow.act() == act).forEach(arrow -> could.addAll(arrow.by()));
        return could;
    }

    public State state(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no state " + word + " in " + name));
    }

    public Optional<State> find(String word) {
        return Optional.ofNullable(states.get(word));
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public Text title() {
        return title;
    }

    public Map<String, State> states() {
        return states;
    }

    public List<Arrow> arrows() {
        return arrows;
    }

    public ProcessSettings settings() {
        return settings;
    }

    public List<Example> examples() {
        return examples;
    }

    /// The page as written.
    public String text() {
        return text;
    }
}
