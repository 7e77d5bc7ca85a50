package jingwei.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;
import jingwei.exchange.store.OutboxTables;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 发件箱: a letter is written in the transaction of the deed it tells of, so there is neither a deed without its letter nor a
/// letter without its deed (EXC-06). Sealing and sending come later and elsewhere.
@Component
public class Outbox {

    private final OutboxTables tables;
    private final ExchangeSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;

    Outbox(OutboxTables tables, ExchangeSettings settings, ApplicationEventPublisher events, Clock clock, JsonMapper json) {
        this.tables = tables;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    /// 有信待发: told after the commit, so that the sender need not wait for its round.
    public record LetterWaits(PlatformId platform, PlatformId partner) {
    }

    /// Writes a letter, unless a rule says this kind is not sent to that partner.
    ///
    /// @param ours    number of the case on this platform; null for a letter about none
    /// @param numbers both sides' numbers
    /// @param answers the letter answered
    /// @return the letter's id; null where a rule keeps it back
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID write(PlatformId partner, LetterKind kind, @Nullable String ours, Letter.@Nullable Numbers numbers,
            @Nullable UUID answers, ObjectNode body) {
        if (!settings.sends(partner, kind)) {
            return null;
        }
        ObjectNode content = json.createObjectNode();
        if (numbers != null) {
            content.set("numbers", json.valueToTree(numbers));
        }
        content.set("body", body);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tables.insert(id, partner, kind.word(), ours, answers, json.writeValueAsString(content), clock.instant());
        wakeAfterCommit(partner);
        return id;
    }

    /// Sends again what the partner lacks; asked for by a person or by a reconciliation.
    @Transactional(propagation = Propagation.MANDATORY)
    public void wakeAfterCommit(PlatformId partner) {
        LetterWaits waits = new LetterWaits(Tenancy.current(), partner);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(waits);
            }
        });
    }
}
