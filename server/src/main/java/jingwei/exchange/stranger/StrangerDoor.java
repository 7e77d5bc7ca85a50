package jingwei.exchange.stranger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.carriage.Receiver;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.exchange.store.StrangerTables;
import jingwei.exchange.store.StrangerTables.Foreign;
import jingwei.exchange.stranger.Dialect.Message;
import jingwei.exchange.stranger.Dialect.Side;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 异构平台的来门: takes a stranger's message, keeps its bytes, and writes what it says as letters into the inbox.
///
/// He gives no sequence, so a repeat is known by the case's number, the message's code and the digest of its body. He gives no
/// rounds, so a dispatch of a known number is a new round where he had been told that it is done, a refused return where it had
/// been asked back, and otherwise an update. What cannot be read as a message of the dialect waits for a person: he would not be
/// told that it was lost.
@Component
public class StrangerDoor {

    /// Bytes of one message, attachments inside it.
    public static final int LARGEST = 24 * 1024 * 1024;

    private static final int SHOWN = 100_000;

    private final StrangerTables tables;
    private final PartnerTables partners;
    private final InboxTables inbox;
    private final Platforms platforms;
    private final Dialects dialects;
    private final Attached attached;
    private final Mail mail;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final TransactionTemplate joined;

    StrangerDoor(StrangerTables tables, PartnerTables partners, InboxTables inbox, Platforms platforms, Dialects dialects, Attached attached, Mail mail,
            Clock clock, JsonMapper json, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.partners = partners;
        this.inbox = inbox;
        this.platforms = platforms;
        this.dialects = dialects;
        this.attached = attached;
        this.mail = mail;
        this.clock = clock;
        this.json = json;
        this.events = events;
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// 答复. @param status of HTTP: one who reads no answers learns from it that his message was not kept
    public record Answer(int status, String charset, byte[] bytes) {
    }

    /// What one message says.
    private record Said(String code, String number, String knownBy, List<Mail.Draft> drafts, int round) {
    }

    /// @throws RefusedException `bad-door`
    public Answer take(String door, byte[] bytes, @Nullable String charset) {
        int dot = door.indexOf('.');
        PlatformId platform = dot < 1 ? null : platform(door.substring(0, dot)).orElse(null);
        if (platform == null) {
            throw badDoor();
        }
        return Tenancy.within(platform, () -> {
            Foreign stranger = own.execute(status -> tables.byDoor(Strangers.digest(door)).orElseThrow(StrangerDoor::badDoor));
            Dialect dialect = dialects.read(stranger.dialect());
            try {
                Partner partner = own.execute(status -> partners.find(stranger.partner()).orElseThrow());
                if (partner.state() == Partner.State.REVOKED || partner.line() == Partner.Line.CUT) {
                    throw new Unreadable("line-cut", "线路已断开或已吊销，请与本平台管理员联系");
                }
                keep(partner, stranger, dialect, Xml.text(bytes, charset), bytes);
                return answer(dialect, true, dialect.reply().ok());
            } catch (Unreadable e) {
                return answer(dialect, false, dialect.reply().failed() + dialect.reply().between() + e.why());
            }
        });
    }

    private void keep(Partner partner, Foreign stranger, Dialect dialect, String text, byte[] bytes) throws Unreadable {
        Said said = said(partner, stranger, dialect, text);
        boolean fresh = Boolean.TRUE.equals(own.execute(status -> {
            partners.lock(partner.id());
            if (tables.repeated(partner.id(), said.knownBy())) {
                return false;
            }
            UUID letter = mail.keep(partner.id(), said.drafts());
            tables.insert(new StrangerTables.Message(UuidCreator.getTimeOrderedEpoch(), partner.id(), true, said.code(), said.number(),
                    said.drafts().getLast().kind(), said.round(), letter, said.knownBy(), bytes, clock.instant(), 0));
            return true;
        }));
        if (fresh) {
            events.publishEvent(new Receiver.LetterCame(Tenancy.current(), partner.id()));
        }
    }

    /// Reads the envelope, which must be right, and the message, which else waits for a person.
    private Said said(Partner partner, Foreign stranger, Dialect dialect, String text) throws Unreadable {
        Element call = Xml.find(Xml.parse(text), dialect.call().operation());
        if (call == null) {
            throw new Unreadable("not-this-call", "报文里没有操作 " + dialect.call().operation());
        }
        Element holder = Xml.children(call, dialect.parameter("document").orElseThrow()).stream().findFirst()
                .orElseThrow(() -> new Unreadable("not-this-call", "报文里没有参数 " + dialect.parameter("document").orElseThrow()));
        List<Element> inside = Xml.children(holder, "*");
        Element document = inside.isEmpty() ? Xml.parse(holder.getTextContent()) : inside.getFirst();
        requireCode(call, dialect.parameter("us"), stranger.theirCode(), "发送方");
        requireCode(call, dialect.parameter("them"), stranger.ourCode(), "接收方");
        String code = dialect.parameter("code").map(name -> Xml.text(call, name)).orElseGet(() -> Xml.text(document, dialect.code()));
        Side side = partner.standing() == Partner.Standing.ABOVE ? Side.GIVER : Side.TAKER;
        Message message = dialect.messages().stream().filter(each -> each.code().equals(code) && each.from() == side
                && !Boolean.TRUE.equals(each.out()) && (each.when() == null
                || Xml.text(document, each.when().getFirst()).equals(each.when().getLast()))).findFirst().orElse(null);
        List<Element> body = dialect.body().isEmpty() ? List.of(document) : Xml.all(document, dialect.body());
        String digest = Strangers.hash(Xml.write(body.isEmpty() ? document : body.getFirst(), "UTF-8").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ObjectNode scope = json.createObjectNode();
        scope.putObject("numbers");
        scope.putObject("body");
        String why;
        String reason;
        try {
            if (message == null) {
                throw new Unreadable("unknown-message", "对接方言里没有代码为“" + code + "”的报文，或其结果代码没有对照");
            }
            new Wording(dialect).read(message, document, scope);
            String giver = scope.at("/numbers/giver").asString("");
            String taker = scope.at("/numbers/taker").asString("");
            String theirs = side == Side.GIVER ? giver : taker.isEmpty() ? giver : taker;
            String ours = side == Side.GIVER ? taker : giver;
            if (theirs.isEmpty()) {
                throw new Unreadable("no-number", "报文里没有案件编号");
            }
            ObjectNode content = (ObjectNode) scope.get("body");
            attached.read(dialect, message, document, partner, content);
            return drafted(partner, message, theirs, ours.isEmpty() ? null : ours, content, code + "|" + theirs + "|" + digest);
        } catch (Unreadable e) {
            why = e.why();
            reason = e.code();
        } catch (RefusedException e) {
            why = e.refusal().what().zh();
            reason = e.refusal().code();
        }
        ObjectNode shown = json.createObjectNode().put("text", "异构平台报文 " + code).put("document",
                text.length() > SHOWN ? text.substring(0, SHOWN) : text);
        return new Said(code, "", code + "|?|" + digest, List.of(new Mail.Draft("stranger-" + code, null, null, shown, reason, why
                + "；请改对接方言后“重新读”，或“不接受”并与对方联系")), 1);
    }

    private Said drafted(Partner partner, Message message, String theirs, @Nullable String ours, ObjectNode body, String knownBy) {
        LetterKind kind = LetterKind.ofWord(message.kinds().getFirst()).orElseThrow();
        List<Mail.Draft> drafts = new ArrayList<>();
        int round = 1;
        if (kind == LetterKind.HAND_DOWN) {
            StrangerTables.Message turn = own.execute(status -> tables.turn(partner.id(), theirs).orElse(null));
            round = turn == null ? 1 : turn.round();
            String reason = body.path("opinion").asString("").isBlank() ? "交办方再次派遣" : body.path("opinion").asString("");
            if (turn != null && !turn.in() && turn.kind().equals(LetterKind.DONE.word())) {
                ObjectNode failed = json.createObjectNode().put("passed", false).put("reason", reason);
                if (body.has("media")) {
                    // What shows the place before our next round is what its collector saw.
                    failed.set("media", body.get("media").deepCopy());
                    failed.get("media").forEach(each -> ((ObjectNode) each).put("shows", "check"));
                }
                drafts.add(Mail.Draft.of(LetterKind.CHECK_RESULT, new Letter.Numbers(theirs, ours, round), failed));
                round++;
                kind = LetterKind.REWORK;
            } else if (turn != null && !turn.in() && turn.kind().equals(LetterKind.RETURN_ASKED.word())) {
                drafts.add(Mail.Draft.of(LetterKind.RETURN_DECIDED, new Letter.Numbers(theirs, ours, round),
                        json.createObjectNode().put("granted", false).put("reason", reason)));
            }
            if (body.path("reporter") instanceof ObjectNode reporter && !reporter.has("wantsReply")) {
                reporter.put("wantsReply", false);
            }
        }
        drafts.add(Mail.Draft.of(kind, new Letter.Numbers(theirs, ours, round), body));
        return new Said(message.code(), theirs, knownBy, drafts, round);
    }

    /// 重新读: a message that could not be read, with the dialect as it is now. Answers whether it could be;
    /// the rounds then apply it.
    ///
    /// @throws RefusedException `no-such-letter`
    public boolean readAgain(PlatformId from, UUID letter, String by) {
        InboxTables.Incoming waiting = own.execute(status -> inbox.find(from, letter).filter(each -> each.state().equals("PERSON")
                && each.kind().startsWith("stranger-")).orElseThrow(StrangerDoor::noSuchLetter));
        Foreign stranger = own.execute(status -> tables.find(from).orElseThrow(StrangerDoor::noSuchLetter));
        Partner partner = own.execute(status -> partners.find(from).orElseThrow(StrangerDoor::noSuchLetter));
        StrangerTables.Message message = own.execute(status -> tables.ofLetter(from, letter).orElseThrow(StrangerDoor::noSuchLetter));
        try {
            Said said = said(partner, stranger, dialects.read(stranger.dialect()), Xml.text(message.bytes(), null));
            if (said.drafts().getFirst().why() != null) {
                return false;
            }
            joined.executeWithoutResult(status -> {
                inbox.settle(from, waiting.id(), "DONE", "read-again", "已按新的对接方言重新读", clock.instant(), by);
                UUID first = mail.keep(from, said.drafts());
                tables.understood(message.id(), said.code(), said.number(), said.drafts().getLast().kind(), said.round(), first, said.knownBy());
            });
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static void requireCode(Element call, Optional<String> parameter, String expected, String who) throws Unreadable {
        if (parameter.isPresent() && !Xml.text(call, parameter.get()).equals(expected)) {
            throw new Unreadable("wrong-platform", who + "代码“" + Xml.text(call, parameter.get()) + "”不对，应为“" + expected + "”");
        }
    }

    private static Answer answer(Dialect dialect, boolean taken, String said) {
        Element envelope = Xml.root("soap:Envelope", null);
        envelope.setAttribute("xmlns:soap", "http://schemas.xmlsoap.org/soap/envelope/");
        Element answer = Xml.add(Xml.add(envelope, "soap:Body"), dialect.call().operation() + "Response");
        answer.setAttribute("xmlns", dialect.call().namespace());
        Xml.add(answer, "return").setTextContent(said);
        return new Answer(taken || dialect.reply().needed() ? 200 : 400, dialect.charset(), Xml.write(envelope, dialect.charset()).getBytes(Charset.forName(dialect.charset())));
    }

    private Optional<PlatformId> platform(String word) {
        try {
            PlatformId id = PlatformId.of(word.toLowerCase(Locale.ROOT));
            return platforms.find(id).map(known -> id);
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static RefusedException badDoor() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "bad-door", Text.of("这个地址不收报文", "no messages are taken at this address"),
                Text.of("请向本平台管理员要专用地址", "ask the administrator for your address")).under("EXC-01").asException();
    }

    private static RefusedException noSuchLetter() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-letter", Text.of("没有这封等人处理的异构平台来信", "no such message waits"),
                Text.of("请从收件箱里选择", "choose from the inbox")).under("EXC-06").asException();
    }
}
