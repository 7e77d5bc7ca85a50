package jingwei.casework.desk;

import java.util.Locale;
import java.util.Optional;
import jingwei.standards.Text;

/// 队列: the lists of a desk (COL-01). A case may lie in several: overdue and to do at once.
public enum Queue {
    TO_DO("待办", "to do"),
    PETITIONS("待审批", "petitions to decide"),
    UNDER_WAY("在办", "under way"),
    RETURNED("退回", "returned"),
    OVERDUE("超时", "overdue"),
    EXPEDITED("督办", "expedited"),
    HELD("挂账", "on hold"),
    DONE("已办", "done");

    private final Text text;

    Queue(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /// The word of the contract: `under-way`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Queue> ofWord(String word) {
        for (Queue queue : values()) {
            if (queue.word().equals(word)) {
                return Optional.of(queue);
            }
        }
        return Optional.empty();
    }
}
