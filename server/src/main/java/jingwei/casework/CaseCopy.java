package jingwei.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.clock.Clocks;
import jingwei.casework.oversight.Order;
import jingwei.casework.petition.Petition;
import jingwei.process.Stage;
import org.jspecify.annotations.Nullable;

/// Makes the next picture of a case from the last one, one part changed at a time.
final class CaseCopy {

    private final Case from;
    private CaseNumber number;
    private String state;
    private Stage stage;
    private int version;
    private int round;
    private Instant since;
    private Case.Reported reported;
    private Case.Spot spot;
    private Case.Subject subject;
    private Case.@Nullable Filing filing;
    private Case.@Nullable Assignment assignment;
    private Case.@Nullable FieldTask task;
    private List<Petition> petitions;
    private List<Order> orders;
    private Case.Links links;
    private Clocks clocks;
    private Map<String, UUID> hands;
    private Case.Marks marks;

    CaseCopy(Case from) {
        this.from = from;
        number = from.number();
        state = from.state();
        stage = from.stage();
        version = from.version();
        round = from.round();
        since = from.since();
        reported = from.reported();
        spot = from.spot();
        subject = from.subject();
        filing = from.filing();
        assignment = from.assignment();
        task = from.task();
        petitions = from.petitions();
        orders = from.orders();
        links = from.links();
        clocks = from.clocks();
        hands = from.hands();
        marks = from.marks();
    }

    Case make() {
        return new Case(from.id(), number, from.process(), from.processVersion(), state, stage, version, round,
                from.trial(), from.begunAt(), since, reported, spot, subject, filing, assignment, task, petitions,
                orders, links, clocks, hands, marks);
    }

    CaseCopy number(CaseNumber value) {
        number = value;
        return this;
    }

    CaseCopy moved(String nextState, Stage nextStage, int nextVersion, Instant nextSince) {
        state = nextState;
        stage = nextStage;
        version = nextVersion;
        since = nextSince;
        return this;
    }

    CaseCopy round(int value) {
        round = value;
        return this;
    }

    CaseCopy reported(Case.Reported value) {
        reported = value;
        return this;
    }

    CaseCopy spot(Case.Spot value) {
        spot = value;
        return this;
    }

    CaseCopy subject(Case.Subject value) {
        subject = value;
        return this;
    }

    CaseCopy filing(Case.@Nullable Filing value) {
        filing = value;
        return this;
    }

    CaseCopy assignment(Case.@Nullable Assignment value) {
        assignment = value;
        return this;
    }

    CaseCopy task(Case.@Nullable FieldTask value) {
        task = value;
        return this;
    }

    CaseCopy petitions(List<Petition> value) {
        petitions = value;
        return this;
    }

    CaseCopy orders(List<Order> value) {
        orders = value;
        return this;
    }

    CaseCopy links(Case.Links value) {
        links = value;
        return this;
    }

    CaseCopy clocks(Clocks value) {
        clocks = value;
        return this;
    }

    CaseCopy hands(Map<String, UUID> value) {
        hands = value;
        return this;
    }

    CaseCopy marks(Case.Marks value) {
        marks = value;
        return this;
    }
}
