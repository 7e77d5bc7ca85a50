package jingwei.exchange.join;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import jingwei.exchange.Partner;
import jingwei.exchange.carriage.Sealed;
import jingwei.exchange.publish.Publishing;
import jingwei.exchange.seal.KeyRing;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.PartnerTables;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 接入: a county is invited by a one-time code; both sides learn each other's key in one exchange, and what is common (分类规范,
/// 流程, 日历) sets out at once. Revoking works from the next letter on.
@Component
public class Joining {

    private static final Duration VALID = Duration.ofDays(7);
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private final PartnerTables partners;
    private final Platforms platforms;
    private final KeyRing keys;
    private final Publishing publishing;
    private final JoinCall call;
    private final Journal journal;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate own;
    private final boolean plain;

    Joining(PartnerTables partners, Platforms platforms, KeyRing keys, Publishing publishing, JoinCall call, Journal journal,
            Clock clock, JsonMapper json, PlatformTransactionManager transactions,
            @Value("${jingwei.exchange.plain-http:false}") boolean plain) {
        this.partners = partners;
        this.platforms = platforms;
        this.keys = keys;
        this.publishing = publishing;
        this.call = call;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.plain = plain;
    }

    /// 邀请. @param code shown once; only its digest is kept
    public record Invitation(String code, PlatformId partner, Instant expiresAt) {
    }

    /// 自我介绍: what each side says of itself, signed with the key it names, so that nobody introduces a key he does not hold.
    ///
    /// @param code      the invitation, in the asker's; null in the answer
    /// @param algorithm `Ed25519` or `SM2`
    /// @param address   where letters for it go
    public record Card(@Nullable String code, PlatformId platform, String nameZh, String nameEn, String region, String algorithm,
            String publicKey, String address) {
    }

    /// @param unit the organization that will stand for the invited platform
    @Transactional
    public Invitation invite(PlatformId partner, @Nullable String unit) {
        if (partner.equals(Tenancy.current())) {
            throw refuse(Refusal.Kind.UNPROCESSABLE, "itself", "平台不能与自己交换", "a platform does not exchange with itself",
                    "请填写对方的平台标识", "name the other platform");
        }
        SecureRandom random = new SecureRandom();
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        String code = Tenancy.current() + "." + secret;
        Instant now = clock.instant();
        partners.invite(digest(code), partner, unit, now, now.plus(VALID));
        write(partner, "partner-invited", Map.of("unit", unit == null ? "" : unit));
        return new Invitation(code, partner, now.plus(VALID));
    }

    /// 受邀方接入: introduces this platform at the inviter's address and keeps what it answers.
    ///
    /// @param address `https://…` of the inviter, or `loopback` where it is on the same server
    /// @param ours    where letters for this platform go, from the inviter's side
    @Transactional
    public Partner join(String address, String code, String ours, @Nullable String unit) {
        requireAddress(address);
        requireAddress(ours);
        Card answer = opened(address.equals(Partner.LOOPBACK) ? accept(signed(code, Partner.LOOPBACK)) : call.post(address, signed(code, ours)));
        partners.join(answer.platform(), Text.of(answer.nameZh(), answer.nameEn()), answer.region(), Partner.Standing.ABOVE, address,
                answer.algorithm(), answer.publicKey(), unit, clock.instant());
        write(answer.platform(), "partner-joined", Map.of("address", address, "standing", "ABOVE"));
        return partners.find(answer.platform()).orElseThrow();
    }

    /// 邀请方受理: the code is used up, the card is kept, our own card is the answer.
    ///
    /// @throws RefusedException `bad-card`, `bad-code`
    public Sealed accept(Sealed sealed) {
        Card card = opened(sealed);
        String code = card.code() == null ? "" : card.code();
        int dot = code.indexOf('.');
        if (dot < 1 || platforms.find(id(code.substring(0, dot))).isEmpty()) {
            throw badCode();
        }
        PlatformId inviter = id(code.substring(0, dot));
        return Tenancy.within(inviter, () -> own.execute(status -> {
            PartnerTables.Invitation invitation = partners.use(digest(code), clock.instant())
                    .filter(found -> found.partner().equals(card.platform())).orElseThrow(Joining::badCode);
            requireAddress(card.address());
            partners.join(card.platform(), Text.of(card.nameZh(), card.nameEn()), card.region(), Partner.Standing.BELOW, card.address(),
                    card.algorithm(), card.publicKey(), invitation.unit(), clock.instant());
            write(card.platform(), "partner-joined", Map.of("address", card.address(), "standing", "BELOW"));
            publishing.publish(card.platform());
            return signed(null, Partner.LOOPBACK.equals(card.address()) ? Partner.LOOPBACK : "");
        }));
    }

    /// 吊销: no letter of it is taken and none goes to it from now on. @throws RefusedException `no-such-partner`
    @Transactional
    public void revoke(PlatformId partner, String reason) {
        if (!partners.revoke(partner, clock.instant())) {
            throw noSuchPartner(partner);
        }
        write(partner, "partner-revoked", Map.of("reason", reason));
    }

    /// @return the refusal `no-such-partner`
    public static RefusedException noSuchPartner(PlatformId partner) {
        return refuse(Refusal.Kind.NOT_FOUND, "no-such-partner", "“" + partner + "”没有接入", partner + " has not joined",
                "请先邀请或接入", "invite it or join it first");
    }

    private Sealed signed(@Nullable String code, String address) {
        Platform us = platforms.find(Tenancy.current()).orElseThrow();
        Seal.Pair key = keys.current();
        byte[] bytes = json.writeValueAsBytes(new Card(code, us.id(), us.name().zh(), us.name().en(), us.region(), key.seal().word(),
                key.publicKey(), address));
        return Sealed.of(bytes, key.seal().sign(key.privateKey(), bytes));
    }

    private Card opened(Sealed sealed) {
        try {
            byte[] bytes = sealed.open();
            Card card = json.readValue(bytes, Card.class);
            if (Seal.of(card.algorithm()).verify(card.publicKey(), bytes, sealed.mark())) {
                return card;
            }
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            // said below
        }
        throw refuse(Refusal.Kind.UNPROCESSABLE, "bad-card", "接入请求的格式或签名不对", "the card is malformed or not signed by its key",
                "请由对方系统重新发起", "let the other system begin again");
    }

    private void requireAddress(String address) {
        if (address.equals(Partner.LOOPBACK)) {
            return;
        }
        try {
            URI uri = URI.create(address);
            boolean near = uri.getHost() != null && (uri.getHost().equals("127.0.0.1") || uri.getHost().equals("localhost"));
            if (uri.getHost() != null && uri.getPath().isEmpty()
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && (near || plain))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw refuse(Refusal.Kind.UNPROCESSABLE, "bad-address", "地址“" + address + "”不能用于交换", "the address cannot be used",
                "请填写 https://主机名（不带路径），同一服务器上的平台填 loopback", "give https://host without a path, or loopback");
    }

    private void write(PlatformId partner, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.EXCHANGE, partner.value(), action, detail);
    }

    private static PlatformId id(String word) {
        try {
            return PlatformId.of(word);
        } catch (RefusedException e) {
            throw badCode();
        }
    }

    private static RefusedException badCode() {
        return refuse(Refusal.Kind.NOT_ALLOWED, "bad-code", "接入码不对、已用过、已过期或不是给这个平台的",
                "the code is wrong, used, expired or for another platform", "请对方管理员重新邀请", "ask for a new invitation");
    }

    private static RefusedException refuse(Refusal.Kind kind, String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EXC-01").asException();
    }

    private static String digest(String code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
