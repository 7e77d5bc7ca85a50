package jingwei.exchange.carriage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.exchange.Letter;
import jingwei.exchange.Partner;
import jingwei.exchange.seal.KeyRing;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.OutboxTables;
import jingwei.exchange.store.OutboxTables.Outgoing;
import jingwei.exchange.store.PartnerTables;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 发信: seals what was written and carries it, bundle after bundle, until nothing that may go is left.
///
/// A line that fails is tried again after growing intervals, for ever: nothing is lost and nothing is parked because the other
/// side is away (EXC-03). A letter the other side refuses is tried a few times and then parked with the reason; it holds back only
/// the letters of its own case. One server at a time works on a line, whoever gets its lock.
@Component
public class Sender {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LETTERS = 250;
    private static final int BYTES = 1_500_000;
    private static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration CEILING = Duration.ofMinutes(5);

    private final List<Carrier> carriers;
    private final PartnerTables partners;
    private final OutboxTables outbox;
    private final LinkTables links;
    private final KeyRing keys;
    private final Media media;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate own;

    Sender(List<Carrier> carriers, PartnerTables partners, OutboxTables outbox, LinkTables links, KeyRing keys, Media media,
            Clock clock, JsonMapper json, PlatformTransactionManager transactions) {
        this.carriers = carriers;
        this.partners = partners;
        this.outbox = outbox;
        this.links = links;
        this.keys = keys;
        this.media = media;
        this.clock = clock;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Works on one line of the platform being served until nothing is left to send now; answers how many letters arrived.
    ///
    /// @param alive carries an empty bundle where nothing waits, to learn whether the line is alive
    public int work(PlatformId to, boolean alive) {
        Integer sent = own.execute(lock -> {
            if (!partners.claim("send", to)) {
                return 0;
            }
            int all = 0;
            boolean first = alive;
            while (!Thread.currentThread().isInterrupted()) {
                Partner partner = own.execute(status -> partners.find(to).orElse(null));
                if (partner == null || partner.state() == Partner.State.REVOKED || partner.line() == Partner.Line.CUT
                        || partner.nextTryAt().isAfter(clock.instant())) {
                    return all;
                }
                own.executeWithoutResult(status -> seal(partner));
                List<Outgoing> letters = own.execute(status -> fitting(outbox.ready(to, clock.instant(), LETTERS)));
                if (letters.isEmpty() && !first) {
                    bringMedia(partner);
                    return all;
                }
                first = false;
                if (!carry(partner, letters)) {
                    return all;
                }
                all += letters.size();
            }
            return all;
        });
        return sent == null ? 0 : sent;
    }

    /// Gives sequence, chain and signature to what was written since.
    private void seal(Partner partner) {
        for (List<Outgoing> some = outbox.unsealed(partner.id(), LETTERS); !some.isEmpty();
                some = outbox.unsealed(partner.id(), LETTERS)) {
            Seal.Pair key = keys.current();
            Map<String, UUID> last = new HashMap<>(outbox.lastOf(partner.id(), some.stream().map(Outgoing::caseKey)
                    .filter(Objects::nonNull).collect(Collectors.toSet())));
            Map<UUID, ObjectNode> contents = new HashMap<>();
            some.forEach(one -> contents.put(one.id(), (ObjectNode) json.readTree(one.content())));
            // Their numbers may have become known since the letters were written.
            Map<String, String> theirs = links.theirs(partner.id(), contents.values().stream()
                    .map(content -> content.at("/numbers/sender").asString("")).filter(number -> !number.isEmpty()).distinct().toList());
            long sequence = partners.take(partner.id(), some.size());
            List<OutboxTables.Sealing> sealed = new ArrayList<>();
            for (Outgoing one : some) {
                UUID after = one.caseKey() == null ? null : last.put(one.caseKey(), one.id());
                byte[] bytes = json.writeValueAsBytes(letter(partner, one, contents.get(one.id()), theirs, sequence, after));
                sealed.add(new OutboxTables.Sealing(one.id(), sequence, after, bytes, key.seal().sign(key.privateKey(), bytes)));
                sequence++;
            }
            outbox.seal(sealed);
            if (some.size() == LETTERS) {
                return;
            }
        }
    }

    private Letter letter(Partner partner, Outgoing one, ObjectNode content, Map<String, String> theirs, long sequence, @Nullable UUID after) {
        JsonNode said = content.get("numbers");
        Letter.Numbers numbers = said == null ? null : json.treeToValue(said, Letter.Numbers.class);
        if (numbers != null && numbers.receiver() == null) {
            numbers = new Letter.Numbers(numbers.sender(), theirs.get(numbers.sender()), numbers.round());
        }
        return new Letter(Letter.FORMAT, Letter.SCHEMA, one.id(), Tenancy.current(), partner.id(), one.kind(), sequence, after,
                one.answers(), numbers, OffsetDateTime.ofInstant(one.writtenAt(), ZONE), (ObjectNode) content.get("body"));
    }

    private static List<Outgoing> fitting(List<Outgoing> letters) {
        int bytes = 0;
        for (int i = 0; i < letters.size(); i++) {
            bytes += Objects.requireNonNull(letters.get(i).bytes()).length;
            if (bytes > BYTES && i > 0) {
                return letters.subList(0, i);
            }
        }
        return letters;
    }

    /// One bundle there and its receipts back; false where the line failed or nothing moved.
    private boolean carry(Partner partner, List<Outgoing> letters) {
        Bundle bundle = new Bundle(Tenancy.current(), partner.id(), letters.stream().map(one -> Sealed.of(
                Objects.requireNonNull(one.bytes()), Objects.requireNonNull(one.signature()))).toList());
        Instant began = clock.instant();
        Receipts receipts;
        try {
            receipts = checked(partner, bundle, carrier(partner).carry(partner, bundle));
        } catch (Carrier.Unreachable e) {
            failed(partner, e.getMessage());
            return false;
        }
        Instant ended = clock.instant();
        Instant middle = began.plus(Duration.between(began, ended).dividedBy(2));
        int skew = (int) Duration.between(middle, receipts.time().toInstant()).toSeconds();
        return Boolean.TRUE.equals(own.execute(status -> record(partner, letters, receipts, skew)));
    }

    private Receipts checked(Partner partner, Bundle bundle, Sealed answer) throws Carrier.Unreachable {
        try {
            byte[] bytes = answer.open();
            if (!Seal.of(partner.algorithm()).verify(partner.publicKey(), bytes, answer.mark())) {
                throw new Carrier.Unreachable("回执的签名不是对方的 the receipts are not signed by the partner");
            }
            Receipts receipts = json.readValue(bytes, Receipts.class);
            if (!receipts.from().equals(partner.id()) || !receipts.to().equals(Tenancy.current())
                    || !receipts.of().equals(Receiver.digest(bundle))) {
                throw new Carrier.Unreachable("回执答的不是这个邮包 the receipts answer another bundle");
            }
            return receipts;
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            throw new Carrier.Unreachable("对方的回复不是回执 the answer is no receipt");
        }
    }

    private boolean record(Partner partner, List<Outgoing> letters, Receipts receipts, int skew) {
        Instant now = clock.instant();
        Map<UUID, Outgoing> sent = letters.stream().collect(Collectors.toMap(Outgoing::id, one -> one));
        List<UUID> arrived = new ArrayList<>();
        boolean behind = false;
        for (Receipts.LetterReceipt receipt : receipts.receipts()) {
            Outgoing one = receipt.id() == null ? null : sent.get(receipt.id());
            if (one == null) {
                continue;
            }
            switch (receipt.outcome()) {
                case RECEIVED, REPEATED -> arrived.add(one.id());
                case REFUSED -> {
                    behind |= "sequence-behind".equals(receipt.code());
                    if (!"sequence-behind".equals(receipt.code())) {
                        outbox.refused(one.id(), receipt.code() + " " + receipt.text(), again(one, now));
                    }
                }
            }
        }
        outbox.received(arrived, now);
        long confirmed = arrived.stream().mapToLong(id -> Objects.requireNonNull(sent.get(id)).sequence()).max().orElse(0);
        partners.carried(partner.id(), confirmed, skew);
        partners.mediaWanted(partner.id(), receipts.wanted(), now);
        if (behind || receipts.highest() > Math.max(partner.confirmed(), confirmed) && ahead(partner, receipts.highest())) {
            // We were restored from a backup: go on after what the other side knows.
            partners.goOnAfter(partner.id(), receipts.highest(), now);
            outbox.unseal(partner.id());
            return true;
        }
        if (receipts.highest() < partner.confirmed()
                && outbox.resend(partner.id(), receipts.highest() + 1, partner.confirmed()) > 0) {
            // The other side was restored from a backup: it gets again what it had.
            partners.restored(partner.id(), now);
            return true;
        }
        Receipts.Gap gap = receipts.missing();
        if (gap != null && outbox.resend(partner.id(), gap.from(), gap.to()) > 0) {
            partners.restored(partner.id(), now);
            return true;
        }
        return !arrived.isEmpty() || letters.isEmpty();
    }

    /// The other side has a sequence we have not given yet.
    private boolean ahead(Partner partner, long highest) {
        return outbox.numbered(partner.id(), highest, highest) == 0;
    }

    private @Nullable Instant again(Outgoing one, Instant now) {
        return one.tries() + 1 >= TRIES ? null : now.plus(wait(one.tries()));
    }

    private void failed(Partner partner, String why) {
        own.executeWithoutResult(status -> partners.failed(partner.id(), why, clock.instant().plus(wait(partner.failures()))));
    }

    /// 1, 2, 4 … seconds, at most five minutes.
    private static Duration wait(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 20));
        return wait.compareTo(CEILING) > 0 ? CEILING : wait;
    }

    private Carrier carrier(Partner partner) throws Carrier.Unreachable {
        return carriers.stream().filter(each -> each.reaches(partner)).findFirst()
                .orElseThrow(() -> new Carrier.Unreachable("地址 " + partner.address() + " 没有可用的递送方式"));
    }

    private void bringMedia(Partner partner) {
        List<PartnerTables.MediaDue> due = own.execute(status -> partners.mediaDue(partner.id(), clock.instant(), 50));
        for (PartnerTables.MediaDue piece : due) {
            MediaItem item = media.find(piece.hash()).orElse(null);
            if (item == null) {
                own.executeWithoutResult(status -> partners.mediaSent(partner.id(), piece.hash()));
                continue;
            }
            Seal.Pair key = own.execute(status -> keys.current());
            MediaPass pass = MediaPass.of(Tenancy.current(), partner.id(), piece.hash(),
                    OffsetDateTime.ofInstant(clock.instant(), ZONE), key);
            try {
                carrier(partner).bring(partner, item, () -> media.open(item, false, 0, item.size()), pass);
                own.executeWithoutResult(status -> partners.mediaSent(partner.id(), piece.hash()));
            } catch (Carrier.Unreachable e) {
                own.executeWithoutResult(status -> partners.mediaFailed(partner.id(), piece.hash(),
                        String.valueOf(e.getMessage()), clock.instant().plus(wait(piece.tries()))));
            }
        }
    }

    /// Partners of the platform being served that letters may go to.
    public Set<PlatformId> lines() {
        return own.execute(status -> partners.all().stream().filter(each -> each.state() == Partner.State.JOINED)
                .map(Partner::id).collect(Collectors.toSet()));
    }
}
