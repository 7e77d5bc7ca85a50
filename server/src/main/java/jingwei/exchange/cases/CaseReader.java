package jingwei.exchange.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Performer;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.OutboxTables;
import jingwei.media.Media;
import jingwei.process.Act;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// 由来信办理: which act a letter about a case performs, through the one door of casework and by the named exchange posts. A
/// known number is an update or a new round, never a new case.
@Component
public class CaseReader {

    private static final List<String> ENDED = List.of("closed", "declined", "duplicate", "not-filed", "annulled", "merged");

    private final LinkTables links;
    private final OutboxTables outbox;
    private final CaseRoom room;
    private final Gateways gateways;
    private final Taking taking;
    private final Bell bell;
    private final Media media;
    private final Told told;
    private final Clock clock;

    CaseReader(LinkTables links, OutboxTables outbox, CaseRoom room, Gateways gateways, Taking taking, Bell bell, Media media,
            Told told, Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.room = room;
        this.gateways = gateways;
        this.taking = taking;
        this.bell = bell;
        this.media = media;
        this.told = told;
        this.clock = clock;
    }

    /// @throws jingwei.standards.RefusedException where an act is refused; the letter is then refused with the same words
    public Verdict apply(LetterKind kind, Letter letter, Partner partner) {
        return ScopedValue.where(Applying.FROM, partner.id()).call(() -> read(kind, letter, partner));
    }

    private Verdict read(LetterKind kind, Letter letter, Partner partner) {
        if (kind != LetterKind.COPY) {
            List<String> missing = Gateways.evidence(letter.body()).stream().map(Evidence::hash)
                    .filter(hash -> media.find(hash).isEmpty()).toList();
            if (!missing.isEmpty()) {
                return new Verdict.Later("影音 " + missing.size() + " 件尚未送到");
            }
        }
        return switch (kind) {
            case HAND_DOWN, REFER_UP, REWORK -> taking.take(kind, letter, partner);
            case COPY -> copy(letter, partner);
            case PROGRESS -> {
                links.find(partner.id(), receiver(letter)).or(() -> links.byTheirs(partner.id(), sender(letter)))
                        .ifPresent(link -> links.put(link.theirs(sender(letter)).at(word(letter, "stage"), word(letter, "act")),
                                clock.instant()));
                yield Verdict.DONE;
            }
            case RETURN_ASKED, EXTENSION_ASKED, HOLD_ASKED, DONE, ORDER_ANSWERED -> fromTaker(kind, letter, partner);
            case RETURN_DECIDED, EXTENSION_DECIDED, HOLD_DECIDED, HOLD_RELEASED, SENT_BACK, ORDER, CHECK_TASK, CHECK_RESULT, CLOSED,
                    ANNULLED -> fromGiver(kind, letter, partner);
            case MEDIA_ADDED -> link(letter, partner).map(link -> {
                bell.ring(kind.text().zh() + "：" + word(letter, "opinion"), "more on the case", link.ours());
                return Verdict.DONE;
            }).orElse(unknownCase(letter));
            case FIGURES, PUBLICATION, ORGANIZATION, POSITIONS, NOTICE, RECONCILE_ASKED, RECONCILE_LIST, RESEND_ASKED, ANSWER,
                    HEARTBEAT -> throw new IllegalStateException("no letter about a case: " + kind);
        };
    }

    private Verdict fromTaker(LetterKind kind, Letter letter, Partner partner) {
        Link link = link(letter, partner).orElse(null);
        if (link == null || link.part() != Link.Part.GIVER) {
            return unknownCase(letter);
        }
        link = link.theirs(sender(letter)).at(word(letter, "stage"), word(letter, "act"));
        links.put(link, clock.instant());
        Performer them = gateways.of(partner);
        ObjectNode body = letter.body();
        Case c = find(link.ours(), them);
        if (c == null) {
            return new Verdict.Refused("not-yours-now", "案件已不在对方手里");
        }
        if (c.state().equals("transferred") && kind != LetterKind.RETURN_ASKED) {
            // Its acceptance is on the way or was lost with a backup: what it reports now says that it has the case.
            act(c, Act.RECEIVE, told.empty().put("number", sender(letter)), List.of(), them);
        }
        switch (kind) {
            case DONE -> {
                if (body.path("checked").asBoolean(false)) {
                    links.put(link.with("checked-there"), clock.instant());
                }
                act(c, Act.HANDLE, opinion(body, "已处置"), Gateways.evidence(body), them);
            }
            case RETURN_ASKED -> act(c, Act.ASK_RETURN, reason(body), List.of(), them);
            case EXTENSION_ASKED -> act(c, Act.ASK_EXTENSION, copy(reason(body), body, "limit"), List.of(), them);
            case HOLD_ASKED -> act(c, Act.ASK_HOLD, copy(reason(body), body, "until"), List.of(), them);
            case ORDER_ANSWERED -> {
                if (word(letter, "order").equals("incomplete")) {
                    act(c, Act.HANDLE, opinion(body, "已补充"), Gateways.evidence(body), them);
                } else {
                    act(c, Act.ANSWER, opinion(body, "已答复").put("order", word(letter, "order")), Gateways.evidence(body), them);
                }
            }
            default -> throw new IllegalStateException("not from a taker: " + kind);
        }
        return new Verdict.Done(link.ours());
    }

    private Verdict fromGiver(LetterKind kind, Letter letter, Partner partner) {
        Link link = link(letter, partner).orElse(null);
        if (link == null || link.part() != Link.Part.TAKER) {
            return unknownCase(letter);
        }
        ObjectNode body = letter.body();
        link = link.at(word(letter, "stage"), word(letter, "act"));
        Case c = find(link.ours(), gateways.command());
        if (c == null) {
            return unknownCase(letter);
        }
        boolean granted = body.path("granted").asBoolean(false);
        return switch (kind) {
            case EXTENSION_DECIDED -> keep(link.wish(null).due(granted ? time(body, link.due()) : link.due()),
                    granted ? "交办方同意延期至 " + word(letter, "due") : "交办方不同意延期：" + word(letter, "reason"), "extension decided");
            case HOLD_DECIDED -> keep(granted ? link.wish(null).with("hold") : link.wish(null),
                    granted ? "交办方同意挂账" : "交办方不同意挂账：" + word(letter, "reason"), "hold decided");
            case HOLD_RELEASED -> keep(link.without("hold").due(time(body, link.due())), "交办方已销账，请恢复处置", "hold released");
            case CHECK_TASK -> keep(link, "交办方已派人核查", "the giver checks");
            case RETURN_DECIDED -> granted ? takenBack(link, c, "交办方同意退回") : keep(link.wish(null), "交办方不同意退回："
                    + word(letter, "reason"), "return refused");
            case ANNULLED -> takenBack(link, c, "交办方撤回案件：" + word(letter, "reason"));
            case ORDER -> order(link, c, orderAct(word(letter, "act")), word(letter, "opinion"), word(letter, "order"));
            case SENT_BACK -> order(link, c, Act.INSTRUCT, "结果不完整，请补充：" + word(letter, "reason"), "incomplete");
            case CHECK_RESULT -> checked(link, c, body);
            case CLOSED -> closed(link, c, body);
            default -> throw new IllegalStateException("not from a giver: " + kind);
        };
    }

    /// 督办: an order on our case, so that our unit owes an answer.
    private Verdict order(Link link, Case c, Act act, String text, String theirs) {
        if (ENDED.contains(c.state())) {
            return new Verdict.NeedsPerson("case-ended", "本级案件已终结，不能再督办；请监督中心主任重新立案");
        }
        Case after = act(c, act, told.empty().put("opinion", text.isBlank() ? act.text().zh() : text), List.of(), gateways.supervision());
        links.put(link.with("order-" + after.orders().size() + "-" + theirs), clock.instant());
        return new Verdict.Done(link.ours());
    }

    /// 核查结果: the giver's check stands for ours.
    private Verdict checked(Link link, Case c, ObjectNode body) {
        boolean passed = body.path("passed").asBoolean(false);
        List<Evidence> photos = Gateways.evidence(body, Evidence.Kind.CHECK);
        if (!passed && c.state().equals("failed")) {
            // Our own collector has found the same.
            links.put(link, clock.instant());
            return new Verdict.Done(link.ours());
        }
        if (photos.isEmpty() && List.of("to-check", "checking", "to-close").contains(c.state())) {
            return new Verdict.NeedsPerson("no-check-photo", "交办方的核查结果没有附照片；请由本级采集员核查本案，再重新办理此信");
        }
        if (passed && List.of("to-check", "checking").contains(c.state())) {
            act(c, Act.PASS_CHECK, opinion(body, "交办方核查通过"), photos, gateways.supervision());
        } else if (!passed && List.of("to-check", "checking", "to-close").contains(c.state())) {
            act(c, Act.FAIL_CHECK, reason(body), photos, gateways.supervision());
        } else if (!passed) {
            return new Verdict.NeedsPerson("not-in-check", "交办方核查不通过，但本级案件处于“" + c.state() + "”，请核对");
        }
        links.put(link, clock.instant());
        return new Verdict.Done(link.ours());
    }

    private Verdict closed(Link link, Case c, ObjectNode body) {
        Link over = link.with("closed").active(false);
        if (c.state().equals("to-close")) {
            links.put(over, clock.instant());
            act(c, Act.CLOSE, opinion(body, "交办方已结案"), List.of(), gateways.supervision());
            return new Verdict.Done(link.ours());
        }
        links.put(over, clock.instant());
        if (!ENDED.contains(c.state())) {
            bell.ring("交办方已结案，请办结本级案件", "the giver has closed the case", link.ours());
        }
        return new Verdict.Done(link.ours());
    }

    /// 撤回: our case ends too; while a unit has it, the command center takes it back first.
    private Verdict takenBack(Link link, Case before, String why) {
        Link over = link.with("return").wish(null);
        links.put(over, clock.instant());
        Case c = before;
        if (List.of("filed", "to-dispatch").contains(c.state())) {
            c = act(c, Act.RETURN_TO_FILING, told.empty().put("reason", why), List.of(), gateways.command());
        }
        if (ENDED.contains(c.state())) {
            links.put(over.active(false), clock.instant());
            return new Verdict.Done(link.ours());
        }
        if (List.of("handling", "feedback", "transferred").contains(c.state())) {
            return new Verdict.NeedsPerson("unit-has-it", why + "；本级单位正在处置，请先收回再重新办理此信");
        }
        act(c, Act.ANNUL, told.empty().put("reason", why), List.of(), gateways.supervision());
        links.put(over.active(false), clock.instant());
        return new Verdict.Done(link.ours());
    }

    private Verdict keep(Link link, String zh, String en) {
        links.put(link, clock.instant());
        bell.ring(zh, en, link.ours());
        return new Verdict.Done(link.ours());
    }

    private Verdict copy(Letter letter, Partner partner) {
        ObjectNode body = letter.body();
        links.put(new LinkTables.Copy(partner.id(), sender(letter), body.path("stage").asString("collection"),
                body.path("act").asString(""), body.path("round").asInt(1), body.path("classCode").asString(""),
                body.path("address").asString(""), body.path("point").path("longitude").asDouble(0),
                body.path("point").path("latitude").asDouble(0), body.path("description").asString(""),
                body.path("assignedName").asString(body.path("unitName").asString(null)), time(body, null),
                Objects.requireNonNullElse(moment(body.path("begunAt").asString("")), letter.written().toInstant()),
                Objects.requireNonNullElse(moment(body.path("at").asString("")), letter.written().toInstant()), body.toString()));
        return Verdict.DONE;
    }

    /// 业务答复: what became of a letter of ours.
    public void answered(Letter letter, Partner partner) {
        ObjectNode body = letter.body();
        if (letter.answers() == null) {
            return;
        }
        boolean accepted = body.path("accepted").asBoolean(false);
        outbox.answered(letter.answers(), accepted, body.path("code").asString(null), body.path("text").asString(null), clock.instant());
        OutboxTables.Outgoing ours = outbox.find(letter.answers()).orElse(null);
        if (ours == null || ours.caseKey() == null) {
            return;
        }
        LetterKind kind = LetterKind.ofWord(ours.kind()).orElseThrow();
        Link link = links.find(partner.id(), ours.caseKey()).orElse(null);
        if (link == null || link.part() != Link.Part.GIVER
                || !List.of(LetterKind.HAND_DOWN, LetterKind.REFER_UP, LetterKind.REWORK).contains(kind)) {
            if (!accepted && link != null) {
                bell.ring("“" + kind.text().zh() + "”未被接受：" + body.path("text").asString(""), "a letter was not accepted", link.ours());
            }
            return;
        }
        ScopedValue.where(Applying.FROM, partner.id()).run(() -> received(link, partner, accepted, body));
    }

    private void received(Link link, Partner partner, boolean accepted, ObjectNode body) {
        Performer them = gateways.of(partner);
        Case c = find(link.ours(), them);
        if (accepted) {
            String number = body.path("number").asString(link.theirs());
            links.put((link.stage() == null ? link.at("dispatch", "import") : link).theirs(number), clock.instant());
            if (c != null && c.state().equals("transferred")) {
                act(c, Act.RECEIVE, number == null ? told.empty() : told.empty().put("number", number), List.of(), them);
            }
        } else if (c != null && List.of("transferred", "handling").contains(c.state()) && c.pending().isEmpty()) {
            act(c, Act.ASK_RETURN, told.empty().put("reason", partner.name().zh() + "不接受：" + body.path("text").asString("")), List.of(), them);
        }
    }

    private @Nullable Case find(String number, Performer performer) {
        return room.find(CaseNumber.of(number), performer).orElse(null);
    }

    private Case act(Case c, Act act, ObjectNode said, List<Evidence> evidence, Performer performer) {
        return room.perform(ActRequest.on(c.number(), act, gateways.particulars(said, evidence)), performer).theCase();
    }

    private Optional<Link> link(Letter letter, Partner partner) {
        if (letter.numbers() == null) {
            return Optional.empty();
        }
        String ours = letter.numbers().receiver();
        return ours == null ? links.byTheirs(partner.id(), letter.numbers().sender()) : links.find(partner.id(), ours)
                .or(() -> links.byTheirs(partner.id(), letter.numbers().sender()));
    }

    private static Verdict unknownCase(Letter letter) {
        return new Verdict.Refused("unknown-case", "没有与 " + Tenancy.current() + " 的这一案件对应的交办关系："
                + (letter.numbers() == null ? "信中没有案件编号" : letter.numbers().sender()));
    }

    private static String sender(Letter letter) {
        return letter.numbers() == null ? "" : letter.numbers().sender();
    }

    private static String receiver(Letter letter) {
        return letter.numbers() == null || letter.numbers().receiver() == null ? "" : letter.numbers().receiver();
    }

    private static String word(Letter letter, String field) {
        return letter.body().path(field).asString("");
    }

    private ObjectNode opinion(ObjectNode body, String otherwise) {
        String said = body.path("opinion").asString("");
        return told.empty().put("opinion", said.isBlank() ? otherwise : said);
    }

    private ObjectNode reason(ObjectNode body) {
        String said = body.path("reason").asString(body.path("opinion").asString(""));
        return told.empty().put("reason", said.isBlank() ? "对方未说明理由" : said);
    }

    private static ObjectNode copy(ObjectNode said, ObjectNode body, String field) {
        return body.hasNonNull(field) ? said.put(field, body.path(field).asString("")) : said;
    }

    private static Act orderAct(String word) {
        return Act.ofWord(word).filter(act -> act == Act.EXPEDITE || act == Act.REMIND || act == Act.INSTRUCT).orElse(Act.INSTRUCT);
    }

    private static @Nullable Instant time(ObjectNode body, @Nullable Instant otherwise) {
        Instant at = moment(body.path("due").asString(""));
        return at == null ? otherwise : at;
    }

    static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
