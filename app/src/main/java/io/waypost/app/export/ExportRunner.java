package io.waypost.app.export;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes exports by real time, one at a time on each node, and clears away what has expired. */
@Component
class ExportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRunner.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Actor PLATFORM = new Actor.Internal("exports");

    private final ExportWriter writer;
    private final ExportStore store;
    private final ExportFiles files;
    private final Clock wall;
    private final TransactionTemplate transaction;
    private final Semaphore ordered = new Semaphore(0);
    private volatile @Nullable Thread thread;

    ExportRunner(ExportWriter writer, ExportStore store, ExportFiles files, @Qualifier("wallClock") Clock wall,
            PlatformTransactionManager transactions) {
        this.writer = writer;
        this.store = store;
        this.files = files;
        this.wall = wall;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Says that the running transaction ordered an export. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ordered.release();
            }
        });
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("exports").start(this::serve);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        ordered.release();
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Removes files whose time is over, and what crashed nodes left. */
    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void clear() {
        var now = wall.instant();
        var known = Acting.as(PLATFORM, () -> transaction.execute(_ -> {
            store.expire(now);
            return store.files();
        }));
        files.discardOthers(known, now);
    }

    private void serve() {
        while (thread != null) {
            try {
                if (!writer.writeNext(() -> thread == null)) {
                    sleep(writer.untilNext(LONGEST_SLEEP));
                }
            } catch (RuntimeException failure) {
                LOG.error("The exports could not be worked on and will be tried again", failure);
                sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void sleep(Duration duration) {
        try {
            if (ordered.tryAcquire(Math.max(50, duration.toMillis()), TimeUnit.MILLISECONDS)) {
                ordered.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
