package jingwei.casework.oversight;

import java.util.List;
import jingwei.casework.act.ActRule;
import jingwei.process.Act;

/// 多轴共有的动作: what more than one axis does, each from its own post.
public final class OversightRules {

    private OversightRules() {
    }

    public static List<ActRule> all() {
        return List.of(new Import(), new Oversee(Act.EXPEDITE), new Oversee(Act.REMIND), new Oversee(Act.INSTRUCT),
                new Answer(), new Merge());
    }
}
