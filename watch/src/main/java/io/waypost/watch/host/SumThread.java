package io.waypost.watch.host;

import io.waypost.watch.log.LogFailure;
import io.waypost.watch.log.LogReader;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.sum.ScanCount;
import io.waypost.watch.table.Shards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log for the sums, and hands them over minute by minute: whoever takes them keeps the number of the last frame with them, and
 * after a stop counting goes on behind it. The log is kept until then, and until what has to be remembered of parcels is written down.
 * Nobody waits for this thread.
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
    private final Path folder;
    private final long cut;
    private final ReplayDebt replayDebt;
    private final Thread thread = Thread.ofPlatform().daemon().name("watch-sums").unstarted(this::run);
    private final Semaphore news = new Semaphore(0);
    private volatile boolean ending;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String trouble;

    /**
     * A thread that is not started yet.
     *
     * @param folder where it writes down what it has to remember of parcels
     * @param cut the log holds only what comes after that number
     * @param replayDebt how much may have to be read again for a part of it
     */
    SumThread(ScanLog log, BookKeeper keeper, SumSink sink, Path folder, long cut,
            ReplayDebt replayDebt) {
        this.log = log;
        this.keeper = keeper;
        this.sink = sink;
        this.folder = folder;
        this.cut = cut;
        this.replayDebt = replayDebt;
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
        Joining.all(List.of(thread));
    }

    private void run() {
        try (var count = ScanCount.restore(Files.createDirectories(folder), cut)) {
            new Following(count).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            release();
        }
    }

    /** The sums are broken; that must not fill the disk, for then nothing could be taken any more. */
    private void release() {
        try {
            keeper.noSums();
        } catch (IOException | LogFailure e) {
            trouble = "The log cannot be cut: " + e;
        }
    }

    private long rest(long milliseconds) throws InterruptedException {
        boolean _ = news.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        return Math.min(milliseconds * 2, LONGEST_RETRY_MILLISECONDS);
    }

    /** One life of the thread. */
    private final class Following {

        private final ScanCount count;
        private long taken;
        private long position;
        private int arrival;
        private int due;
        private long awaited;
        /** Bytes of the log whose turns to write something down are still to come. */
        private long passed;

        Following(ScanCount count) {
            this.count = count;
        }

        void run() throws InterruptedException, IOException {
            if (begin()) {
                try (var reader = log.read(position + 1)) {
                    follow(reader);
                }
            }
        }

        /** Asks up to where the sums were taken over; false if it is to end before that is known. */
        private boolean begin() throws InterruptedException {
            long pause = RETRY_MILLISECONDS;
            while (!ending) {
                try {
                    taken = Math.max(sink.takenUpTo(), count.restored());
                    position = Math.min(taken, count.readAfter());
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
                    passed += reader.payload().remaining();
                    if (reader.shard() != Worker.EVERYBODY) {
                        count.apply(reader.shard(), position, reader.payload(), arrival, position > taken);
                    }
                } else if (last) {
                    boolean _ = handOver(arrival);
                    return;
                } else {
                    await();
                }
            }
        }

        private void await() throws InterruptedException {
            if (awaited <= position) {
                awaited = position + 1;
                log.durable(awaited).whenComplete((_, _) -> news.release());
            }
            news.acquire();
            news.drainPermits();
        }

        /**
         * Hands over all that was counted, and says when the next time is: with a minute that is over. False if it is to end before they
         * are taken.
         */
        private boolean handOver(int now) throws InterruptedException {
            int pause = 0;
            if (position > taken) {
                long began = System.nanoTime();
                if (!deliver()) {
                    return false;
                }
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                pause = (int) Math.min(LONGEST_PAUSE, PAUSES * seconds);
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
            long frames = position - taken;
            taken = position;
            trouble = null;
            writeDown(frames);
            return true;
        }

        private void writeDown(long frames) {
            long turns = replayDebt.turns(passed, Shards.COUNT);
            try {
                keeper.sumsNeed(count.writeDown(taken, arrival, turns, frames, replayDebt.frames()), arrival);
                passed = turns > 0 ? 0 : passed;
            } catch (IOException | LogFailure e) {
                // What was written down before stands, and the log keeps what is needed.
                trouble = "The sums cannot be written down: " + e;
            }
        }
    }
}
