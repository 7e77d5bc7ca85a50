package jingwei.exchange.stranger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.seal.KeyRing;
import jingwei.exchange.seal.Seal;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 代写来信: what a stranger said, written as letters into the inbox in the transaction that keeps his message. This platform seals
/// them itself: they show what it understood, beside the bytes it got.
@Component
class Mail {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final InboxTables inbox;
    private final PartnerTables partners;
    private final KeyRing keys;
    private final Clock clock;
    private final JsonMapper json;

    Mail(InboxTables inbox, PartnerTables partners, KeyRing keys, Clock clock, JsonMapper json) {
        this.inbox = inbox;
        this.partners = partners;
        this.keys = keys;
        this.clock = clock;
        this.json = json;
    }

    /// 一封待写的来信.
    ///
    /// @param kind    word of the kind; one that no kind has waits for a person
    /// @param why     why a person is needed; null where none is
    record Draft(String kind, Letter.@Nullable Numbers numbers, @Nullable UUID answers, ObjectNode body, @Nullable String code,
            @Nullable String why) {

        static Draft of(LetterKind kind, Letter.Numbers numbers, ObjectNode body) {
            return new Draft(kind.word(), numbers, null, body, null, null);
        }
    }

    /// Writes them one after the other; answers the id of the first.
    UUID keep(PlatformId from, List<Draft> drafts) {
        Partner sender = partners.lock(from).orElseThrow();
        Instant now = clock.instant();
        Seal.Pair key = keys.current();
        long sequence = sender.received();
        List<InboxTables.Incoming> letters = new ArrayList<>();
        String caseKey = drafts.getFirst().numbers() == null ? null : drafts.getFirst().numbers().sender();
        UUID after = caseKey == null ? null : inbox.lastOf(from, caseKey).orElse(null);
        for (Draft draft : drafts) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            sequence++;
            byte[] bytes = json.writeValueAsBytes(new Letter(Letter.FORMAT, Letter.SCHEMA, id, from, Tenancy.current(), draft.kind(), sequence,
                    after, draft.answers(), draft.numbers(), OffsetDateTime.ofInstant(now, ZONE), draft.body()));
            letters.add(new InboxTables.Incoming(id, from, sequence, draft.kind(), caseKey, after, bytes,
                    key.seal().sign(key.privateKey(), bytes), now, draft.why() == null ? "WAITING" : "PERSON", draft.code(), draft.why(), null,
                    null, null));
            after = caseKey == null ? null : id;
        }
        inbox.insert(letters);
        partners.heard(from, sequence, sequence, now);
        return letters.getFirst().id();
    }
}
