package jingwei.stories;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.Sight;
import jingwei.casework.clock.DeadlineKeeper;
import jingwei.door.TestServer;
import jingwei.evaluation.Appeals;
import jingwei.evaluation.Faults;
import jingwei.evaluation.fact.Count;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.fact.FactKeeper;
import jingwei.identity.SignedIn;
import jingwei.media.Media;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.simulator.story.Answer;
import jingwei.simulator.story.Theatre;
import jingwei.simulator.wire.Photos;
import jingwei.standards.RefusedException;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The rooms of one server on PostgreSQL, spoken to without HTTP, on the demonstration's two platforms.
final class StageOnServer implements Theatre {

    private static final int PATIENCE = 300;
    /// What the evaluation says of a case whose last act it has not read yet.
    private static final Set<String> AWAITED = Set.of("case-not-counted", "not-closed-yet");

    private final TestServer server;
    private final PlatformId platform;

    StageOnServer(TestServer server, String platform) {
        this.server = server;
        this.platform = PlatformId.of(platform);
    }

    @Override
    public Instant now() {
        return within(() -> server.room(PlatformClock.class).now());
    }

    @Override
    public void moveClock(Instant to) {
        Tenancy.run(platform, () -> server.room(PlatformClock.class).set(to, 0));
    }

    @Override
    public Answer begin(String post, String act, String id, Map<String, Object> particulars) {
        return performed(post, () -> new ActRequest(null, StageInMemory.word(act), null, StageInMemory.said(particulars),
                UUID.fromString(id)));
    }

    @Override
    public Answer perform(String post, String act, String number, @Nullable Integer version,
            Map<String, Object> particulars) {
        return performed(post, () -> new ActRequest(CaseNumber.of(number), StageInMemory.word(act), version,
                StageInMemory.said(particulars), null));
    }

    @Override
    public Answer read(String post, String number) {
        return within(() -> room().find(CaseNumber.of(number), performer(post)).map(this::facts)
                .orElseGet(() -> Answer.refused("no-such-case", null)));
    }

    @Override
    public Answer wake(String number) {
        Tenancy.run(platform, () -> server.room(DeadlineKeeper.class).wake());
        return read("dispatcher-1", number);
    }

    @Override
    public String photo(String post, String what) {
        byte[] photo = Photos.of(what);
        return within(() -> server.room(Media.class).add(new ByteArrayInputStream(photo), photo.length, null).hash());
    }

    @Override
    public Answer find(String post, String finding, String number, Map<String, String> said) {
        Answer answer = found(post, finding, number, said);
        for (int tries = 0; AWAITED.contains(String.valueOf(answer.refused())) && tries < PATIENCE; tries++) {
            LockSupport.parkNanos(10_000_000);
            answer = found(post, finding, number, said);
        }
        return answer;
    }

    private Answer found(String post, String finding, String number, Map<String, String> said) {
        within(() -> server.room(FactKeeper.class).follow());
        Post by = within(() -> server.room(Organizations.class).current().post(post).orElseThrow());
        String words = said.getOrDefault("words", "");
        try {
            return within(() -> SignedIn.speaking(new SignedIn(platform, UUID.randomUUID(), by.holders().getFirst(), post, Set.of()), () -> {
                switch (finding) {
                    case "confirm-fault" -> server.room(Faults.class).confirm(said.get("kind"), number, said.get("collector"), words, post);
                    case "appeal" -> server.room(Appeals.class).raise(number, words);
                    default -> server.room(Appeals.class).decide(appeal(number).id(), "yes".equals(said.get("grant")), words);
                }
                return Answer.found(finding.equals("confirm-fault") ? "confirmed" : appeal(number).status());
            }));
        } catch (RefusedException e) {
            return Answer.refused(e.refusal().code(), e.refusal().clause());
        }
    }

    private Appeals.Appeal appeal(String number) {
        return server.room(Appeals.class).all().stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
    }

    @Override
    public Map<String, String> counted(LocalDate first, LocalDate last, Set<String> numbers, Map<String, String> wanted) {
        Map<String, String> found = counted(first, last, numbers, wanted.keySet());
        // A transaction of another database of the cluster may hold the follower up for a moment.
        for (int tries = 0; !found.equals(wanted) && tries < PATIENCE; tries++) {
            LockSupport.parkNanos(10_000_000);
            found = counted(first, last, numbers, wanted.keySet());
        }
        return found;
    }

    private Map<String, String> counted(LocalDate first, LocalDate last, Set<String> numbers, Set<String> words) {
        within(() -> server.room(FactKeeper.class).follow());
        return within(() -> new TransactionTemplate(server.room(PlatformTransactionManager.class)).execute(status -> words.stream()
                .collect(Collectors.toMap(word -> word, word -> counted(Fact.ofWord(word).orElseThrow().count(), first, last, numbers)))));
    }

    private String counted(Count count, LocalDate first, LocalDate last, Set<String> numbers) {
        return StageInMemory.plain(server.room(JdbcClient.class).sql("SELECT coalesce(sum(" + count.amountSql() + "), 0) FROM "
                        + count.relation().table() + " WHERE " + count.whereSql() + " AND number IN (:numbers)")
                .param("from", Timestamp.from(first.atStartOfDay(WorkCalendar.ZONE).toInstant()))
                .param("to", Timestamp.from(last.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant()))
                .param("numbers", numbers).query(BigDecimal.class).single());
    }

    private Answer performed(String post, Supplier<ActRequest> request) {
        return within(() -> {
            try {
                Performer performer = performer(post);
                Case done = room().perform(request.get(), performer).theCase();
                return facts(Sight.shown(performer.post(), done));
            } catch (RefusedException e) {
                return Answer.refused(e.refusal().code(), e.refusal().clause());
            }
        });
    }

    private Answer facts(Case c) {
        return CaseFacts.answer(c, room().docket(c), server.room(PlatformClock.class).now());
    }

    private Performer performer(String id) {
        Post post = server.room(Organizations.class).current().post(id).orElseThrow();
        return Performer.of(post.holders().getFirst(), post);
    }

    private CaseRoom room() {
        return server.room(CaseRoom.class);
    }

    private <T> T within(Supplier<T> work) {
        return Tenancy.within(platform, work::get);
    }
}
