package jingwei.casework.supervision;

import jingwei.casework.Case;
import jingwei.casework.Particulars;
import org.jspecify.annotations.Nullable;

/// 结案方式 noted on the case.
final class Closings {

    private Closings() {
    }

    static Case mark(Case c, Particulars.@Nullable Closing kind) {
        Case.Marks m = c.marks();
        return c.withMarks(new Case.Marks(m.verified(), m.dispatches(), m.wrongDispatches(), m.lateReturns(),
                m.groundlessReturns(), m.extensions(), m.holds(), m.invalidChecks(),
                kind == null ? Particulars.Closing.REAL : kind));
    }
}
