package io.waypost.watch.host;

import io.waypost.watch.host.WorkerThread.Reached;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.table.Shards;
import io.waypost.watch.timeline.FolderStorage;
import io.waypost.watch.timeline.TimelineStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Brings an engine to where it had been; what it opened is closed again if that fails. */
final class Opening {

    private final EngineSettings settings;
    private final FindingSink sink;
    private final @Nullable SumSink sumSink;
    private final Collection<OwnedShard> restored = new ConcurrentLinkedQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<WorkerThread> threads = new ArrayList<>();
    private @Nullable ScanLog log;
    private @Nullable TimelineThread timelines;
    private @Nullable SumThread sums;
    private boolean open;

    Opening(EngineSettings settings, FindingSink sink, @Nullable SumSink sumSink) {
        this.settings = settings;
        this.sink = sink;
        this.sumSink = sumSink;
    }

    WatchEngine open(IntSupplier clock) throws IOException, InterruptedException {
        var shards = Files.createDirectories(settings.folder().resolve("shards"));
        // The log goes first: it keeps a second process out.
        var scans = ScanLog.open(Files.createDirectories(settings.folder().resolve("log")), settings.log());
        log = scans;
        var file = new BookFile(settings.folder());
        var contents = file.read();
        var keeper = new BookKeeper(file, scans, contents);
        timelines = timelines(scans, keeper, contents.lsn());
        sums = sums(scans, keeper, contents.lsn());
        restore(shards, contents.lsn());
        for (int number = 0; number < settings.workers(); number++) {
            workers.add(new Worker(scans, keeper, contents, shardsOf(number), settings.sweepEvery()));
        }
        for (int number = 0; number < settings.workers(); number++) {
            threads.add(new WorkerThread(number, workers.get(number), scans, sink, settings.replayDebt()));
        }
        threads.forEach(WorkerThread::start);
        var reached = new Reached(List.of(), 0);
        for (var thread : threads) {
            reached = caughtUp(thread);
        }
        // Until here the processors are the workers': nobody can ask for anything before they have caught up.
        timelines.start();
        if (sums != null) {
            sums.start();
        }
        open = true;
        return new WatchEngine(scans, List.copyOf(threads), timelines, sums, clock, reached.book(), keeper.senders(),
                reached.arrival());
    }

    void discardUnlessOpen() throws IOException {
        if (open) {
            return;
        }
        restored.forEach(OwnedShard::close);
        if (threads.isEmpty()) {
            workers.forEach(Worker::close);
        } else {
            WorkerThread.end(threads, false);
        }
        if (log != null) {
            log.close();
        }
        if (timelines != null) {
            timelines.end();
        }
        if (sums != null) {
            sums.end();
        }
    }

    /** @throws EngineFailure if the log was cut behind what they have on disk: they are not those of this log */
    private TimelineThread timelines(ScanLog scans, BookKeeper keeper, long cut) throws IOException {
        var folder = Files.createDirectories(settings.folder().resolve("timelines"));
        var storage = FolderStorage.open(folder);
        var store = TimelineStore.open(storage, settings.timelines().plan());
        // A store that nothing was ever sealed into says -1, and the log begins with 1.
        if (Math.max(store.sealedLsn(), 0) < cut) {
            store.close();
            storage.close();
            throw new EngineFailure("The timelines in %s reach to frame %d, and the log begins after frame %d."
                    .formatted(folder, store.sealedLsn(), cut), null);
        }
        return new TimelineThread(scans, storage, store, keeper, settings.timelines());
    }

    private @Nullable SumThread sums(ScanLog scans, BookKeeper keeper, long cut) throws IOException {
        if (sumSink == null) {
            keeper.noSums();
            return null;
        }
        return new SumThread(scans, keeper, sumSink, settings.folder().resolve("sums"), cut, settings.replayDebt());
    }

    /** All shards, by as many threads as there are processors: it is the longest part of a start after an orderly end. */
    private void restore(Path folder, long cut) throws IOException, InterruptedException {
        int remembered = Math.toIntExact(settings.remembered().toSeconds());
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Shards.COUNT);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var restoring = IntStream.range(0, Shards.COUNT)
                    .mapToObj(number -> pool.submit(() -> {
                        restored.add(OwnedShard.restore(folder, number, remembered, cut));
                        return number;
                    })).toList();
            for (var each : restoring) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Those that a worker carries; it closes them from now on. */
    private List<OwnedShard> shardsOf(int worker) {
        var owned = restored.stream().filter(shard -> shard.number() % settings.workers() == worker)
                .sorted(Comparator.comparingInt(OwnedShard::number)).toList();
        restored.removeAll(owned);
        return owned;
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException(cause);
        };
    }

    private static Reached caughtUp(WorkerThread thread) throws InterruptedException {
        try {
            return thread.caughtUp().get();
        } catch (ExecutionException e) {
            throw new EngineFailure("The log cannot be applied: " + e.getCause(), e.getCause());
        }
    }
}
