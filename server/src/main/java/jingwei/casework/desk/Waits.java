package jingwei.casework.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Arrow;
import jingwei.process.ProcessDefinition;
import jingwei.process.State;

/// 谁该办: for whom the states of a process wait.
///
/// A state names the clock it waits under, and the clock has the name of the act that ends the waiting: `check` is ended by
/// `pass-check` and `fail-check`. Whoever performs such an act from the state is waited for. Where no arrow bears the name
/// (a disproved report is declined, not accepted) it is the post with the most ways out; a state without a clock waits for
/// nobody on a desk.
public final class Waits {

    private Waits() {
    }

    /// The states that wait for this kind of post, in order of their names.
    public static List<String> of(ProcessDefinition process, PostKind kind) {
        return process.states().values().stream().filter(state -> waitsFor(process, state, kind)).map(State::word).sorted()
                .toList();
    }

    private static boolean waitsFor(ProcessDefinition process, State state, PostKind kind) {
        State.Waiting waiting = state.waiting();
        if (waiting == null || waiting instanceof State.Waiting.Without) {
            return false;
        }
        List<Arrow> out = process.from(state.word()).stream().filter(arrow -> !arrow.stays() || arrow.act() == Act.RECEIVE)
                .toList();
        List<Arrow> named = out.stream().filter(arrow -> ends(arrow.act(), waiting.clock())).toList();
        if (!named.isEmpty()) {
            return named.stream().anyMatch(arrow -> arrow.by().contains(kind));
        }
        Map<PostKind, Long> ways = out.stream().flatMap(arrow -> new ArrayList<>(arrow.by()).stream())
                .collect(Collectors.groupingBy(post -> post, TreeMap::new, Collectors.counting()));
        long most = ways.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return ways.getOrDefault(kind, 0L) == most && most > 0;
    }

    private static boolean ends(Act act, String clock) {
        return act.word().equals(clock) || Arrays.asList(act.word().split("-")).contains(clock);
    }
}
