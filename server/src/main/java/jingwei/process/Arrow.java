package jingwei.process;

import java.util.Set;
import java.util.stream.Collectors;
import jingwei.organization.Axis;
import jingwei.organization.PostKind;

/// 流转: one arrow of a definition: from a state, by an act of certain posts, to a state. A stay arrow ends where it began.
///
/// @param from   state left; {@link ProcessDefinition#NONE} for the act that begins a case
/// @param clause requirement ids behind it
/// @param line   line of the definition
public record Arrow(String from, Act act, Set<PostKind> by, String to, String clause, int line) {

    public Arrow {
        by = Set.copyOf(by);
    }

    public boolean stays() {
        return from.equals(to);
    }

    public Set<Axis> axes() {
        return by.stream().flatMap(kind -> kind.axis().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
