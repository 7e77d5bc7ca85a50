package jingwei.casework.act;

import jingwei.casework.Case;
import jingwei.casework.Particulars;
import jingwei.process.Act;

/// 动作规则: one act's own preconditions and its effect, beside what the process definition says.
///
/// A rule never asks who may do it (the definition does) and never moves the case (the office does): it declares the fields
/// it needs, refuses what must not happen, and answers the case with what the act changed.
public interface ActRule {

    /// The act and the fields it asks for.
    Form form();

    default Act act() {
        return form().act();
    }

    /// Refuses what the particulars cannot cure; asked too when a screen wants to know which acts are possible.
    ///
    /// @throws jingwei.standards.RefusedException with the reason
    default void consider(Situation situation) {
    }

    /// The case as the act leaves it, state and clocks apart.
    ///
    /// @throws jingwei.standards.RefusedException where the particulars are not good enough
    Case perform(Situation situation, Particulars particulars);
}
