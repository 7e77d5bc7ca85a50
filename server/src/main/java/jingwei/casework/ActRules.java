package jingwei.casework;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jingwei.casework.act.ActRule;
import jingwei.casework.command.CommandRules;
import jingwei.casework.handling.HandlingRules;
import jingwei.casework.oversight.OversightRules;
import jingwei.casework.petition.PetitionRules;
import jingwei.casework.supervision.SupervisionRules;
import jingwei.process.Act;

/// 动作与规则: every act of the constitution has exactly one rule.
final class ActRules {

    private static final Map<Act, ActRule> RULES = collect();

    private ActRules() {
    }

    static ActRule of(Act act) {
        return RULES.get(act);
    }

    private static Map<Act, ActRule> collect() {
        Map<Act, ActRule> rules = new EnumMap<>(Act.class);
        Stream.of(SupervisionRules.all(), CommandRules.all(), HandlingRules.all(), PetitionRules.all(),
                OversightRules.all()).flatMap(List::stream).forEach(rule -> {
                    if (rules.put(rule.act(), rule) != null) {
                        throw new IllegalStateException("two rules for " + rule.act());
                    }
                });
        for (Act act : Act.values()) {
            if (!rules.containsKey(act)) {
                throw new IllegalStateException("no rule for " + act);
            }
        }
        return Map.copyOf(rules);
    }
}
