package jingwei.exchange.stranger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.carriage.Bundle;
import jingwei.exchange.carriage.Carrier;
import jingwei.exchange.carriage.MediaPass;
import jingwei.exchange.carriage.Receipts;
import jingwei.exchange.carriage.Receipts.LetterReceipt;
import jingwei.exchange.carriage.Receipts.Outcome;
import jingwei.exchange.carriage.Receiver;
import jingwei.exchange.carriage.Sealed;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.StrangerTables;
import jingwei.exchange.store.StrangerTables.Foreign;
import jingwei.exchange.stranger.Dialect.Message;
import jingwei.exchange.stranger.Dialect.Side;
import jingwei.media.MediaItem;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 网关递送: carries letters to a stranger's gateway as its own messages, one call each, and signs the receipts in its name, because
/// it gives none. What has gone is kept with its bytes and does not go again; only a crash between the call and that keeping can
/// say a thing twice.
@Component
class GatewayCarrier implements Carrier {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LARGEST_ANSWER = 256 * 1024;
    /// Our answer is a message of its own only where it refuses what the stranger waits for.
    private static final Set<String> GIVEN = Set.of("hand-down", "rework");
    private static final Set<String> REPORTED = Set.of("done", "return-asked", "extension-asked", "hold-asked", "order-answered");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build();
    private final StrangerTables tables;
    private final InboxTables inbox;
    private final ExchangeSettings settings;
    private final Dialects dialects;
    private final Attached attached;
    private final Mail mail;
    private final PlatformClock business;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final Duration patience;

    GatewayCarrier(StrangerTables tables, InboxTables inbox, ExchangeSettings settings, Dialects dialects, Attached attached, Mail mail,
            PlatformClock business, Clock clock, JsonMapper json, ApplicationEventPublisher events, PlatformTransactionManager transactions,
            @Value("${jingwei.exchange.patience:PT20S}") Duration patience) {
        this.tables = tables;
        this.inbox = inbox;
        this.settings = settings;
        this.dialects = dialects;
        this.attached = attached;
        this.mail = mail;
        this.business = business;
        this.clock = clock;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
        this.events = events;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.patience = patience;
    }

    @Override
    public boolean reaches(Partner partner) {
        return partner.gateway();
    }

    @Override
    public Sealed carry(Partner partner, Bundle bundle) throws Unreachable {
        Foreign stranger = own.execute(status -> tables.find(partner.id()).orElse(null));
        if (stranger == null) {
            throw new Unreachable("异构平台的设置不见了");
        }
        Dialect dialect = dialects.read(stranger.dialect());
        if (bundle.letters().isEmpty()) {
            knock(partner);
        }
        List<LetterReceipt> receipts = new ArrayList<>();
        long highest = partner.confirmed();
        for (Sealed sealed : bundle.letters()) {
            Letter letter = json.readValue(sealed.open(), Letter.class);
            try {
                receipts.add(new LetterReceipt(letter.id(), say(partner, stranger, dialect, letter), null, null));
                highest = Math.max(highest, letter.sequence());
            } catch (Unreadable e) {
                receipts.add(new LetterReceipt(letter.id(), Outcome.REFUSED, e.code(), e.why()));
            } catch (Unreachable e) {
                if (receipts.isEmpty()) {
                    throw e;
                }
                // What has gone is told now; the rest is tried again in the next bundle, which says why.
                break;
            }
        }
        return signed(bundle, receipts, highest, stranger);
    }

    @Override
    public void bring(Partner partner, MediaItem item, Content content, MediaPass pass) {
        // Evidence travels inside the messages; a stranger asks for none.
    }

    private Outcome say(Partner partner, Foreign stranger, Dialect dialect, Letter letter) throws Unreadable, Unreachable {
        if (Boolean.TRUE.equals(own.execute(status -> tables.gone(partner.id(), letter.id())))) {
            return Outcome.REPEATED;
        }
        boolean above = partner.standing() == Partner.Standing.ABOVE;
        ObjectNode scope = scope(partner, stranger, letter, above);
        Message message = message(dialect, letter, scope, above ? Side.TAKER : Side.GIVER);
        if (message == null) {
            return Outcome.RECEIVED;
        }
        scope.put("code", message.code()).put("name", message.name());
        mapClass(partner, scope);
        Element document = document(dialect, message, scope, letter);
        byte[] bytes = enveloped(dialect, stranger, message, document);
        call(partner, dialect, bytes);
        boolean given = !above && GIVEN.contains(letter.kind());
        own.executeWithoutResult(status -> {
            tables.insert(new StrangerTables.Message(UuidCreator.getTimeOrderedEpoch(), partner.id(), false, message.code(),
                    number(scope, above), letter.kind(), scope.at("/numbers/round").asInt(1), letter.id(), letter.id().toString(), bytes,
                    clock.instant(), 0));
            if (given) {
                // It answers nothing; that its gateway took the case is all the acceptance there will be.
                mail.keep(partner.id(), List.of(new Mail.Draft(LetterKind.ANSWER.word(), null, letter.id(),
                        json.createObjectNode().put("accepted", true), null, null)));
            }
        });
        if (given) {
            events.publishEvent(new Receiver.LetterCame(Tenancy.current(), partner.id()));
        }
        return Outcome.RECEIVED;
    }

    private ObjectNode scope(Partner partner, Foreign stranger, Letter letter, boolean above) {
        ObjectNode scope = json.createObjectNode().put("us", stranger.ourCode()).put("them", stranger.theirCode()).put("id", letter.id().toString());
        ObjectNode numbers = scope.putObject("numbers");
        Letter.Numbers both = letter.numbers();
        InboxTables.Incoming answered = letter.answers() == null ? null
                : own.execute(status -> inbox.find(partner.id(), Objects.requireNonNull(letter.answers())).orElse(null));
        String ours = both == null ? null : both.sender();
        String theirs = both != null && both.receiver() != null ? both.receiver() : answered == null ? null : answered.caseKey();
        numbers.put("giver", above ? theirs : ours).put("taker", above ? ours : theirs).put("round", both == null ? 1 : both.round());
        scope.set("body", letter.body().deepCopy());
        if (answered != null) {
            scope.put("answered", answered.kind());
        }
        return scope;
    }

    private static @Nullable Message message(Dialect dialect, Letter letter, ObjectNode scope, Side side) {
        if (letter.kind().equals(LetterKind.ANSWER.word()) && (letter.body().path("accepted").asBoolean(false)
                || !(side == Side.TAKER ? GIVEN : REPORTED).contains(scope.path("answered").asString("")))) {
            return null;
        }
        return dialect.messages().stream().filter(each -> each.from() == side && !Boolean.TRUE.equals(each.in())
                && each.kinds().contains(letter.kind()) && (each.given() == null
                || scope.at(each.given().getFirst()).asString("").equals(each.given().getLast()))).findFirst().orElse(null);
    }

    /// Our class by its code there, where the table of codes names one.
    private void mapClass(Partner partner, ObjectNode scope) {
        String ours = scope.at("/body/classCode").asString("");
        if (!ours.isEmpty()) {
            String theirs = own.execute(status -> settings.theirs(partner.id(), "class", ours, business.today()).orElse(ours));
            ((ObjectNode) scope.get("body")).put("classCode", theirs);
        }
    }

    private Element document(Dialect dialect, Message message, ObjectNode scope, Letter letter) throws Unreadable {
        Wording wording = new Wording(dialect);
        Element plain = wording.write(message, scope.deepCopy());
        attached.write(dialect, letter.body(), plain);
        List<Element> body = dialect.body().isEmpty() ? List.of(plain) : Xml.all(plain, dialect.body());
        scope.put("hash", Strangers.hash(Xml.write(body.isEmpty() ? plain : body.getFirst(), "UTF-8").getBytes(StandardCharsets.UTF_8)));
        Element whole = wording.write(message, scope.deepCopy());
        attached.write(dialect, letter.body(), whole);
        return whole;
    }

    private static byte[] enveloped(Dialect dialect, Foreign stranger, Message message, Element document) {
        Element envelope = Xml.root("soap:Envelope", null);
        envelope.setAttribute("xmlns:soap", "http://schemas.xmlsoap.org/soap/envelope/");
        Element call = Xml.add(Xml.add(envelope, "soap:Body"), dialect.call().operation());
        call.setAttribute("xmlns", dialect.call().namespace());
        for (List<String> parameter : dialect.call().parameters()) {
            Xml.add(call, parameter.getFirst()).setTextContent(switch (parameter.getLast()) {
                case "code" -> message.code();
                case "us" -> stranger.ourCode();
                case "them" -> stranger.theirCode();
                default -> Xml.write(document, dialect.charset());
            });
        }
        return Xml.write(envelope, dialect.charset()).getBytes(Charset.forName(dialect.charset()));
    }

    private void call(Partner partner, Dialect dialect, byte[] bytes) throws Unreachable, Unreadable {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri(partner)).timeout(patience)
                .header("Content-Type", "text/xml; charset=" + dialect.charset())
                .header("SOAPAction", "\"" + dialect.call().namespace() + "/" + dialect.call().operation() + "\"")
                .POST(BodyPublishers.ofByteArray(bytes)).build());
        if (answer.statusCode() / 100 != 2) {
            throw new Unreachable("对方网关答复 " + answer.statusCode());
        }
        if (!dialect.reply().needed()) {
            return;
        }
        String said;
        try {
            Element body = Xml.find(Xml.parse(Xml.text(answer.body(), null)), "Body");
            said = body == null ? "" : body.getTextContent().strip();
        } catch (Unreadable e) {
            throw new Unreachable("对方网关的答复读不懂");
        }
        String between = dialect.reply().between();
        if (said.equals(dialect.reply().ok()) || !between.isEmpty() && said.startsWith(dialect.reply().ok() + between)) {
            return;
        }
        if (said.startsWith(dialect.reply().failed())) {
            String why = said.substring(dialect.reply().failed().length());
            throw new Unreadable("stranger-refused", "对方答复失败：" + (why.startsWith(between) ? why.substring(between.length()) : why));
        }
        throw new Unreachable("对方网关的答复读不懂");
    }

    /// Any answer shows that somebody is there.
    private void knock(Partner partner) throws Unreachable {
        send(HttpRequest.newBuilder(uri(partner)).timeout(patience).GET().build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws Unreachable {
        CompletableFuture<HttpResponse<byte[]>> going = http.sendAsync(request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return going.get(patience.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            going.cancel(true);
            throw new Unreachable("对方网关在 " + patience.toSeconds() + " 秒内没有答完");
        } catch (ExecutionException e) {
            Throwable why = Objects.requireNonNullElse(e.getCause(), e);
            throw new Unreachable("对方网关连不上：" + Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("被中断");
        }
    }

    private static URI uri(Partner partner) {
        return URI.create(partner.address().substring(Partner.GATEWAY.length()));
    }

    private static String number(ObjectNode scope, boolean above) {
        JsonNode theirs = scope.at(above ? "/numbers/giver" : "/numbers/taker");
        JsonNode ours = scope.at(above ? "/numbers/taker" : "/numbers/giver");
        return theirs.asString("").isEmpty() ? ours.asString("") : theirs.asString("");
    }

    private Sealed signed(Bundle bundle, List<LetterReceipt> receipts, long highest, Foreign stranger) throws Unreachable {
        try {
            byte[] bytes = json.writeValueAsBytes(new Receipts(bundle.to(), bundle.from(), Receiver.digest(bundle), receipts, highest, null, List.of(),
                    OffsetDateTime.ofInstant(clock.instant(), ZONE)));
            return Sealed.of(bytes, Seal.ED25519.sign(stranger.privateKey(), bytes));
        } catch (JacksonException e) {
            throw new Unreachable("回执写不出");
        }
    }
}
