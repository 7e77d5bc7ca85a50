package jingwei.exchange.carriage;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.carriage.Receipts.Outcome;
import jingwei.exchange.carriage.Receipts.LetterReceipt;
import jingwei.exchange.seal.KeyRing;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 收信: checks who wrote a letter and whom it is for, keeps the exact bytes, and only then acknowledges (EXC-06).
///
/// A forged, altered, misdirected, oversized or far-dated letter is refused in its receipt and leaves no trace in the business.
/// A repeat is acknowledged again and has no second effect. What it does not understand (a kind, a newer schema) it keeps, for a
/// person.
@Component
public class Receiver {

    /// Letters in one bundle, and bytes in one letter.
    public static final int MOST = 500;
    public static final int LARGEST = 1024 * 1024;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /// Two servers' clocks may differ by hours; a letter of the day after tomorrow is no accident.
    private static final Duration AHEAD = Duration.ofHours(24);

    private final PartnerTables partners;
    private final InboxTables inbox;
    private final Platforms platforms;
    private final KeyRing keys;
    private final Media media;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;

    Receiver(PartnerTables partners, InboxTables inbox, Platforms platforms, KeyRing keys, Media media, Clock clock,
            JsonMapper json, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.partners = partners;
        this.inbox = inbox;
        this.platforms = platforms;
        this.keys = keys;
        this.media = media;
        this.clock = clock;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
        this.events = events;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// 有信已收.
    public record LetterCame(PlatformId platform, PlatformId partner) {
    }

    /// A letter whose seal is whole, with what it says.
    private record Opened(Letter letter, byte[] bytes, byte[] mark) {
    }

    /// Keeps what may be kept and answers with signed receipts.
    ///
    /// @throws jingwei.standards.RefusedException `not-here`, `not-a-partner`, `partner-revoked`, `line-cut`, `bundle-too-large`
    public Sealed receive(Bundle bundle) {
        if (bundle.letters().size() > MOST) {
            throw Refused.tooMany(MOST);
        }
        if (platforms.find(bundle.to()).isEmpty()) {
            throw Refused.unknownPlatform();
        }
        return Tenancy.within(bundle.to(), () -> {
            Partner sender = own.execute(status -> partners.find(bundle.from()).orElseThrow(Refused::unknownPartner));
            refuseClosed(sender);
            List<LetterReceipt> receipts = new ArrayList<>();
            List<Opened> opened = new ArrayList<>();
            for (Sealed sealed : bundle.letters()) {
                Object result = open(sealed, sender);
                if (result instanceof LetterReceipt refused) {
                    receipts.add(refused);
                } else {
                    opened.add((Opened) result);
                }
            }
            Receipts answer = own.execute(status -> keep(bundle, opened, receipts));
            if (!opened.isEmpty()) {
                events.publishEvent(new LetterCame(bundle.to(), bundle.from()));
            }
            return sign(answer);
        });
    }

    /// Takes a piece of evidence that a letter named. @throws jingwei.standards.RefusedException `bad-media-pass`, `hash-differs` …
    public void media(MediaPass pass, InputStream content, long size) {
        if (platforms.find(pass.to()).isEmpty()) {
            throw Refused.unknownPlatform();
        }
        Tenancy.run(pass.to(), () -> {
            Partner sender = own.execute(status -> partners.find(pass.from()).orElseThrow(Refused::unknownPartner));
            refuseClosed(sender);
            boolean fresh = Duration.between(pass.written().toInstant(), clock.instant()).abs().compareTo(AHEAD) <= 0;
            byte[] mark;
            try {
                mark = java.util.Base64.getDecoder().decode(pass.signature());
            } catch (IllegalArgumentException e) {
                throw Refused.badPass();
            }
            if (!fresh || !Seal.of(sender.algorithm()).verify(sender.publicKey(), pass.bytes(), mark)) {
                throw Refused.badPass();
            }
            // By loopback the sender's own transaction is open: what comes here is another platform's.
            own.executeWithoutResult(status -> media.add(content, size, pass.hash()));
            events.publishEvent(new LetterCame(pass.to(), pass.from()));
        });
    }

    private static void refuseClosed(Partner sender) {
        if (sender.state() == Partner.State.REVOKED) {
            throw Refused.revoked();
        }
        if (sender.line() == Partner.Line.CUT) {
            throw Refused.lineCut();
        }
    }

    /// Either an opened letter or the receipt that refuses it.
    private Object open(Sealed sealed, Partner sender) {
        byte[] bytes;
        byte[] mark;
        try {
            bytes = sealed.open();
            mark = sealed.mark();
        } catch (IllegalArgumentException e) {
            return LetterReceipt.refused(null, "unreadable", "信件不是 Base64 文本");
        }
        if (bytes.length > LARGEST) {
            return LetterReceipt.refused(idIn(bytes), "too-large", "信件超过 1 MB；影音请单独送");
        }
        if (!Seal.of(sender.algorithm()).verify(sender.publicKey(), bytes, mark)) {
            return LetterReceipt.refused(idIn(bytes), "bad-signature", "签名与原文不符，或不是该平台签的");
        }
        Letter letter;
        try {
            letter = json.readValue(bytes, Letter.class);
        } catch (JacksonException e) {
            return LetterReceipt.refused(idIn(bytes), "unreadable", "信件不合格式：" + e.getOriginalMessage());
        }
        if (!Letter.FORMAT.equals(letter.format()) || letter.id() == null || letter.kind() == null || letter.sequence() < 1
                || letter.body() == null || letter.written() == null || letter.schema() == null) {
            return LetterReceipt.refused(letter.id(), "unreadable", "信件缺少必有的栏目");
        }
        if (!sender.id().equals(letter.from()) || !Tenancy.current().equals(letter.to())) {
            return LetterReceipt.refused(letter.id(), "not-for-us", "信件不是发信平台写给本平台的");
        }
        if (letter.written().toInstant().isAfter(clock.instant().plus(AHEAD))) {
            return LetterReceipt.refused(letter.id(), "from-the-future", "写信时刻在一天以后，请校准时钟");
        }
        return new Opened(letter, bytes, mark);
    }

    private Receipts keep(Bundle bundle, List<Opened> opened, List<LetterReceipt> receipts) {
        Partner sender = partners.lock(bundle.from()).orElseThrow(Refused::unknownPartner);
        refuseClosed(sender);
        Instant now = clock.instant();
        Map<UUID, byte[]> known = inbox.known(sender.id(), opened.stream().map(one -> one.letter().id()).toList());
        Set<Long> taken = inbox.taken(sender.id(), opened.stream().map(one -> one.letter().sequence()).toList());
        Map<UUID, byte[]> seen = new HashMap<>(known);
        Set<Long> numbers = new HashSet<>(taken);
        List<InboxTables.Incoming> fresh = new ArrayList<>();
        LinkedHashSet<String> wanted = new LinkedHashSet<>();
        long highest = sender.received();
        boolean behind = false;
        for (Opened one : opened) {
            Letter letter = one.letter();
            byte[] before = seen.get(letter.id());
            if (before != null) {
                receipts.add(Arrays.equals(before, one.bytes()) ? LetterReceipt.kept(letter.id(), Outcome.REPEATED)
                        : LetterReceipt.refused(letter.id(), "altered-repeat", "同一标识的信件以前收到过，内容不同"));
            } else if (!numbers.add(letter.sequence())) {
                // The number was used by another letter: the sender goes on from an older backup.
                behind = true;
                receipts.add(LetterReceipt.refused(letter.id(), "sequence-behind", "流水号 " + letter.sequence() + " 已被另一封信用过"));
            } else {
                seen.put(letter.id(), one.bytes());
                fresh.add(incoming(sender, one, now));
                highest = Math.max(highest, letter.sequence());
                receipts.add(LetterReceipt.kept(letter.id(), Outcome.RECEIVED));
            }
            // Asked for at a repeat, too: the answer that asked the first time may have been lost with the line.
            if ((before == null || Arrays.equals(before, one.bytes())) && letter.body().path("media").isArray()) {
                letter.body().path("media").forEach(item -> want(item, wanted));
            }
        }
        inbox.insert(fresh);
        long whole = fresh.isEmpty() ? sender.contiguous() : inbox.contiguous(sender.id(), sender.contiguous());
        partners.heard(sender.id(), highest, whole, now);
        if (behind) {
            partners.restored(sender.id(), now);
        }
        long next = whole < highest ? inbox.nextAbove(sender.id(), whole) : 0;
        return new Receipts(bundle.to(), bundle.from(), digest(bundle), receipts, highest,
                next > whole + 1 ? new Receipts.Gap(whole + 1, next - 1) : null, List.copyOf(wanted),
                OffsetDateTime.ofInstant(clock.instant(), ZONE));
    }

    private void want(JsonNode item, Set<String> wanted) {
        String hash = item.path("hash").asString("");
        if (hash.matches("[0-9a-f]{64}") && media.find(hash).isEmpty()) {
            wanted.add(hash);
        }
    }

    private static InboxTables.Incoming incoming(Partner sender, Opened one, Instant now) {
        Letter letter = one.letter();
        String state = "WAITING";
        String code = null;
        String reason = null;
        if (!letter.readable()) {
            state = "PERSON";
            code = "schema-newer";
            reason = "信件格式 " + letter.schema() + " 比本程序新，升级后再办理";
        } else if (LetterKind.ofWord(letter.kind()).isEmpty()) {
            state = "PERSON";
            code = "unknown-kind";
            reason = "本程序不认识“" + letter.kind() + "”这种信件";
        }
        return new InboxTables.Incoming(letter.id(), sender.id(), letter.sequence(), letter.kind(),
                letter.numbers() == null ? null : letter.numbers().sender(), letter.after(), one.bytes(), one.mark(), now, state,
                code, reason, null, null, null);
    }

    private Sealed sign(Receipts receipts) {
        byte[] bytes = json.writeValueAsBytes(receipts);
        Seal.Pair key = own.execute(status -> keys.current());
        return Sealed.of(bytes, key.seal().sign(key.privateKey(), bytes));
    }

    /// SHA-256 over the letters of a bundle as they travel, in order.
    public static String digest(Bundle bundle) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            bundle.letters().forEach(letter -> sha.update((letter.bytes() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The id a broken letter says it has, so that its sender knows which one is meant.
    private @org.jspecify.annotations.Nullable UUID idIn(byte[] bytes) {
        try {
            String id = json.readTree(bytes).path("id").asString("");
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }
}
