package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What those who append, those who wait and the committing thread share, under one lock: the batch that gathers, what is durable, and
 * the log's state. Safe for threads.
 */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    /** Something to do for the committing thread. */
    private final Condition work = lock.newCondition();
    /** A batch was taken, or the state changed. */
    private final Condition room = lock.newCondition();
    /** More is durable, or the state changed. */
    private final Condition progress = lock.newCondition();

    private final LogSettings settings;
    private final Waiters waiters = new Waiters();
    private final LostFrames lost;
    private Batch gathering;
    private Batch spare;
    private long gatheringSince;
    private long next;
    private volatile Position durable;
    private volatile LogState state = LogState.OPEN;
    private @Nullable LogFailure failure;

    private boolean probeWanted;
    private long probes;
    private long probedAt;
    private boolean closing;

    Gate(LogSettings settings, Recovered recovered) {
        this.settings = settings;
        long id = recovered.segments().getLast().logId();
        this.gathering = new Batch(settings.batchBytes(), id);
        this.spare = new Batch(settings.batchBytes(), id);
        this.next = recovered.next();
        this.durable = recovered.durable();
        this.lost = new LostFrames(recovered.segments());
    }

    Position durable() {
        return durable;
    }

    LogState state() {
        return state;
    }

    long next() {
        lock.lock();
        try {
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** @param behind nothing is taken if a frame from that number on was lost */
    long append(long behind, int shard, int arrival, ByteBuffer payload) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOpen();
            while (!gathering.hasRoom(payload.remaining())) {
                room.await();
                requireOpen();
            }
            var missing = lost.among(behind, next - 1);
            if (missing != null) {
                throw missing.again();
            }
            if (gathering.isEmpty()) {
                gatheringSince = System.nanoTime();
                work.signal();
            } else if (gathering.isHalfFull()) {
                work.signal();
            }
            gathering.add(next, shard, arrival, payload);
            return next++;
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() throws InterruptedException {
        if (state == LogState.FULL && !closing && System.nanoTime() - probedAt >= settings.probeEvery().toNanos()) {
            long before = probes;
            probeWanted = true;
            work.signal();
            while (probes == before && state == LogState.FULL && !closing) {
                room.await();
            }
        }
        if (closing) {
            throw closed();
        }
        if (failure != null) {
            throw failure.again();
        }
    }

    void await(long first, long last) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (last > durable.lsn() || lost.among(first, last) != null) {
                var own = lost.among(first, last);
                var reason = own == null ? whyNever(last) : own;
                if (reason != null) {
                    throw reason.again();
                }
                progress.await();
            }
        } finally {
            lock.unlock();
        }
    }

    CompletionStage<Void> stage(long lsn) {
        lock.lock();
        try {
            if (isDurable(lsn)) {
                return CompletableFuture.completedStage(null);
            }
            var reason = whyNever(lsn);
            return reason == null ? waiters.add(lsn) : CompletableFuture.failedStage(reason.again());
        } finally {
            lock.unlock();
        }
    }

    private boolean isDurable(long lsn) {
        return lsn <= durable.lsn() && lost.of(lsn) == null;
    }

    /** Why the frame cannot become durable any more; null if it can, perhaps only after it is appended. */
    private @Nullable LogFailure whyNever(long lsn) {
        var own = lost.of(lsn);
        return own != null || state == LogState.OPEN || state == LogState.FULL ? own : failure;
    }

    /** Waits for the next task; the batch stays the caller's until it is reported durable or failed. */
    Task take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (gathering.isEmpty() && !closing && !probeWanted) {
                work.await();
            }
            if (gathering.isEmpty()) {
                return closing ? new Task.Stop() : new Task.Probe(next);
            }
            long rest = settings.gatherAtMost().toNanos() - (System.nanoTime() - gatheringSince);
            while (rest > 0 && !closing && !gathering.isHalfFull()) {
                rest = work.awaitNanos(rest);
            }
            var batch = gathering;
            gathering = spare;
            room.signalAll();
            return new Task.Commit(batch);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is gathered. */
    boolean isIdle() {
        lock.lock();
        try {
            return gathering.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Reports that the batch taken last is on disk. */
    void durable(Batch batch, Position position) {
        lock.lock();
        try {
            durable = position;
            spare = batch;
            spare.clear();
            waiters.durable(position.lsn());
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reports that nothing which is not durable yet will be, neither of the batch taken last nor of the one that gathers. */
    void failed(@Nullable Batch batch, LogFailure why) {
        lock.lock();
        try {
            if (batch != null) {
                spare = batch;
                spare.clear();
            }
            gathering.clear();
            lost.add(durable.lsn() + 1, next - 1, why);
            state = why.state();
            failure = why;
            probeWanted = false;
            probedAt = System.nanoTime();
            // After a full disk frames to come can still become durable.
            waiters.failed(state == LogState.FULL ? next - 1 : Long.MAX_VALUE, why);
            room.signalAll();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reports whether a probe found space. */
    void probed(boolean space) {
        lock.lock();
        try {
            probeWanted = false;
            probes++;
            probedAt = System.nanoTime();
            if (space) {
                state = LogState.OPEN;
                failure = null;
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing in any more; the committing thread stops after what was gathered. */
    void close() {
        lock.lock();
        try {
            closing = true;
            work.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reports that the committing thread has stopped. */
    void stopped() {
        failed(null, closed());
        waiters.close();
    }

    private static LogFailure closed() {
        return new LogFailure(LogState.CLOSED, Reason.CLOSED, "The log is closed.", null);
    }
}
