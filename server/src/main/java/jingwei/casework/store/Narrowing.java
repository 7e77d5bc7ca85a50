package jingwei.casework.store;

import java.util.ArrayList;
import java.util.List;
import jingwei.process.Act;

/// 收窄: a further condition of a list, written by a room's own code; what a user gave is among the parameters.
///
/// @param condition SQL over the table of cases, each `?` a parameter
public record Narrowing(String condition, List<Object> parameters) {

    public Narrowing {
        parameters = List.copyOf(parameters);
    }

    public static Narrowing of(String condition, Object... parameters) {
        return new Narrowing(condition, List.of(parameters));
    }

    /// The post performed an act on it.
    public static Narrowing actedBy(String post) {
        return of("""
                EXISTS (SELECT FROM casework.case_acts a WHERE a.platform = cases.platform AND a.case_id = cases.id
                        AND a.post = ?)""", post);
    }

    /// One of these acts brought the case into its present state.
    public static Narrowing cameBy(List<Act> acts) {
        return of("""
                EXISTS (SELECT FROM casework.case_acts a WHERE a.platform = cases.platform AND a.case_id = cases.id
                        AND a.at = cases.since AND a.act = ANY (?::text[]))""",
                (Object) acts.stream().map(Act::word).toArray(String[]::new));
    }

    /// Either.
    public Narrowing or(Narrowing other) {
        return joined(" OR ", other);
    }

    /// Both together.
    public Narrowing and(Narrowing other) {
        return joined(" AND ", other);
    }

    private Narrowing joined(String word, Narrowing other) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(other.parameters);
        return new Narrowing("(" + condition + ")" + word + "(" + other.condition + ")", both);
    }

    /// The contrary.
    public Narrowing not() {
        return new Narrowing("NOT coalesce((" + condition + "), false)", parameters);
    }
}
