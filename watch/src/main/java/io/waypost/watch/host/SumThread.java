package io.waypost.watch.host;

import io.waypost.watch.log.LogFailure;
import io.waypost.watch.log.LogReader;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.sum.ScanCount;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log for the sums, and hands them over minute by minute: whoever takes them keeps the number of the last frame with them, and
 * after a stop counting goes on behind it. The log is kept until then. Nobody waits for this thread.
 */
final class SumThread {

    private static final int MINUTE = 60;
    /** Handing over may take a tenth of the time. */
    private static final int PAUSES = 10;
    private static final int LONGEST_PAUSE = 600;
    /** How many sums are gathered at most. */
    private static final int MOST_ROWS = 1_000_000;
    private static final long RETRY_MILLISECONDS = 250;
    private static final long LONGEST_RETRY_MILLISECONDS = 15_000;

    private final ScanLog log;
    private final BookKeeper keeper;
    private final SumSink sink;
    private final long cut;
    private final ScanCount count = new ScanCount();
    private final Thread thread = Thread.ofPlatform().daemon().name("watch-sums").unstarted(this::run);
    private final Semaphore news = new Semaphore(0);
    private long taken;
    private long position;
    private int arrival;
    private int due;
    private volatile boolean ending;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String trouble;

    /** @param cut the log holds only what comes after that number */
    SumThread(ScanLog log, BookKeeper keeper, SumSink sink, long cut) {
        this.log = log;
        this.keeper = keeper;
        this.sink = sink;
        this.cut = cut;
    }

    void start() {
        thread.start();
    }

    /** Why it stopped by itself. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** What does not work at the moment, and is tried again. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Comes to the end of the closed log, and hands over once more; if that is refused, it is counted again after the next start. */
    void end() {
        ending = true;
        news.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            if (begin()) {
                try (var reader = log.read(position + 1)) {
                    follow(reader);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            // The sums are broken; that must not fill the disk, for then nothing could be taken any more.
            release();
        }
    }

    /** Asks until where the sums were taken over; false if it is to end before that is known. */
    private boolean begin() throws InterruptedException {
        long pause = RETRY_MILLISECONDS;
        while (!ending) {
            try {
                taken = Math.max(sink.takenUpTo(), cut);
                position = taken;
                trouble = null;
                return true;
            } catch (RuntimeException e) {
                trouble = "Sums cannot be begun: " + e;
            }
            pause = rest(pause);
        }
        return false;
    }

    private void follow(LogReader reader) throws InterruptedException {
        while (true) {
            // Asked before the log is: what it says then is its end.
            boolean last = ending;
            if (reader.next()) {
                if ((reader.arrival() >= due || count.rows() >= MOST_ROWS) && !handOver(reader.arrival())) {
                    return;
                }
                position = reader.lsn();
                arrival = reader.arrival();
                count.apply(reader.payload(), arrival);
            } else if (last) {
                boolean _ = handOver(arrival);
                return;
            } else {
                log.durable(position + 1).whenComplete((_, _) -> news.release());
                news.acquire();
                news.drainPermits();
            }
        }
    }

    /**
     * Hands over all that was counted, and says when the next time is: with a minute that is over. False if it is to end before they are
     * taken.
     */
    private boolean handOver(int now) throws InterruptedException {
        int pause = 0;
        if (position > taken) {
            long began = System.nanoTime();
            if (!deliver()) {
                return false;
            }
            pause = (int) Math.min(LONGEST_PAUSE, PAUSES * TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        }
        due = ((now + pause) / MINUTE + 1) * MINUTE;
        return true;
    }

    /** The same sums, until they are taken; false if it is to end before they are. */
    private boolean deliver() throws InterruptedException {
        var sums = count.sums(taken, position);
        long pause = RETRY_MILLISECONDS;
        while (true) {
            try {
                sink.take(sums);
                break;
            } catch (RuntimeException e) {
                trouble = "Sums cannot be handed over: " + e;
                if (ending) {
                    return false;
                }
            }
            pause = rest(pause);
        }
        count.clear();
        taken = position;
        trouble = null;
        dropLog();
        return true;
    }

    private long rest(long milliseconds) throws InterruptedException {
        boolean _ = news.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        return Math.min(milliseconds * 2, LONGEST_RETRY_MILLISECONDS);
    }

    private void dropLog() {
        try {
            keeper.sumsNeed(taken, arrival);
        } catch (IOException | LogFailure e) {
            trouble = "The log cannot be cut behind the sums: " + e;
        }
    }

    private void release() {
        try {
            keeper.sumsNeed(Long.MAX_VALUE, arrival);
        } catch (IOException | LogFailure e) {
            trouble = "The log cannot be cut: " + e;
        }
    }
}
