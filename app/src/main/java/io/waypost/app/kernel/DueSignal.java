package io.waypost.app.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the threads of one {@link DueWork} sleep on. Safe for any number of threads. */
final class DueSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final AtomicLong count = new AtomicLong();

    /** How many were given so far; read before a look at the table, so that what is written during the look is not slept through. */
    long count() {
        return count.get();
    }

    /** Wakes every thread that sleeps on it. */
    void give() {
        lock.lock();
        try {
            count.incrementAndGet();
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps so long, or until one more is given than {@code heard}. */
    void sleep(Duration duration, long heard) {
        long left = duration.toNanos();
        lock.lock();
        try {
            while (count.get() == heard && left > 0) {
                left = given.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
