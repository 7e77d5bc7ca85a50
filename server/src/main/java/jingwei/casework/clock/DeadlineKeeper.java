package jingwei.casework.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.casework.store.WakeList;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 到期管理: wakes the cases whose moment has come, in order: a light that turns, a hold that has reached its review date.
///
/// Work is claimed from the wake list platform by platform, so that restarts and several servers are safe. A hold
/// is released by the platform's automatic dispatcher, a named post of the command axis (A7, T26).
@Component
public class DeadlineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineKeeper.class);
    private static final int BATCH = 200;

    private final WakeList list;
    private final Platforms platforms;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final CaseRoom room;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    DeadlineKeeper(WakeList list, Platforms platforms, Organizations organizations, PlatformClock clock,
            CaseRoom room, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.list = list;
        this.platforms = platforms;
        this.organizations = organizations;
        this.clock = clock;
        this.room = room;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// 转灯: a case's clock turned yellow or red at a moment; told once.
    public record LightTurned(CaseNumber number, String state, Instant due, boolean overdue) {
    }

    @Scheduled(fixedDelayString = "${jingwei.keeper.every:1000}")
    void wakeAll() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), this::wake);
        }
    }

    /// Wakes what is due on the platform being served; answers how many cases.
    public int wake() {
        Integer woken = transaction.execute(status -> {
            Instant now = clock.now();
            List<CaseNumber> due = list.claim(now, BATCH);
            due.forEach(number -> wake(number, now));
            return due.size();
        });
        return woken == null ? 0 : woken;
    }

    private void wake(CaseNumber number, Instant now) {
        Optional<Post> automatic = organizations.current().postsOf(PostKind.AUTO_DISPATCHER).stream()
                .filter(post -> !post.holders().isEmpty()).findFirst();
        Performer performer = automatic.map(post -> Performer.of(post.holders().getFirst(), post)).orElse(null);
        Case theCase = performer == null ? null : room.find(number, performer).orElse(null);
        if (theCase == null) {
            LOG.warn("no automatic dispatcher to wake case {}", number);
            list.sleepOn(number, null);
            return;
        }
        Clocks clocks = theCase.clocks();
        Hold hold = clocks.hold();
        if (hold != null) {
            if (!hold.until().isAfter(now)) {
                room.perform(ActRequest.on(number, Act.RELEASE, Particulars.none()), performer);
            } else {
                list.sleepOn(number, hold.until());
            }
            return;
        }
        clocks.leading().ifPresent(leading -> events.publishEvent(
                new LightTurned(number, theCase.state(), leading.due(), leading.isOverdue(now))));
        list.sleepOn(number, clocks.wakesAt(now).orElse(null));
    }
}
