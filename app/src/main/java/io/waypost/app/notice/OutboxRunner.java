package io.waypost.app.notice;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Empties the outbox by real time, on every node: asleep until a message is due or one was written here. */
@Component
class OutboxRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRunner.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Semaphore written = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OutboxRunner(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Says that the running transaction wrote a message. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.release();
            }
        });
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("outbox").start(this::serve);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        written.release();
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

    private void serve() {
        while (thread != null) {
            try {
                outbox.giveUpLeases();
                if (outbox.sendBatch() == 0) {
                    sleep(outbox.untilNext(LONGEST_SLEEP));
                }
            } catch (RuntimeException failure) {
                LOG.error("The outbox could not be worked on and will be tried again", failure);
                sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void sleep(Duration duration) {
        try {
            if (written.tryAcquire(Math.max(50, duration.toMillis()), TimeUnit.MILLISECONDS)) {
                written.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
