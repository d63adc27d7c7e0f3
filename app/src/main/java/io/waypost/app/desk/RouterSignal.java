package io.waypost.app.desk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the router of this node. Several calls before it wakes are one. Safe for threads. */
@Component
class RouterSignal {

    private final Semaphore given = new Semaphore(0);

    /** After the running transaction has committed; at once without one. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            given.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                given.release();
            }
        });
    }

    /** Sleeps until somebody calls, or for so long. */
    void await(Duration longest) throws InterruptedException {
        if (given.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            given.drainPermits();
        }
    }
}
