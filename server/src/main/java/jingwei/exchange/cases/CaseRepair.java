package jingwei.exchange.cases;

import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// 补发和手写的信: tells a case again where the other side stands differently, and writes what people ask for by hand.
@Component
public class CaseRepair {

    private final LinkTables links;
    private final Outbox outbox;
    private final CaseRoom room;
    private final Gateways gateways;
    private final Told told;
    private final java.time.Clock clock;

    CaseRepair(LinkTables links, Outbox outbox, CaseRoom room, Gateways gateways, Told told, java.time.Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.room = room;
        this.gateways = gateways;
        this.told = told;
        this.clock = clock;
    }

    /// Tells the partner how a case of ours stands, by the key of a reconciliation's line. False where it is not ours to tell.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tellAgain(String key, Partner partner) {
        if (key.length() < 2) {
            return false;
        }
        String number = key.substring(1);
        if (key.startsWith("C")) {
            return partner.standing() == Partner.Standing.ABOVE && find(number).map(c -> {
                ObjectNode body = told.head(c).put("description", c.reported().description());
                body.setAll(state(c));
                outbox.write(partner.id(), LetterKind.COPY, number, new Letter.Numbers(number, null, c.round()), null, body);
                return true;
            }).orElse(false);
        }
        Optional<Link> taken = links.byTheirs(partner.id(), number).filter(link -> link.part() == Link.Part.TAKER);
        if (taken.isPresent()) {
            return find(taken.get().ours()).map(c -> {
                outbox.write(partner.id(), LetterKind.PROGRESS, taken.get().ours(), new Letter.Numbers(taken.get().ours(), number,
                        taken.get().round()), null, state(c));
                return true;
            }).orElse(false);
        }
        Optional<Link> given = links.find(partner.id(), number).filter(link -> link.part() == Link.Part.GIVER);
        return given.isPresent() && find(number).map(c -> {
            // Told whole: the taker begins it where it has none, and knows it where it has.
            outbox.write(partner.id(), partner.standing() == Partner.Standing.BELOW ? LetterKind.HAND_DOWN : LetterKind.REFER_UP, number,
                    new Letter.Numbers(number, given.get().theirs(), given.get().round()), null, told.whole(c));
            return false;
        }).orElse(false);
    }

    private ObjectNode state(Case c) {
        ObjectNode body = told.act(c, room.docket(c).getLast());
        body.remove("media");
        return body;
    }

    /// 申请退回: the taker asks to give a case back; nothing changes here before the giver has decided.
    ///
    /// @throws RefusedException `not-taken`, `already-asked`
    @Transactional(propagation = Propagation.MANDATORY)
    public void askReturn(String number, String reason) {
        Link link = links.ofOurs(number).stream().filter(each -> each.part() == Link.Part.TAKER && each.active()).findFirst()
                .orElseThrow(() -> refuse("not-taken", "案件 " + number + " 不是其他平台交办的", "the case was not given by another platform",
                        "本平台自己的案件请由派遣员“退回立案”", "return a case of your own to filing"));
        if (link.wish() != null) {
            throw refuse("already-asked", "已有一项请示等待交办方答复", "something has been asked already", "请等答复", "wait for the decision");
        }
        links.put(link.wish("return"), clock.instant());
        outbox.write(link.partner(), LetterKind.RETURN_ASKED, number, new Letter.Numbers(number, link.theirs(), link.round()), null,
                told.empty().put("reason", reason).put("at", told.now()));
    }

    private Optional<Case> find(String number) {
        return room.find(CaseNumber.of(number), gateways.command());
    }

    private static RefusedException refuse(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("COL-15").asException();
    }
}
