package jingwei.casework.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.Performer;
import jingwei.casework.Surroundings;
import jingwei.casework.clock.Clockwork;
import jingwei.organization.Post;
import jingwei.process.Arrow;
import jingwei.process.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/// 办理情形: everything a rule may look at, taken once, so that one act is judged by one moment.
public final class Situation {

    private final @Nullable Case theCase;
    private final UUID newId;
    private final Arrow arrow;
    private final ProcessDefinition process;
    private final Performer performer;
    private final Surroundings around;
    private final Instant now;
    private final Function<CaseNumber, Optional<Case>> peers;
    private final List<Case> births = new ArrayList<>();

    public Situation(@Nullable Case theCase, UUID newId, Arrow arrow, ProcessDefinition process, Performer performer,
            Surroundings around, Function<CaseNumber, Optional<Case>> peers) {
        this.theCase = theCase;
        this.newId = newId;
        this.arrow = arrow;
        this.process = process;
        this.performer = performer;
        this.around = around;
        this.now = around.now();
        this.peers = peers;
    }

    /// The case acted on. Not for acts that begin one.
    public Case theCase() {
        if (theCase == null) {
            throw new IllegalStateException(arrow.act() + " begins a case and has none yet");
        }
        return theCase;
    }

    /// The id of the case that begins.
    public UUID newId() {
        return newId;
    }

    public Arrow arrow() {
        return arrow;
    }

    public ProcessDefinition process() {
        return process;
    }

    public Performer performer() {
        return performer;
    }

    public Post post() {
        return performer.post();
    }

    public UUID person() {
        return performer.person();
    }

    public Surroundings around() {
        return around;
    }

    public Instant now() {
        return now;
    }

    public Clockwork clockwork() {
        return new Clockwork(around.calendar(), process.settings());
    }

    /// Another case of the platform.
    public Optional<Case> peer(CaseNumber number) {
        return peers.apply(number);
    }

    /// Another case of the platform than the one acted on.
    public Optional<Case> another(CaseNumber number) {
        return peer(number).filter(other -> !other.id().equals(theCase().id()));
    }

    /// 分案: lets a further case begin with this act.
    public void alsoBegin(Case child) {
        births.add(child);
    }

    public List<Case> births() {
        return List.copyOf(births);
    }
}
