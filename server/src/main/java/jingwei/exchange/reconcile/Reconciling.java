package jingwei.exchange.reconcile;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.cases.CaseRepair;
import jingwei.exchange.cases.Inbox;
import jingwei.exchange.cases.Verdict;
import jingwei.exchange.store.PartnerTables;
import jingwei.exchange.store.ReconcileTables;
import jingwei.exchange.store.ReconcileTables.LedgerLine;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 对账: both sides list every case they have between them as one line (numbers, round, stage), compare sums by bucket, then the
/// lines of the buckets that differ; what differs is told again by its owner, and the sums are compared once more (EXC-06).
@Component
public class Reconciling implements Inbox.Sorting {

    private static final int BUCKETS = 1024;
    private static final int ATTEMPTS = 3;
    private static final int LISTED = 2000;
    private static final Duration DAY = Duration.ofHours(24);

    private final PartnerTables partners;
    private final ReconcileTables tables;
    private final Outbox outbox;
    private final CaseRepair repair;
    private final Clock clock;
    private final JsonMapper json;

    Reconciling(PartnerTables partners, ReconcileTables tables, Outbox outbox, CaseRepair repair, Clock clock, JsonMapper json) {
        this.partners = partners;
        this.tables = tables;
        this.outbox = outbox;
        this.repair = repair;
        this.clock = clock;
        this.json = json;
    }

    /// 差异.
    ///
    /// @param ours   how it stands here; empty where it is not here
    /// @param theirs how it stands there
    public record Difference(String key, String ours, String theirs, boolean repairedHere) {
    }

    /// Asks the partner to compare; answers the id under which the result will stand.
    ///
    /// @throws jingwei.standards.RefusedException `cannot-reconcile`
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID ask(Partner partner) {
        if (partner.gateway()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "cannot-reconcile", Text.of("异构平台不会对账", "a platform of another make cannot reconcile"),
                    Text.of("请按编号逐件核对其报文记录", "compare its messages by their numbers")).under("EXC-06").asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tables.begin(id, partner.id(), clock.instant());
        send(id, partner, 1);
        return id;
    }

    private void send(UUID id, Partner partner, int attempt) {
        Map<Integer, Long> sums = new TreeMap<>();
        long count = 0;
        for (LedgerLine line : tables.lines(partner)) {
            sums.merge(bucket(line.key()), sum(line), Long::sum);
            count++;
        }
        ObjectNode body = json.createObjectNode().put("id", id.toString()).put("attempt", attempt).put("count", count).put("buckets", BUCKETS);
        ObjectNode list = body.putObject("sums");
        sums.forEach((bucket, sum) -> list.put(String.valueOf(bucket), Long.toHexString(sum)));
        outbox.write(partner.id(), LetterKind.RECONCILE_ASKED, null, null, null, body);
    }

    @Override
    public Set<LetterKind> kinds() {
        return EnumSet.of(LetterKind.RECONCILE_ASKED, LetterKind.RECONCILE_LIST, LetterKind.RESEND_ASKED);
    }

    @Override
    public Verdict apply(LetterKind kind, Letter letter, Partner partner) {
        switch (kind) {
            case RECONCILE_ASKED -> answer(letter.body(), partner);
            case RECONCILE_LIST -> compare(letter.body(), partner);
            default -> letter.body().path("cases").forEach(each -> repair.tellAgain(each.asString(""), partner));
        }
        return Verdict.DONE;
    }

    /// The other side's part: the lines of every bucket whose sum differs.
    private void answer(ObjectNode asked, Partner partner) {
        Map<Integer, Long> sums = new HashMap<>();
        Map<Integer, List<LedgerLine>> lines = new HashMap<>();
        long count = 0;
        for (LedgerLine line : tables.lines(partner)) {
            int bucket = bucket(line.key());
            sums.merge(bucket, sum(line), Long::sum);
            lines.computeIfAbsent(bucket, each -> new ArrayList<>()).add(line);
            count++;
        }
        ObjectNode body = json.createObjectNode().put("id", asked.path("id").asString("")).put("attempt", asked.path("attempt").asInt(1))
                .put("count", count);
        ArrayNode differing = body.putArray("differing");
        ArrayNode list = body.putArray("lines");
        int listed = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            long theirs = Long.parseUnsignedLong(asked.path("sums").path(String.valueOf(bucket)).asString("0"), 16);
            if (theirs == sums.getOrDefault(bucket, 0L)) {
                continue;
            }
            List<LedgerLine> here = lines.getOrDefault(bucket, List.of());
            if (listed + here.size() > LISTED && listed > 0) {
                // The rest comes with the next attempt.
                body.put("more", true);
                break;
            }
            differing.add(bucket);
            here.forEach(line -> list.addArray().add(line.key()).add(line.standing()));
            listed += here.size();
        }
        outbox.write(partner.id(), LetterKind.RECONCILE_LIST, null, null, null, body);
    }

    private void compare(ObjectNode body, Partner partner) {
        UUID id = UUID.fromString(body.path("id").asString(""));
        Map<String, String> theirs = new HashMap<>();
        body.path("lines").forEach(line -> theirs.put(line.path(0).asString(""), line.path(1).asString("")));
        Set<Integer> buckets = new LinkedHashSet<>();
        body.path("differing").forEach((JsonNode each) -> buckets.add(each.asInt()));
        Map<String, String> ours = new HashMap<>();
        long count = 0;
        for (LedgerLine line : tables.lines(partner)) {
            count++;
            if (buckets.contains(bucket(line.key()))) {
                ours.put(line.key(), line.standing());
            }
        }
        List<Difference> differences = new ArrayList<>();
        ArrayNode again = json.createArrayNode();
        Set<String> keys = new LinkedHashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        for (String key : keys) {
            String here = ours.getOrDefault(key, "");
            String there = theirs.getOrDefault(key, "");
            if (!here.equals(there)) {
                boolean mine = !here.isEmpty() && repair.tellAgain(key, partner);
                if (!mine) {
                    again.add(key);
                }
                differences.add(new Difference(key, here, there, mine));
            }
        }
        int attempt = body.path("attempt").asInt(1);
        boolean agrees = buckets.isEmpty();
        boolean more = !agrees && (attempt < ATTEMPTS || body.path("more").asBoolean(false) && attempt < 200);
        tables.compared(id, agrees ? "AGREES" : more ? "REPAIRING" : "DIFFERS", count, body.path("count").asLong(0),
                json.writeValueAsString(differences), agrees, more ? null : clock.instant());
        if (!again.isEmpty()) {
            outbox.write(partner.id(), LetterKind.RESEND_ASKED, null, null, null, json.createObjectNode().set("cases", again));
        }
        if (more) {
            send(id, partner, attempt + 1);
        }
    }

    private static int bucket(String key) {
        return Math.floorMod(key.hashCode(), BUCKETS);
    }

    /// A sum that does not depend on the order of the lines; SplitMix64 over two plain hashes that every platform can reckon.
    private static long sum(LedgerLine line) {
        long z = ((long) (line.key() + "|" + line.standing()).hashCode() << 32) ^ (line.standing() + "|" + line.key()).hashCode();
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// 每日对账: the platform above asks each one below it once a day, at its first round of the day's turn.
    @Transactional
    public boolean daily(PlatformId id) {
        Partner partner = partners.find(id).orElse(null);
        boolean due = partner != null && !partner.gateway() && partner.standing() == Partner.Standing.BELOW && partner.state() == Partner.State.JOINED
                && partners.claim("reconcile", id)
                && tables.lastAsked(id).map(last -> last.plus(DAY).isBefore(clock.instant())).orElse(true);
        if (due) {
            ask(partner);
        }
        return due;
    }
}
