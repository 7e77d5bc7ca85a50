package jingwei.citizen;

import jingwei.casework.ActPerformed;
import jingwei.citizen.store.CitizenTables;
import jingwei.notice.Outgoing;
import jingwei.process.Act;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 答复: tells whoever wished for an answer that his report has ended, by short message to a number he confirmed and by e-mail. The
/// message names the report only; what was done is read on the page, with the code.
@Component
class Replies {

    private static final String SUBJECT = "您反映的问题有了结果";

    private final CitizenTables tables;
    private final Outgoing outgoing;

    Replies(CitizenTables tables, Outgoing outgoing) {
        this.tables = tables;
        this.outgoing = outgoing;
    }

    @EventListener
    void hear(ActPerformed performed) {
        Act act = performed.act().act();
        boolean declined = act == Act.DECLINE || act == Act.REFUSE_FILING;
        if (!declined && act != Act.CLOSE && act != Act.CLOSE_SHORT && act != Act.APPROVE_SETTLEMENT) {
            return;
        }
        tables.ofCase(performed.after().id()).filter(CitizenReport::wantsReply).ifPresent(report -> {
            String words = "【城市管理】您反映的问题（编号 " + report.number() + "）" + (declined ? "有了答复" : "已办结") + "，请在市民上报页面用查询码查看"
                    + (declined ? "。" : "并评价。");
            if (report.phone() != null && report.confirmed() != null) {
                outgoing.post(Outgoing.Channel.SMS, report.phone(), "", words);
            }
            if (report.email() != null) {
                outgoing.post(Outgoing.Channel.MAIL, report.email(), SUBJECT, words);
            }
        });
    }
}
