package jingwei.casework.desk;

import java.util.Map;
import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.WaitingWork;
import jingwei.process.Processes;
import org.springframework.stereotype.Component;

/// 待办案件: what a post would leave behind (APM-01): its tray, the petitions it decides, and what its unit holds.
@Component
class WaitingCases implements WaitingWork {

    private final Desks desks;
    private final Processes processes;

    WaitingCases(Desks desks, Processes processes) {
        this.desks = desks;
        this.processes = processes;
    }

    @Override
    public long at(Post post) {
        if (post.axis() == null || processes.published().isEmpty()) {
            return 0;
        }
        Map<Queue, Long> counts = desks.of(post).counts();
        long held = post.axis() == Axis.HANDLING ? counts.getOrDefault(Queue.HELD, 0L) : 0;
        return counts.getOrDefault(Queue.TO_DO, 0L) + counts.getOrDefault(Queue.PETITIONS, 0L) + held;
    }
}
