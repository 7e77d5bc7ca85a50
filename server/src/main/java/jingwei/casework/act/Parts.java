package jingwei.casework.act;

import java.util.List;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;

/// 分案的约束: a split case ends only after all its parts have.
public final class Parts {

    private Parts() {
    }

    /// @throws jingwei.standards.RefusedException `parts-open` (T41)
    public static void allEnded(Situation situation) {
        List<CaseNumber> open = situation.theCase().links().parts().stream()
                .filter(number -> situation.peer(number).filter(part -> !isEnded(situation, part)).isPresent()).toList();
        if (!open.isEmpty()) {
            throw Refusals.because("parts-open", "T41", "子案件 " + open.getFirst() + " 等 " + open.size() + " 件尚未了结",
                    open.size() + " sub-cases are still open, " + open.getFirst() + " first", "请先办结全部子案件",
                    "end all sub-cases first");
        }
    }

    private static boolean isEnded(Situation situation, Case part) {
        return situation.around().process(part.process(), part.processVersion()).state(part.state()).isFinal();
    }
}
