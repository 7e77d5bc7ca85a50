package jingwei.process;

import jingwei.law.Committed;
import org.junit.jupiter.api.Test;

/// 一页看完案件的一生: `docs/domain/lifecycle.md` says what the standard process says.
class LifecyclePageTest {

    @Test
    void theCommittedPageIsTheProcess() {
        Committed.same("docs/domain/lifecycle.md", new LifecyclePage(StandardProcess.read()).print());
    }
}
