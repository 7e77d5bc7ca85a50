package jingwei.exchange.stranger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.join.Joining;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.exchange.store.PartnerTables;
import jingwei.exchange.store.StrangerTables;
import jingwei.exchange.store.StrangerTables.Foreign;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 接入异构平台: a partner that cannot sign is taken in by a door of its own, whose address nobody else knows, and by the address of
/// its gateway. Kinds of letters its dialect has no message for are set as not sent, where everybody sees it.
@Component
public class Strangers {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int SECRET = 40;

    private final StrangerTables tables;
    private final PartnerTables partners;
    private final ExchangeSettings settings;
    private final Dialects dialects;
    private final Journal journal;
    private final Clock clock;
    private final boolean plain;

    Strangers(StrangerTables tables, PartnerTables partners, ExchangeSettings settings, Dialects dialects, Journal journal, Clock clock,
            @Value("${jingwei.exchange.plain-gateways:true}") boolean plain) {
        this.tables = tables;
        this.partners = partners;
        this.settings = settings;
        this.dialects = dialects;
        this.journal = journal;
        this.clock = clock;
        this.plain = plain;
    }

    /// 接入的结果. @param door path where the stranger puts its messages in; shown once, only its digest is kept
    public record TakenIn(Partner partner, String door) {
    }

    /// 接入的要求.
    ///
    /// @param dialect one that is shipped
    public record Wish(PlatformId partner, Text name, String region, Partner.Standing standing, String address, String dialect, String ourCode,
            String theirCode, @Nullable String unit) {
    }

    /// Takes it in, or gives it a new door where it is in already.
    ///
    /// @throws RefusedException `itself`, `bad-address`, `bad-dialect`, `signs-itself`
    @Transactional
    public TakenIn takeIn(Wish wish, String by) {
        if (wish.partner().equals(Tenancy.current())) {
            throw refuse("itself", "平台不能与自己交换", "a platform does not exchange with itself", "请填写对方的平台标识", "name the other platform");
        }
        Foreign before = tables.find(wish.partner()).orElse(null);
        if (before == null && partners.find(wish.partner()).isPresent()) {
            throw refuse("signs-itself", "“" + wish.partner() + "”已用接入码接入，收发签名信件", "it has joined with a code and signs its letters",
                    "请换一个标识，或先吊销", "use another id, or revoke it first");
        }
        requireAddress(wish.address());
        Dialect dialect = before == null ? dialects.shipped(wish.dialect()) : dialects.read(before.dialect());
        Seal.Pair key = Seal.ED25519.generate();
        String door = Tenancy.current() + "." + secret();
        partners.join(wish.partner(), wish.name(), wish.region(), wish.standing(), Partner.GATEWAY + wish.address(), key.seal().word(),
                key.publicKey(), wish.unit(), clock.instant());
        if (before == null) {
            // A giver that never says "checked" is told only what we have checked ourselves; then its closing closes ours.
            partners.arrange(wish.partner(), wish.unit(), wish.standing() == Partner.Standing.ABOVE ? Partner.DoneAfter.CHECK
                    : Partner.DoneAfter.FEEDBACK, false, Partner.GATEWAY + wish.address());
        }
        tables.put(new Foreign(wish.partner(), dialects.write(dialect), wish.ourCode(), wish.theirCode(), key.privateKey(), clock.instant(),
                by), digest(door));
        speak(wish.partner(), dialect, by);
        write(wish.partner(), "stranger-taken-in", Map.of("address", wish.address(), "dialect", dialect.id()));
        return new TakenIn(partners.find(wish.partner()).orElseThrow(), "/api/exchange/gateways/" + door);
    }

    /// Another mapping file from the next message on. @throws RefusedException `bad-dialect`, `no-such-partner`
    @Transactional
    public void dialect(PlatformId partner, String text, String by) {
        Dialect dialect = dialects.read(text);
        if (!tables.dialect(partner, dialects.write(dialect), clock.instant(), by)) {
            throw Joining.noSuchPartner(partner);
        }
        speak(partner, dialect, by);
        write(partner, "stranger-dialect", Map.of("dialect", dialect.id(), "messages", dialect.messages().size()));
    }

    public Dialect dialect(PlatformId partner) {
        return dialects.read(tables.find(partner).orElseThrow(() -> Joining.noSuchPartner(partner)).dialect());
    }

    private void speak(PlatformId partner, Dialect dialect, String by) {
        Set<String> spoken = dialect.spoken();
        for (LetterKind kind : LetterKind.values()) {
            // An answer is always written: to a hand-down it becomes a message where it refuses, and nothing where it accepts.
            boolean sends = spoken.contains(kind.word()) || kind == LetterKind.ANSWER;
            if (settings.sends(partner, kind) != sends) {
                settings.putRule(new ExchangeSettings.Rule(partner, kind, sends, settings.takes(partner, kind)), clock.instant(), by);
            }
        }
    }

    private void requireAddress(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && plain)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw refuse("bad-address", "地址“" + address + "”不能用于交换", "the address cannot be used",
                "请填写对方网关的地址，如 https://主机名/services/exchange", "give the address of its gateway");
    }

    private void write(PlatformId partner, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.EXCHANGE, partner.value(), action, detail);
    }

    private static String secret() {
        SecureRandom random = new SecureRandom();
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }

    static String digest(String door) {
        return hash(door.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RefusedException refuse(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EXC-01").asException();
    }
}
