package jingwei.casework.act;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.process.Act;

/// 文书类动作: an act whose whole effect is to be said, with its reason or opinion, and at most a small mark on the case.
///
/// @param consider what must not be; may do nothing
/// @param effect   the mark it leaves; may answer the case as it was
public record Words(Form form, Consumer<Situation> consider, BiFunction<Situation, Particulars, Case> effect)
        implements ActRule {

    /// Needs a reason and changes nothing but the state.
    public static Words reasoned(Act act) {
        return new Words(new Form(act, Set.of(Field.REASON), Set.of(Field.OPINION, Field.EVIDENCE)), situation -> {
        }, (situation, particulars) -> situation.theCase());
    }

    /// Takes an opinion and changes nothing but the state.
    public static Words plain(Act act) {
        return new Words(new Form(act, Set.of(), Set.of(Field.OPINION, Field.EVIDENCE)), situation -> {
        }, (situation, particulars) -> situation.theCase());
    }

    public Words considering(Consumer<Situation> also) {
        return new Words(form, also, effect);
    }

    public Words leaving(BiFunction<Situation, Particulars, Case> mark) {
        return new Words(form, consider, mark);
    }

    @Override
    public void consider(Situation situation) {
        consider.accept(situation);
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        return effect.apply(situation, particulars);
    }
}
