package jingwei.casework.petition;

import java.time.Duration;
import java.time.Instant;
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
import jingwei.process.Act;
import jingwei.process.ProcessSettings;
import jingwei.standards.TimeLimit;

/// 申请 (T19, T22, T24): asks for a return, an extension or a hold. Asking moves no case and stops no clock.
///
/// @param act  the asking act
/// @param kind what is asked for
public record Ask(Act act, Petition.Kind kind) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, kind == Petition.Kind.HOLD ? Set.of(Field.REASON, Field.UNTIL) : Set.of(Field.REASON),
                kind == Petition.Kind.EXTENSION ? Set.of(Field.EVIDENCE, Field.LIMIT) : Set.of(Field.EVIDENCE));
    }

    @Override
    public void consider(Situation situation) {
        Case c = situation.theCase();
        ProcessSettings settings = situation.process().settings();
        switch (kind) {
            case RETURN -> {
                // a return may be asked at any time; late is counted, not refused (T19)
            }
            case EXTENSION -> {
                notOverdue(situation);
                notMore("延期", "extension", c.marks().extensions(), settings.extensionsAtMost());
            }
            case HOLD -> {
                notOverdue(situation);
                notMore("挂账", "hold", c.marks().holds(), settings.holdsAtMost());
            }
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        if (particulars.limit() != null) {
            TimeLimit.of(particulars.limit());
        }
        Instant until = particulars.until();
        if (kind == Petition.Kind.HOLD) {
            Duration longest = Duration.ofDays(situation.process().settings().holdAtMostDays());
            if (until == null || !until.isAfter(situation.now()) || until.isAfter(situation.now().plus(longest))) {
                throw Refusals.wrong("hold-until", "T24", "挂账截止时间须在此后 " + longest.toDays() + " 天以内",
                        "a hold ends within " + longest.toDays() + " days from now", "请改截止时间", "give another end");
            }
        }
        boolean late = kind == Petition.Kind.RETURN
                && situation.now().isAfter(Objects.requireNonNull(c.assignment()).returnUntil());
        List<Petition> petitions = new ArrayList<>(c.petitions());
        petitions.add(new Petition(kind, situation.person(), situation.post().id(), situation.now(),
                Objects.requireNonNull(particulars.reason()), particulars.limit(), until, late, 0,
                Petition.Status.PENDING));
        return c.withPetitions(petitions);
    }

    private static void notOverdue(Situation situation) {
        CaseClock clock = situation.theCase().clocks().leading().orElse(null);
        if (clock != null && clock.isOverdue(situation.now())) {
            throw Refusals.because("overdue", "T22", "已经超时，不能再申请", "the limit has passed; it is too late to ask",
                    "请尽快办结；结案后可以申诉", "finish it; an appeal is possible after closing");
        }
    }

    private static void notMore(String zh, String en, int granted, int most) {
        if (granted >= most) {
            throw Refusals.because(en + "s-used-up", "T22", zh + "最多 " + most + " 次，已经用完",
                    "at most " + most + " " + en + "s are granted", "请在时限内办结", "finish it within the limit");
        }
    }
}
