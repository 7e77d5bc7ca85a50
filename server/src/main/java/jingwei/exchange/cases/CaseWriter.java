package jingwei.exchange.cases;

import java.util.List;
import java.util.Optional;
import jingwei.casework.ActPerformed;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.PartnerTables;
import jingwei.process.Act;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// 由办理写信: hears every act in its transaction and writes what other platforms must know of it. Which act is which letter
/// stands here and nowhere else.
@Component
class CaseWriter {

    private final PartnerTables partners;
    private final LinkTables links;
    private final Outbox outbox;
    private final Told told;
    private final Borders borders;
    private final CaseRoom room;
    private final Gateways gateways;
    private final java.time.Clock clock;

    CaseWriter(PartnerTables partners, LinkTables links, Outbox outbox, Told told, Borders borders, CaseRoom room,
            Gateways gateways, java.time.Clock clock) {
        this.partners = partners;
        this.links = links;
        this.outbox = outbox;
        this.told = told;
        this.borders = borders;
        this.room = room;
        this.gateways = gateways;
        this.clock = clock;
    }

    @EventListener
    void hear(ActPerformed performed) {
        List<Partner> all = partners.all().stream().filter(each -> each.state() == Partner.State.JOINED).toList();
        if (all.isEmpty()) {
            return;
        }
        Case c = performed.after();
        List<Link> known = links.ofOurs(c.number().value());
        Link taken = known.stream().filter(link -> link.part() == Link.Part.TAKER && link.active()).findFirst().orElse(null);
        if (taken != null) {
            borders.holdTaker(performed, taken);
            partner(all, taken.partner()).ifPresent(giver -> toGiver(performed, taken, giver));
        }
        Optional<Partner> to = performed.act().act() == Act.TRANSFER && c.assignment() != null
                ? all.stream().filter(each -> c.assignment().unit().equals(each.unit())).findFirst() : Optional.empty();
        borders.holdArea(performed, to.isPresent());
        if (to.isPresent()) {
            give(performed, to.get(), known.stream().filter(link -> link.partner().equals(to.get().id())).findFirst().orElse(null));
        } else {
            known.stream().filter(link -> link.part() == Link.Part.GIVER && link.active())
                    .forEach(link -> partner(all, link.partner()).ifPresent(taker -> toTaker(performed, link, taker)));
        }
        if (taken == null) {
            all.stream().filter(each -> each.standing() == Partner.Standing.ABOVE && !Applying.from(each.id())
                            && (known.isEmpty() || known.stream().noneMatch(link -> link.part() == Link.Part.TAKER)))
                    .forEach(above -> copy(performed, above));
        }
    }

    /// 交办: the first time a whole case, afterwards the same two numbers and the next round.
    private void give(ActPerformed performed, Partner to, @Nullable Link before) {
        Case c = performed.after();
        Link link = (before == null ? new Link(to.id(), c.number().value(), null, Link.Part.GIVER, c.round(), null, null, true,
                null, null, "", clock.instant()) : before.round(c.round())).due(c.handlingDue().orElse(null));
        links.put(link, clock.instant());
        ObjectNode body = told.whole(c);
        told.said(body, performed.act());
        LetterKind kind = before != null && c.round() > before.round() ? LetterKind.REWORK
                : to.standing() == Partner.Standing.BELOW ? LetterKind.HAND_DOWN : LetterKind.REFER_UP;
        write(to.id(), kind, link, c, body);
    }

    private void toTaker(ActPerformed performed, Link link, Partner taker) {
        Case c = performed.after();
        CaseAct act = performed.act();
        ObjectNode body = told.act(c, act);
        switch (act.act()) {
            case GRANT_RETURN -> decided(link.active(false), LetterKind.RETURN_DECIDED, c, body.put("granted", true));
            case REFUSE_RETURN -> decided(link, LetterKind.RETURN_DECIDED, c, body.put("granted", false));
            case GRANT_EXTENSION -> {
                if (c.pending().isEmpty()) {
                    decided(link.due(c.handlingDue().orElse(null)), LetterKind.EXTENSION_DECIDED, c, body.put("granted", true));
                }
            }
            case REFUSE_EXTENSION -> decided(link, LetterKind.EXTENSION_DECIDED, c, body.put("granted", false));
            case GRANT_HOLD -> {
                if (c.isHeld()) {
                    decided(link, LetterKind.HOLD_DECIDED, c, body.put("granted", true));
                }
            }
            case REFUSE_HOLD -> decided(link, LetterKind.HOLD_DECIDED, c, body.put("granted", false));
            case RELEASE -> decided(link.due(c.handlingDue().orElse(null)), LetterKind.HOLD_RELEASED, c, body);
            case EXPEDITE, REMIND, INSTRUCT -> write(taker.id(), LetterKind.ORDER, link, c,
                    body.put("order", String.valueOf(c.orders().size())));
            case SEND_BACK_INCOMPLETE -> write(taker.id(), LetterKind.SENT_BACK, link, c, body);
            case ASK_CHECK, CHECK_AGAIN -> write(taker.id(), LetterKind.CHECK_TASK, link, c, body);
            case PASS_CHECK, FAIL_CHECK -> {
                if (!link.has("checked-there") || act.act() == Act.FAIL_CHECK) {
                    write(taker.id(), LetterKind.CHECK_RESULT, link, c, body.put("passed", act.act() == Act.PASS_CHECK));
                } else {
                    write(taker.id(), LetterKind.CHECK_RESULT, link, c, body.put("passed", true).put("yours", true));
                }
            }
            case CLOSE -> {
                links.put(link.active(false).with("closed"), clock.instant());
                write(taker.id(), LetterKind.CLOSED, link, c, body);
            }
            case ANNUL, MERGE -> {
                links.put(link.active(false), clock.instant());
                write(taker.id(), LetterKind.ANNULLED, link, c, body);
            }
            case REPORT_BACK -> acceptCheck(performed, link, taker);
            case REPORT, REGISTER, IMPORT, ASK_VERIFY, VERIFY_TRUE, VERIFY_FALSE, ACCEPT, DECLINE, MARK_DUPLICATE, FILE, SEND_BACK,
                    REFUSE_FILING, DISPATCH, RETURN_TO_FILING, TRANSFER, RECEIVE, HANDLE, ASK_RETURN, ASK_EXTENSION, ASK_HOLD,
                    ANSWER, REWORK, REOPEN, SETTLE_ON_SPOT, APPROVE_SETTLEMENT, REFUSE_SETTLEMENT, CLOSE_SHORT, SPLIT -> {
                // the taker's own acts, or steps inside the giver's centers that the taker waits for in another letter
            }
        }
    }

    /// 认可下级核查: where so agreed, the taker's own passed check stands for ours.
    private void acceptCheck(ActPerformed performed, Link link, Partner taker) {
        if (!link.has("checked-there") || !taker.acceptsCheck() && !borders.theySupervise(performed.after())) {
            return;
        }
        List<Evidence> photos = room.docket(performed.after()).reversed().stream().filter(act -> act.act() == Act.HANDLE).findFirst()
                .map(act -> act.particulars().evidenceOrNone()).orElse(List.of()).stream()
                .filter(each -> each.kind() == Evidence.Kind.CHECK).toList();
        if (!photos.isEmpty()) {
            room.perform(ActRequest.on(performed.after().number(), Act.PASS_CHECK, gateways.particulars(told.empty()
                    .put("opinion", "认可" + taker.name().zh() + "的核查"), photos)), gateways.supervision());
        }
    }

    private void decided(Link link, LetterKind kind, Case c, ObjectNode body) {
        links.put(link.wish(null), clock.instant());
        c.handlingDue().ifPresent(due -> body.put("due", told.time(due)));
        write(link.partner(), kind, link, c, body);
    }

    private void toGiver(ActPerformed performed, Link link, Partner giver) {
        Case c = performed.after();
        CaseAct act = performed.act();
        ObjectNode body = told.act(c, act);
        switch (act.act()) {
            case ASK_EXTENSION -> asked(link.wish("extension"), LetterKind.EXTENSION_ASKED, c, limit(body, act.particulars()));
            case ASK_HOLD -> asked(link.wish("hold"), LetterKind.HOLD_ASKED, c,
                    act.particulars().until() == null ? body : body.put("until", told.time(act.particulars().until())));
            case ANSWER -> write(giver.id(), LetterKind.ORDER_ANSWERED, link, c,
                    body.put("order", theirOrder(link, String.valueOf(act.particulars().order()))));
            case REPORT_BACK -> {
                if (giver.doneAfter() == Partner.DoneAfter.FEEDBACK) {
                    write(giver.id(), LetterKind.DONE, link, c, result(c, body));
                } else {
                    write(giver.id(), LetterKind.PROGRESS, link, c, body);
                }
            }
            case PASS_CHECK -> {
                if (giver.doneAfter() == Partner.DoneAfter.CHECK && !Applying.from(giver.id())) {
                    write(giver.id(), LetterKind.DONE, link, c, result(c, body).put("checked", true));
                } else {
                    write(giver.id(), LetterKind.PROGRESS, link, c, body);
                }
            }
            case REPORT, REGISTER, IMPORT, ASK_VERIFY, VERIFY_TRUE, VERIFY_FALSE, ACCEPT, DECLINE, MARK_DUPLICATE, FILE, SEND_BACK,
                    REFUSE_FILING, DISPATCH, RETURN_TO_FILING, TRANSFER, RECEIVE, HANDLE, ASK_RETURN, GRANT_RETURN, REFUSE_RETURN,
                    GRANT_EXTENSION, REFUSE_EXTENSION, GRANT_HOLD, REFUSE_HOLD, RELEASE, SEND_BACK_INCOMPLETE, ASK_CHECK, FAIL_CHECK,
                    CLOSE, REWORK, CHECK_AGAIN, ANNUL, REOPEN, EXPEDITE, REMIND, INSTRUCT, SETTLE_ON_SPOT, APPROVE_SETTLEMENT,
                    REFUSE_SETTLEMENT, CLOSE_SHORT, MERGE, SPLIT -> write(giver.id(), LetterKind.PROGRESS, link, c, body);
        }
    }

    /// The result: what the unit said when it had handled the case, with its photos.
    private ObjectNode result(Case c, ObjectNode body) {
        room.docket(c).reversed().stream().filter(act -> act.act() == Act.HANDLE).findFirst().ifPresent(handled -> {
            told.said(body, handled);
            body.put("handledName", told.nameOf(handled.organization())).put("handledAt", told.time(handled.at()));
        });
        return body;
    }

    private void asked(Link link, LetterKind kind, Case c, ObjectNode body) {
        links.put(link, clock.instant());
        write(link.partner(), kind, link, c, body);
    }

    private static ObjectNode limit(ObjectNode body, Particulars said) {
        return said.limit() == null ? body : body.put("limit", said.limit());
    }

    private static String theirOrder(Link link, String ours) {
        String mark = "order-" + ours + "-";
        return java.util.Arrays.stream(link.granted().split(" ")).filter(each -> each.startsWith(mark))
                .map(each -> each.substring(mark.length())).findFirst().orElse("");
    }

    /// 自办案件副本: for the platform above to see and count (CMD-09).
    private void copy(ActPerformed performed, Partner above) {
        Case c = performed.after();
        ObjectNode body = told.head(c);
        body.put("description", c.reported().description());
        body.setAll(told.act(c, performed.act()));
        body.remove("media");
        outbox.write(above.id(), LetterKind.COPY, c.number().value(), new Letter.Numbers(c.number().value(), null, c.round()), null, body);
    }

    private void write(PlatformId to, LetterKind kind, Link link, Case c, ObjectNode body) {
        outbox.write(to, kind, link.ours(), new Letter.Numbers(link.ours(), link.theirs(), Math.max(link.round(), c.round())), null, body);
    }

    private static Optional<Partner> partner(List<Partner> all, PlatformId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
