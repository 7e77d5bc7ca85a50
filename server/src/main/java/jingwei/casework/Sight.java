package jingwei.casework;

import jingwei.organization.Axis;
import jingwei.organization.Post;

/// 可见范围: units see only the cases they lead, support or have handled, and nobody's phone number (SEC-03, workflow.md 3).
public final class Sight {

    private Sight() {
    }

    public static boolean sees(Surroundings around, Post post, Case theCase) {
        if (post.axis() != Axis.HANDLING) {
            return true;
        }
        Case.Assignment assignment = theCase.assignment();
        return assignment != null && (reaches(around, post, assignment.unit())
                || assignment.supporting().stream().anyMatch(unit -> reaches(around, post, unit)));
    }

    /// The case as the post may see it.
    public static Case shown(Post post, Case theCase) {
        Case.Reported r = theCase.reported();
        return post.axis() != Axis.HANDLING || r.reporter() == null ? theCase
                : theCase.withReported(
                        new Case.Reported(r.source(), r.description(), null, r.number(), r.post(), r.evidence()));
    }

    /// A post reaches the cases of its own organization and of those above it that handed work down to it.
    private static boolean reaches(Surroundings around, Post post, String unit) {
        return post.organizationId().equals(unit) || around.organization().ancestors(post.organizationId()).stream()
                .anyMatch(above -> above.id().equals(unit));
    }
}
