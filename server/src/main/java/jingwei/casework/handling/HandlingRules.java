package jingwei.casework.handling;

import java.util.List;
import jingwei.casework.act.ActRule;

/// 责任单位的全部动作, petitions and answers apart.
public final class HandlingRules {

    private HandlingRules() {
    }

    public static List<ActRule> all() {
        return List.of(new Receive(), new Handle());
    }
}
