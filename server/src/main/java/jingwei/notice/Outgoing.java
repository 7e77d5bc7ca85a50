package jingwei.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 外发: messages that leave the system by short message or e-mail.
///
/// A message is written in the transaction of the deed it tells of and sent afterwards, so a gateway that is away holds nothing up
/// and loses nothing; it is tried again for half a day. Once sent, its address is wiped. Where no gateway is configured for the
/// channel nothing is written.
@Component
public class Outgoing {

    private static final int AT_ONCE = 20;
    private static final int MOST_TRIES = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient database;
    private final ShortMessages messages;
    private final Mails mails;
    private final Platforms platforms;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Outgoing(JdbcClient database, ShortMessages messages, Mails mails, Platforms platforms, Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.messages = messages;
        this.mails = mails;
        this.platforms = platforms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// 渠道.
    public enum Channel {
        SMS, MAIL
    }

    private record Waiting(UUID id, Channel channel, String address, String subject, String words, int tries) {
    }

    /// Writes a message, to be sent if and when the open transaction commits; nothing where the channel is off.
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Channel channel, String address, String subject, String words) {
        if (!(channel == Channel.SMS ? messages.ready() : mails.ready())) {
            return;
        }
        database.sql("""
                INSERT INTO notice.outgoing (platform, id, channel, address, subject, words, made_at, next_at, tries)
                VALUES (:platform, :id, :channel, :address, :subject, :words, :now, :now, 0)
                """).param("platform", Tenancy.current().value()).param("id", UuidCreator.getTimeOrderedEpoch())
                .param("channel", channel.name()).param("address", address).param("subject", subject).param("words", words)
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /// Sends what waits.
    @Scheduled(fixedDelayString = "${jingwei.outgoing.every:PT5S}", initialDelayString = "${jingwei.outgoing.every:PT5S}")
    public void send() {
        if (!messages.ready() && !mails.ready()) {
            return;
        }
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> transaction.executeWithoutResult(status -> waiting().forEach(this::attempt)));
        }
    }

    private List<Waiting> waiting() {
        return database.sql("""
                SELECT * FROM notice.outgoing WHERE platform = :platform AND sent_at IS NULL AND next_at <= :now AND tries < :most
                ORDER BY next_at LIMIT :n FOR UPDATE SKIP LOCKED
                """).param("platform", Tenancy.current().value()).param("now", Timestamp.from(clock.instant())).param("most", MOST_TRIES)
                .param("n", AT_ONCE).query((row, n) -> new Waiting(row.getObject("id", UUID.class), Channel.valueOf(row.getString("channel")),
                        row.getString("address"), row.getString("subject"), row.getString("words"), row.getInt("tries"))).list();
    }

    private void attempt(Waiting one) {
        Instant now = clock.instant();
        try {
            if (one.channel() == Channel.SMS) {
                messages.send(one.address(), one.words());
            } else {
                mails.send(one.address(), one.subject(), one.words());
            }
            database.sql("UPDATE notice.outgoing SET sent_at = :now, address = NULL, trouble = NULL WHERE platform = :platform AND id = :id")
                    .param("platform", Tenancy.current().value()).param("id", one.id()).param("now", Timestamp.from(now)).update();
        } catch (IOException | UncheckedIOException e) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(one.tries(), 10));
            database.sql("""
                    UPDATE notice.outgoing SET tries = tries + 1, next_at = :next, trouble = :trouble
                    WHERE platform = :platform AND id = :id
                    """).param("platform", Tenancy.current().value()).param("id", one.id())
                    .param("next", Timestamp.from(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)))
                    .param("trouble", String.valueOf(e.getMessage())).update();
        }
    }
}
