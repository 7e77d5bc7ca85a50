package jingwei.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Proofs;
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.casework.clock.CaseClock;
import jingwei.casework.clock.CaseClocks;
import jingwei.process.Act;
import jingwei.process.Arrow;
import jingwei.process.ProcessDefinition;
import jingwei.process.State;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/// 办案: the one door to every case. Nothing else changes one.
///
/// An act is judged in this order: does the case exist for the speaker, did he see its last version, does the process of the
/// case allow the act to his post in this state, is anything in its way (a hold, a pending petition), does the act's own rule
/// agree, are its particulars complete. Then the case moves, its clocks are set, the act is appended and told, all in the
/// caller's transaction.
public final class CaseOffice {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CaseStore store;
    private final Surroundings around;
    private final Consumer<ActPerformed> listeners;

    /// @param listeners hears of every act inside the transaction
    public CaseOffice(CaseStore store, Surroundings around, Consumer<ActPerformed> listeners) {
        this.store = store;
        this.around = around;
        this.listeners = listeners;
    }

    /// 办理. Performs the act or refuses it; a refusal has changed nothing.
    public Outcome perform(ActRequest request, Performer speaker) {
        try {
            return request.number() == null ? begin(request, speaker) : goOn(request, speaker);
        } catch (RefusedException refused) {
            return new Outcome.Refused(refused.refusal());
        }
    }

    /// 可办动作: every act the speaker's post performs somewhere, each with its fields, or with the reason why not now.
    public List<PossibleAct> possible(Case theCase, Performer speaker) {
        ProcessDefinition process = processOf(theCase);
        List<PossibleAct> acts = new ArrayList<>();
        for (Act act : Act.values()) {
            Performer performer = StandIn.forUnit(around, theCase, speaker, act);
            if (!process.whoCould(act).contains(performer.post().kind()) || begins(process, act)) {
                continue;
            }
            ActRule rule = ActRules.of(act);
            Refusal refusal = null;
            try {
                Arrow arrow = lawful(process, theCase.state(), act, performer);
                Obstacles.refuse(theCase, act);
                Obstacles.refuseGateway(around, theCase, act, performer);
                rule.consider(situation(theCase, theCase.id(), arrow, process, performer));
            } catch (RefusedException refused) {
                refusal = refused.refusal();
            }
            acts.add(new PossibleAct(act, sorted(rule.form().required()), sorted(rule.form().optional()), refusal));
        }
        return List.copyOf(acts);
    }

    private Outcome begin(ActRequest request, Performer speaker) {
        ProcessDefinition process = around.process();
        if (!begins(process, request.act())) {
            // The axis is judged first all the same, so that nobody learns more than his axis allows.
            if (process.decide(ProcessDefinition.NONE, request.act(), speaker.post().kind())
                    instanceof ProcessDefinition.Decision.NotYourAxis wrong) {
                throw Refusals.notYourAxis(request.act(), wrong).asException();
            }
            throw Refusals.beginsNothing(request.act()).asException();
        }
        Arrow arrow = lawful(process, ProcessDefinition.NONE, request.act(), speaker);
        Optional<Case> again = request.id() == null ? Optional.empty() : store.find(request.id());
        if (again.isPresent()) {
            // The same client-made id from the same hand is the same report; from another it is not his to see.
            CaseAct first = store.acts(again.get().id()).getFirst();
            if (first.act() != request.act() || !first.person().equals(speaker.person())) {
                throw Refusals.idTaken().asException();
            }
            return new Outcome.Performed(again.get(), first);
        }
        UUID id = request.id() == null ? UuidCreator.getTimeOrderedEpoch() : request.id();
        Situation situation = situation(null, id, arrow, process, speaker);
        Case begun = judged(situation, request);
        Case moved = moved(situation, begun);
        CaseAct act = record(situation, begun, moved, request.particulars());
        Case kept = store.begin(moved, act, around.region(), situation.now().atZone(ZONE).toLocalDate());
        tell(null, kept, act);
        return new Outcome.Performed(kept, act);
    }

    private Outcome goOn(ActRequest request, Performer speaker) {
        Case before = store.lock(request.number()).filter(found -> Sight.sees(around, speaker.post(), found))
                .orElseThrow(() -> Refusals.noSuchCase(request.number()).asException());
        if (request.expectedVersion() != null && request.expectedVersion() != before.version()) {
            throw Refusals.stale(request.expectedVersion(), before.version()).asException();
        }
        ProcessDefinition process = processOf(before);
        Performer performer = StandIn.forUnit(around, before, speaker, request.act());
        Arrow arrow = lawful(process, before.state(), request.act(), performer);
        Obstacles.refuse(before, request.act());
        Obstacles.refuseGateway(around, before, request.act(), performer);
        Situation situation = situation(before, before.id(), arrow, process, performer);
        Case changed = judged(situation, request);
        Case moved = moved(situation, changed);
        moved = moved.withLinks(beginParts(situation, moved));
        CaseAct act = record(situation, before, moved, request.particulars());
        store.append(moved, act);
        tell(before, moved, act);
        return new Outcome.Performed(moved, act);
    }

    private Case judged(Situation situation, ActRequest request) {
        Proofs.whole(request.particulars());
        ActRule rule = ActRules.of(request.act());
        if (request.number() != null) {
            rule.consider(situation);
        }
        Form form = rule.form();
        Set<Field> given = Field.given(request.particulars());
        Set<Field> missing = EnumSet.noneOf(Field.class);
        missing.addAll(form.required());
        missing.removeAll(given);
        if (!missing.isEmpty()) {
            throw Refusals.missing(request.act(), missing).asException();
        }
        given.removeAll(form.required());
        given.removeAll(form.optional());
        if (!given.isEmpty()) {
            throw Refusals.unexpected(request.act(), given).asException();
        }
        Proofs.shortEnough(request.particulars());
        Proofs.known(situation, request.particulars());
        return rule.perform(situation, request.particulars());
    }

    /// The case in its next state, with its clocks set and a petition lapsed that the move left behind.
    private Case moved(Situation situation, Case changed) {
        Arrow arrow = situation.arrow();
        State next = situation.process().state(arrow.to());
        Case moved = changed.moved(next.word(), next.stage(), arrow.act(), situation.person(), situation.now());
        if (arrow.stays()) {
            return moved;
        }
        return Obstacles.lapse(moved.withClocks(CaseClocks.after(situation, moved, next)));
    }

    private Case.Links beginParts(Situation situation, Case parent) {
        if (situation.births().isEmpty()) {
            return parent.links();
        }
        List<CaseNumber> numbers = new ArrayList<>();
        for (Case birth : situation.births()) {
            Arrow arrow = lawful(situation.process(), ProcessDefinition.NONE, situation.arrow().act(),
                    situation.performer());
            Situation own = situation(null, birth.id(), arrow, situation.process(), situation.performer());
            Case child = moved(own, birth);
            CaseAct act = record(own, birth, child, Particulars.none());
            Case kept = store.begin(child, act, around.region(), own.now().atZone(ZONE).toLocalDate());
            numbers.add(kept.number());
            tell(null, kept, act);
        }
        return new Case.Links(parent.links().original(), parent.links().into(), parent.links().parent(), numbers);
    }

    private CaseAct record(Situation situation, Case before, Case after, Particulars said) {
        Instant now = situation.now();
        CaseClock clock = before.clocks().leading().orElse(null);
        return new CaseAct(after.id(), after.version(), situation.arrow().act(), situation.arrow().from(),
                situation.arrow().to(), after.process(), after.processVersion(), situation.post().id(),
                java.util.Objects.requireNonNull(situation.post().axis()), situation.person(),
                situation.post().organizationId(), situation.performer().enteredBy(), now, before.since(),
                clock == null ? null : clock.limit().toString(), clock == null ? null : clock.due(),
                clock != null && clock.runs() && clock.isOverdue(now), before.round(), said);
    }

    private void tell(@Nullable Case before, Case after, CaseAct act) {
        listeners.accept(new ActPerformed(Tenancy.current(), before, after, act));
    }

    private static Arrow lawful(ProcessDefinition process, String state, Act act, Performer performer) {
        return switch (process.decide(state, act, performer.post().kind())) {
            case ProcessDefinition.Decision.Lawful(Arrow arrow) -> arrow;
            case ProcessDefinition.Decision.NotYourAxis wrong ->
                throw Refusals.notYourAxis(act, wrong).asException();
            case ProcessDefinition.Decision.NotYourPost(var could) -> throw Refusals.notYourPost(act, could).asException();
            case ProcessDefinition.Decision.IsFinal ended -> throw Refusals.isFinal(process.state(state)).asException();
            case ProcessDefinition.Decision.NotNow(var possible) -> throw (state.equals(ProcessDefinition.NONE)
                    ? Refusals.beginsNothing(act) : Refusals.notNow(act, process.state(state), possible)).asException();
        };
    }

    private Situation situation(@Nullable Case theCase, UUID id, Arrow arrow, ProcessDefinition process,
            Performer performer) {
        return new Situation(theCase, id, arrow, process, performer, around, store::find);
    }

    private ProcessDefinition processOf(Case theCase) {
        return around.process(theCase.process(), theCase.processVersion());
    }

    private static boolean begins(ProcessDefinition process, Act act) {
        return process.arrows().stream().filter(arrow -> arrow.act() == act)
                .allMatch(arrow -> arrow.from().equals(ProcessDefinition.NONE));
    }

    private static List<Field> sorted(Set<Field> fields) {
        return fields.stream().sorted().toList();
    }
}
