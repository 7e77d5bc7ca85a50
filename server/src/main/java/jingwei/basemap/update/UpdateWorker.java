package jingwei.basemap.update;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jingwei.basemap.store.UpdateStore;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// 更新作业: takes up what waits to be checked or published, one at a time, on a thread of its own.
///
/// The claim is an advisory lock of the transaction around the work: it ends with the server, whatever ends it, and the next
/// server begins the step anew. Publishing is one transaction, so an interrupted one has left nothing behind.
@Component
class UpdateWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateWorker.class);

    private static final int PART = 1_000_000;

    private final UpdateStore store;
    private final Intakes intakes;
    private final Divisions divisions;
    private final Platforms platforms;
    private final PlatformClock clock;
    private final TransactionTemplate holding;
    private final TransactionTemplate beside;
    private final Path folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("land-updates").factory());
    private final AtomicBoolean busy = new AtomicBoolean();

    UpdateWorker(UpdateStore store, Intakes intakes, Divisions divisions, Platforms platforms, PlatformClock clock,
            PlatformTransactionManager transactions, @Value("${jingwei.data}") Path data) {
        this.store = store;
        this.intakes = intakes;
        this.divisions = divisions;
        this.platforms = platforms;
        this.clock = clock;
        this.holding = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.folder = data.resolve("updates");
    }

    @Scheduled(fixedDelayString = "${jingwei.updates.every:500}")
    void look() {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    for (Platform platform : platforms.all()) {
                        Tenancy.run(platform.id(), this::work);
                    }
                } catch (RuntimeException e) {
                    if (!Thread.currentThread().isInterrupted()) {
                        LOG.error("an update of the land could not be worked on", e);
                    }
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void work() {
        List<UUID> waiting = beside.execute(status -> store.toDo());
        for (UUID id : waiting) {
            holding.executeWithoutResult(status -> {
                if (store.claim(id)) {
                    LandUpdate update = beside.execute(inner -> store.find(id).orElseThrow());
                    if (update.state() == UpdateState.DIVIDING) {
                        divide(update);
                    } else if (update.state() == UpdateState.CHECKING || update.state() == UpdateState.PUBLISHING) {
                        step(update);
                    }
                }
            });
        }
    }

    private void step(LandUpdate update) {
        boolean checking = update.state() == UpdateState.CHECKING;
        try {
            Path place = Files.createDirectories(folder.resolve(update.id().toString()));
            try {
                Path file = place.resolve("given");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    beside.executeWithoutResult(status -> store.copy(update.id(), out));
                }
                if (checking) {
                    check(update, file, place);
                } else {
                    publish(update, file, place);
                }
            } finally {
                remove(place);
            }
        } catch (Stopped e) {
            LOG.info("update {} was stopped", update.id());
        } catch (RefusedException e) {
            // What was sound when it was checked may not be any more: another update came between.
            beside.executeWithoutResult(status -> store.move(update.id(), UpdateState.FAULTY, e.refusal().what().zh() + "；"
                    + e.refusal().remedy().zh()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void divide(LandUpdate update) {
        try {
            byte[] proposed = divisions.propose(progress(update));
            beside.executeWithoutResult(status -> {
                store.dropParts(update.id());
                for (int from = 0, number = 0; from < proposed.length; from += PART, number++) {
                    store.part(update.id(), number, java.util.Arrays.copyOfRange(proposed, from, Math.min(proposed.length, from + PART)));
                }
                store.move(update.id(), UpdateState.CHECKING, null);
            });
        } catch (Stopped e) {
            LOG.info("division {} was stopped", update.id());
        } catch (RefusedException e) {
            beside.executeWithoutResult(status -> store.move(update.id(), UpdateState.FAULTY, e.refusal().what().zh() + "；"
                    + e.refusal().remedy().zh()));
        }
    }

    private void check(LandUpdate update, Path file, Path place) {
        beside.executeWithoutResult(status -> {
            FaultList faults = new FaultList();
            LandUpdate.Counts counts = intakes.check(update, file, place, faults, progress(update));
            store.checked(update.id(), counts, faults.kept(), faults.faults(), faults.warnings());
            store.move(update.id(), faults.faults() == 0 ? UpdateState.CHECKED : UpdateState.FAULTY, null);
        });
    }

    private void publish(LandUpdate update, Path file, Path place) {
        beside.executeWithoutResult(status -> {
            FaultList faults = new FaultList();
            Intakes.Outcome done = intakes.publish(update, file, place, faults, progress(update));
            if (faults.faults() > 0) {
                UpdateFault first = faults.kept().getFirst();
                throw jingwei.standards.Refusal.of(jingwei.standards.Refusal.Kind.CONFLICT, "update-faulty-now",
                        Text.of("检查之后数据有了变化，现有 " + faults.faults() + " 处差错，例如第 " + first.record() + " 条：" + first.what().zh(),
                                "since it was checked the data have changed; there are faults now"),
                        Text.of("请重新检查", "check it again")).under("BDR-05").asException();
            }
            store.published(update.id(), done.counts(), done.version(), clock.now());
            store.dropParts(update.id());
        });
        LOG.info("update {} of {} is published", update.id(), update.layer());
    }

    private Progress progress(LandUpdate update) {
        return (done, total) -> {
            UpdateState state = beside.execute(status -> store.progress(update.id(), done, total));
            if (state != update.state() || Thread.currentThread().isInterrupted()) {
                throw new Stopped();
            }
        };
    }

    /// Hears how far the work has come, and stops it where it was cancelled.
    interface Progress {

        void at(long done, long total);
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

}
