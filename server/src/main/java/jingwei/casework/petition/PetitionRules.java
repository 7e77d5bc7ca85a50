package jingwei.casework.petition;

import java.util.List;
import jingwei.casework.act.ActRule;
import jingwei.process.Act;

/// 申请审批的全部动作.
public final class PetitionRules {

    private PetitionRules() {
    }

    public static List<ActRule> all() {
        return List.of(
                new Ask(Act.ASK_RETURN, Petition.Kind.RETURN),
                new Decide(Act.GRANT_RETURN, Petition.Kind.RETURN, true),
                new Decide(Act.REFUSE_RETURN, Petition.Kind.RETURN, false),
                new Ask(Act.ASK_EXTENSION, Petition.Kind.EXTENSION),
                new Decide(Act.GRANT_EXTENSION, Petition.Kind.EXTENSION, true),
                new Decide(Act.REFUSE_EXTENSION, Petition.Kind.EXTENSION, false),
                new Ask(Act.ASK_HOLD, Petition.Kind.HOLD),
                new Decide(Act.GRANT_HOLD, Petition.Kind.HOLD, true),
                new Decide(Act.REFUSE_HOLD, Petition.Kind.HOLD, false),
                new Release());
    }
}
