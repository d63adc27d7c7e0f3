package io.waypost.app.channel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the workers of this node; those of others look each second. */
@Component
class ChannelSignal {

    private final Semaphore letters = new Semaphore(0);
    private final Semaphore deliveries = new Semaphore(0);

    /** Something came in; the workers look after the running transaction, at once without one. */
    void letter() {
        afterCommit(letters);
    }

    /** Something is to leave. */
    void delivery() {
        afterCommit(deliveries);
    }

    void awaitLetter(Duration most) throws InterruptedException {
        await(letters, most);
    }

    void awaitDelivery(Duration most) throws InterruptedException {
        await(deliveries, most);
    }

    private static void await(Semaphore semaphore, Duration most) throws InterruptedException {
        if (semaphore.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            semaphore.drainPermits();
        }
    }

    private static void afterCommit(Semaphore semaphore) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            semaphore.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                semaphore.release();
            }
        });
    }
}
