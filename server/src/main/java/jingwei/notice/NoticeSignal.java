package jingwei.notice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// 唤醒: tells every server on this database that there is something to read for a recipient.
///
/// Two connections of its own, one that tells and one that listens. Whoever waits here also looks by itself from time
/// to time, so a signal lost in a cut line or a crash costs time only.
@Component
public class NoticeSignal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSignal.class);
    /// The recipient of a ripple: every window of the platform.
    public static final String EVERYBODY = "*";
    private static final String CHANNEL = "notice";
    private static final int WAIT_MILLIS = 5_000;
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 10_000;

    private final String url;
    private final String user;
    private final String password;
    private final BlockingQueue<Raised> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final List<Consumer<@Nullable Raised>> listeners = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /// @param recipient as {@link Recipient#word} gives it
    public record Raised(PlatformId platform, String recipient) {
    }

    NoticeSignal(@Value("${spring.datasource.url}") String url, @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// Hears of every signal; null means "some may have been lost, look at everything".
    public void hear(Consumer<@Nullable Raised> listener) {
        listeners.add(listener);
    }

    /// Signals to all servers, this one too. Never blocks and never fails: the deed is committed already.
    void raise(Raised raised) {
        if (!waiting.offer(raised)) {
            LOG.warn("too many signals are waiting; readers will look by themselves");
        }
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofVirtual().name("notice-tell").start(() -> keepUp(this::tell)));
        threads.add(Thread.ofPlatform().daemon().name("notice-listen").start(() -> keepUp(this::listen)));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Duty {

        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void keepUp(Duty duty) {
        while (running) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                duty.on(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("the signal line was cut: {}", e.getMessage());
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        while (running) {
            Raised first = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                continue;
            }
            Set<Raised> all = new LinkedHashSet<>(List.of(first));
            waiting.drainTo(all);
            connection.setAutoCommit(false);
            try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                for (Raised raised : all) {
                    notify.setString(1, CHANNEL);
                    notify.setString(2, raised.platform() + " " + raised.recipient());
                    notify.execute();
                }
            }
            connection.commit();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        pass(null);
        PGConnection line = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = line.getNotifications(WAIT_MILLIS);
            for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
                String[] words = one.getParameter().split(" ", 2);
                if (words.length == 2) {
                    pass(new Raised(PlatformId.of(words[0]), words[1]));
                }
            }
        }
    }

    private void pass(@Nullable Raised raised) {
        for (Consumer<@Nullable Raised> listener : listeners) {
            try {
                listener.accept(raised);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed", e);
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BEFORE_RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
