package io.waypost.watch.host;

import io.waypost.watch.log.LogFailure;
import io.waypost.watch.log.LogReader;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.timeline.EventSink;
import io.waypost.watch.timeline.FolderStorage;
import io.waypost.watch.timeline.TimelineStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log for the timelines: every scan goes into them once, and the log is kept until they are on disk. A second thread lets
 * segments grow together and drops what is older than is kept.
 */
final class TimelineThread {

    private static final long TENDING_MILLISECONDS = 1_000;

    private final ScanLog log;
    private final FolderStorage storage;
    private final TimelineStore store;
    private final BookKeeper keeper;
    private final TimelineSettings settings;
    private final Thread following = Thread.ofPlatform().daemon().name("watch-timelines").unstarted(this::run);
    private final Thread tending = Thread.ofPlatform().daemon().name("watch-timelines-merge").unstarted(this::tend);
    private final Semaphore news = new Semaphore(0);
    private final Object progress = new Object();
    private final ScanEvents events = new ScanEvents();
    private volatile boolean ending;
    private volatile int arrival;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String trouble;

    TimelineThread(ScanLog log, FolderStorage storage, TimelineStore store, BookKeeper keeper,
            TimelineSettings settings) {
        this.log = log;
        this.storage = storage;
        this.store = store;
        this.keeper = keeper;
        this.settings = settings;
    }

    void start() {
        following.start();
        tending.start();
    }

    /** Tells the scans of a parcel in the order of their arrival. */
    void tell(long key, EventSink sink) throws IOException {
        store.timeline(key, sink);
    }

    /** Where all that is kept can be read. */
    TimelineStore store() {
        return store;
    }

    /** Returns when everything up to that number can be read. */
    void await(long lsn) throws InterruptedException {
        synchronized (progress) {
            while (store.appendedLsn() < lsn) {
                if (!following.isAlive()) {
                    throw new EngineFailure("The timelines have stopped.", failure);
                }
                progress.wait(TENDING_MILLISECONDS);
            }
        }
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    /** Comes to the end of the closed log, and puts all of it on disk. */
    void end() throws IOException {
        ending = true;
        news.release();
        tending.interrupt();
        Joining.all(List.of(following, tending));
        store.close();
        storage.close();
    }

    private void run() {
        try (var reader = log.read(sealed() + 1)) {
            follow(reader);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } finally {
            synchronized (progress) {
                progress.notifyAll();
            }
        }
    }

    private void follow(LogReader reader) throws InterruptedException {
        long position = sealed();
        while (true) {
            // Asked before the log is: what it says then is its end, and all of it is put on disk.
            boolean last = ending;
            boolean more = reader.next();
            if (more) {
                position = reader.lsn();
                arrival = reader.arrival();
                take(reader, position);
            }
            if (store.tailEvents() >= settings.sealEvents() || (!more && last)) {
                seal();
            }
            if (!more) {
                synchronized (progress) {
                    progress.notifyAll();
                }
                if (last) {
                    return;
                }
                log.durable(position + 1).whenComplete((_, _) -> news.release());
                news.acquire();
                news.drainPermits();
            }
        }
    }

    /** Up to where in the log all is on disk, 0 if nothing is. */
    private long sealed() {
        return Math.max(store.sealedLsn(), 0);
    }

    private void take(LogReader reader, long lsn) {
        store.append(events.of(reader.payload(), arrival), lsn);
    }

    /** What cannot be put on disk now stays in memory and in the log; it is tried again. */
    private void seal() throws InterruptedException {
        try {
            store.seal();
            keeper.timelinesNeed(store.sealedLsn(), arrival);
            trouble = null;
        } catch (IOException | LogFailure e) {
            trouble = "Timelines cannot be put on disk: " + e;
            if (!ending) {
                boolean _ = news.tryAcquire(TENDING_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tend() {
        try {
            while (!ending) {
                try {
                    store.retain((int) Math.max(Integer.MIN_VALUE, arrival - settings.kept().toSeconds()));
                    while (!ending && store.merge()) {
                        trouble = null;
                    }
                } catch (IOException e) {
                    trouble = "Timelines cannot be merged: " + e;
                }
                Thread.sleep(TENDING_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble = "Timelines are no longer merged: " + e;
        }
    }
}
