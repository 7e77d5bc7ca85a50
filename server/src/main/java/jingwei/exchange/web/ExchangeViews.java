package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.store.InboxTables.Incoming;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.OutboxTables.Outgoing;
import jingwei.exchange.store.PartnerTables.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 案头的样子: what the desk of letters shows.
final class ExchangeViews {

    private ExchangeViews() {
    }

    /// @param oldest when the oldest letter that waits or is parked was written
    @Schema(name = "ExchangePartnerView")
    record PartnerView(String id, String name, String region, String standing, String address, String algorithm, @Nullable String unit,
            String doneAfter, boolean acceptsCheck, String state, String line, int failures, @Nullable String trouble, Instant nextTryAt,
            @Nullable Instant heardAt, @Nullable Integer skewSeconds, @Nullable Instant restoredAt, Instant joinedAt, long received,
            long confirmed, long waiting, long parked, @Nullable Instant oldest, long refused, long toApply, long person, long media) {

        static PartnerView of(Partner p, @Nullable Queue q) {
            return new PartnerView(p.id().value(), p.name().zh(), p.region(), p.standing().name(), p.address(), p.algorithm(), p.unit(),
                    p.doneAfter().name(), p.acceptsCheck(), p.state().name(), p.line().name(), p.failures(), p.trouble(), p.nextTryAt(),
                    p.heardAt(), p.skewSeconds(), p.restoredAt(), p.joinedAt(), p.received(), p.confirmed(), q == null ? 0 : q.waiting(),
                    q == null ? 0 : q.parked(), q == null ? null : q.oldest(), q == null ? 0 : q.refused(), q == null ? 0 : q.toApply(),
                    q == null ? 0 : q.person(), q == null ? 0 : q.media());
        }
    }

    /// 一封信.
    ///
    /// @param direction `out` or `in`
    /// @param state     WAITING, RECEIVED, PARKED; WAITING, DONE, REFUSED, PERSON
    /// @param body      what it says
    @Schema(name = "ExchangeLetterView")
    record LetterView(UUID id, String direction, String partner, String kind, String kindName, @Nullable String caseNumber, long sequence,
            String state, Instant at, @Nullable Instant arrivedAt, int tries, @Nullable String trouble, @Nullable String answer,
            @Nullable String answerText, @Nullable Map<String, Object> body) {

        static LetterView of(Outgoing o, boolean whole, JsonMapper json) {
            return new LetterView(o.id(), "out", o.partner().value(), o.kind(), name(o.kind()), o.caseKey(), o.sequence(), o.state(),
                    o.writtenAt(), o.receivedAt(), o.tries(), o.trouble(), o.answer(), o.answerText(),
                    whole ? map(json.readTree(o.content()).path("body"), json) : null);
        }

        static LetterView of(Incoming i, boolean whole, JsonMapper json) {
            JsonNode letter = json.readTree(i.bytes());
            Instant written = java.time.OffsetDateTime.parse(letter.path("written").asString("")).toInstant();
            return new LetterView(i.id(), "in", i.partner().value(), i.kind(), name(i.kind()), i.caseKey(), i.sequence(), i.state(), written,
                    i.receivedAt(), 0, i.reason(), null, i.reasonCode(), whole ? map(letter.path("body"), json) : null);
        }

        private static String name(String kind) {
            return LetterKind.ofWord(kind).map(known -> known.text().zh()).orElse(kind);
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(JsonNode body, JsonMapper json) {
            return json.treeToValue(body, Map.class);
        }
    }

    /// 两级案件.
    @Schema(name = "ExchangeCaseView")
    record LinkView(String partner, String ours, @Nullable String theirs, String part, int round, @Nullable String stage,
            @Nullable String act, boolean active, @Nullable Instant due, @Nullable String wish, Instant changedAt) {

        static LinkView of(Link link) {
            return new LinkView(link.partner().value(), link.ours(), link.theirs(), link.part().name(), link.round(), link.stage(),
                    link.act(), link.active(), link.due(), link.wish(), link.changedAt());
        }
    }
}
