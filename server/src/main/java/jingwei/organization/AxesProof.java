package jingwei.organization;

import java.util.List;
import java.util.UUID;

/// 两轴分立证明: that no natural person and no organization sits on two axes, and what in the database holds it (SEC-01).
///
/// @param separate    true where no breach was found
/// @param persons     everybody who holds a post now, with the axes of those posts
/// @param breaches    what is wrong; empty is the expected answer
/// @param constraints the constraints of the database, as PostgreSQL itself prints them
public record AxesProof(boolean separate, List<Seated> persons, List<String> breaches, List<Constraint> constraints) {

    /// 在任人员.
    ///
    /// @param axes Chinese names of the axes; one
    public record Seated(UUID person, String name, List<String> axes, List<String> posts) {
    }

    /// 数据库约束.
    public record Constraint(String name, String table, String definition) {
    }

    public AxesProof {
        persons = List.copyOf(persons);
        breaches = List.copyOf(breaches);
        constraints = List.copyOf(constraints);
    }
}
