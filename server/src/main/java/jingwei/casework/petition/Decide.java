package jingwei.casework.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.casework.clock.CaseClock;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Article;
import jingwei.standards.TimeLimit;

/// 审批 (T20, T21, T23, T25): decides a petition along the platform's chain; only the last grant takes effect.
///
/// @param act   the deciding act
/// @param kind  what is decided
/// @param grant whether it is granted
public record Decide(Act act, Petition.Kind kind, boolean grant) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, grant ? Set.of() : Set.of(Field.REASON), grant && kind == Petition.Kind.EXTENSION
                ? Set.of(Field.OPINION, Field.LIMIT) : Set.of(Field.OPINION));
    }

    @Override
    public void consider(Situation situation) {
        Petition petition = pending(situation);
        if (petition.person().equals(situation.person())) {
            throw Refusals.because("own-petition", Article.A5.name(), "申请者不审批自己的申请",
                    "who petitions does not approve", "请由另一人审批", "leave it to somebody else");
        }
        List<PostKind> chain = chain(situation, petition);
        PostKind next = chain.get(Math.min(petition.approvals(), chain.size() - 1));
        if (situation.post().kind() != next) {
            throw Refusals.notYourPost(act, List.of(next)).asException();
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Petition petition = pending(situation);
        if (!grant) {
            return refused(situation.theCase(), petition);
        }
        if (petition.approvals() + 1 < chain(situation, petition).size()) {
            return replace(situation.theCase(), petition, petition.approved());
        }
        Case granted = replace(situation.theCase(), petition, petition.approved().ended(Petition.Status.GRANTED));
        return switch (kind) {
            case RETURN -> returned(granted, petition);
            case EXTENSION -> extended(situation, granted, petition, particulars);
            case HOLD -> granted
                    .withClocks(situation.clockwork().stop(granted.clocks(), situation.now(),
                            Objects.requireNonNull(petition.until())))
                    .withMarks(marks(granted.marks(), 0, 0, 0, 0, 1));
        };
    }

    /// 同意回退: the dispatch was wrong; the unit and its clock fall away.
    private static Case returned(Case c, Petition petition) {
        return c.withAssignment(null).withClocks(c.clocks().withHandling(null))
                .withMarks(marks(c.marks(), 1, petition.late() ? 1 : 0, 0, 0, 0));
    }

    private static Case extended(Situation situation, Case c, Petition petition, Particulars particulars) {
        CaseClock clock = Objects.requireNonNull(c.clocks().handling());
        String given = particulars.limit() != null ? particulars.limit() : petition.limit();
        TimeLimit more = given == null ? clock.limit() : TimeLimit.of(given);
        return c.withClocks(c.clocks().withHandling(situation.clockwork().extend(clock, more)))
                .withMarks(marks(c.marks(), 0, 0, 0, 1, 0));
    }

    private Case refused(Case c, Petition petition) {
        return replace(c, petition, petition.ended(Petition.Status.REFUSED))
                .withMarks(marks(c.marks(), 0, 0, kind == Petition.Kind.RETURN ? 1 : 0, 0, 0));
    }

    private Petition pending(Situation situation) {
        return situation.theCase().pending().filter(petition -> petition.kind() == kind)
                .orElseThrow(() -> Refusals.because("no-petition", act.requirement(), "没有待审批的申请",
                        "there is no such petition to decide", "请先由申请方提出申请", "it has to be asked for first"));
    }

    /// The posts that decide, without the petitioner's own kind where he sits on the command axis himself.
    private List<PostKind> chain(Situation situation, Petition petition) {
        String word = switch (kind) {
            case RETURN -> "return";
            case EXTENSION -> situation.theCase().marks().extensions() == 0 ? "extension" : "extension-2";
            case HOLD -> "hold";
        };
        PostKind asked = situation.around().organization().post(petition.post()).map(post -> post.kind()).orElse(null);
        List<PostKind> chain = situation.process().settings().chain(word);
        List<PostKind> others = chain.stream().filter(post -> post != asked).toList();
        return others.isEmpty() ? chain : others;
    }

    private static Case replace(Case c, Petition old, Petition next) {
        List<Petition> petitions = new ArrayList<>(c.petitions());
        petitions.replaceAll(petition -> petition == old ? next : petition);
        return c.withPetitions(petitions);
    }

    private static Case.Marks marks(Case.Marks m, int wrong, int late, int groundless, int extensions, int holds) {
        return new Case.Marks(m.verified(), m.dispatches(), m.wrongDispatches() + wrong, m.lateReturns() + late,
                m.groundlessReturns() + groundless, m.extensions() + extensions, m.holds() + holds, m.invalidChecks(),
                m.closing());
    }
}
