package jingwei.casework.herald;

import java.util.List;
import jingwei.casework.ActPerformed;
import jingwei.casework.Case;
import jingwei.casework.CaseRoom;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.casework.clock.DeadlineKeeper;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.standards.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 传达: writes the notices of an act in the act's own transaction, so that none is sent for what did not happen and none is
/// lost for what did.
@Component
class Herald {

    private final Notices notices;
    private final Organizations organizations;
    private final CaseRoom room;

    Herald(Notices notices, Organizations organizations, CaseRoom room) {
        this.notices = notices;
        this.organizations = organizations;
        this.room = room;
    }

    @EventListener
    void hear(ActPerformed performed) {
        notices.ripple();
        Case c = performed.after();
        Organization organization = organizations.current();
        Act act = performed.act().act();
        switch (act) {
            case ASK_VERIFY, ASK_CHECK, CHECK_AGAIN -> {
                tell(sent(organization, c), act.text().zh() + "任务", "a field task: " + act.word(), c);
                Case before = performed.before();
                if (before != null && before.task() != null && c.task() != null && !before.task().collector().equals(c.task().collector())) {
                    tell(sent(organization, before), "任务已改派他人", "the task was given to another", c);
                }
            }
            case DISPATCH, TRANSFER, SEND_BACK_INCOMPLETE, GRANT_EXTENSION, REFUSE_EXTENSION, GRANT_HOLD, REFUSE_HOLD,
                    REFUSE_RETURN, EXPEDITE, REMIND, INSTRUCT, RELEASE ->
                tell(unit(organization, c), act.text().zh(), act.word(), c);
            case ASK_RETURN, ASK_EXTENSION, ASK_HOLD ->
                tell(organization.postsOf(PostKind.DISPATCHER), act.text().zh(), act.word(), c);
            case ANSWER -> tell(c.orders().stream()
                    .filter(order -> order.id().equals(answered(performed.act().particulars())))
                    .flatMap(order -> organization.post(order.post()).stream()).toList(), "督办已答复", "an order was answered", c);
            case REPORT, REGISTER, IMPORT, VERIFY_TRUE, VERIFY_FALSE, ACCEPT, DECLINE, MARK_DUPLICATE, FILE, SEND_BACK,
                    REFUSE_FILING, RETURN_TO_FILING, RECEIVE, HANDLE, GRANT_RETURN, REPORT_BACK, PASS_CHECK, FAIL_CHECK,
                    CLOSE, REWORK, ANNUL, REOPEN, SETTLE_ON_SPOT, APPROVE_SETTLEMENT, REFUSE_SETTLEMENT, CLOSE_SHORT,
                    MERGE, SPLIT -> {
                // these put the case into a desk's queue, where it is seen; no single post is waited for
            }
        }
    }

    /// A handling clock that turns yellow or red is told to the unit.
    @EventListener
    void hear(DeadlineKeeper.LightTurned turned) {
        notices.ripple();
        organizations.current().postsOf(PostKind.AUTO_DISPATCHER).stream().filter(post -> !post.holders().isEmpty())
                .findFirst().flatMap(post -> room.find(turned.number(), Performer.of(post.holders().getFirst(), post)))
                .ifPresent(c -> tell(unit(organizations.current(), c), turned.overdue() ? "已超时" : "即将到期",
                        turned.overdue() ? "overdue" : "due soon", c));
    }

    private static String answered(Particulars particulars) {
        return String.valueOf(particulars.order());
    }

    private static List<Post> sent(Organization organization, Case c) {
        return c.task() == null ? List.of() : organization.post(c.task().collector()).stream().toList();
    }

    private static List<Post> unit(Organization organization, Case c) {
        return c.assignment() == null ? List.of() : organization.handlersOf(c.assignment().unit());
    }

    private void tell(List<Post> posts, String zh, String en, Case c) {
        posts.forEach(post -> notices.send(new Recipient.ToPost(post.id()),
                Text.of(zh + "：" + c.number() + " " + c.spot().address(), en + ": " + c.number()),
                "/office/cases/" + c.number()));
    }
}
