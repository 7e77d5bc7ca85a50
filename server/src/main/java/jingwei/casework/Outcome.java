package jingwei.casework;

import jingwei.standards.Refusal;

/// 办理结果: performed, or refused with the reason. There is no third answer and no silence.
public sealed interface Outcome {

    /// The act was appended and committed.
    record Performed(Case theCase, CaseAct act) implements Outcome {
    }

    /// Nothing was changed, and why.
    record Refused(Refusal refusal) implements Outcome {
    }

    /// The case after the act. @throws jingwei.standards.RefusedException where it was refused
    default Performed performed() {
        return switch (this) {
            case Performed done -> done;
            case Refused(Refusal refusal) -> throw refusal.asException();
        };
    }
}
