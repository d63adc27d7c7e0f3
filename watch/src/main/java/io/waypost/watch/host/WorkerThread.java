package io.waypost.watch.host;

import io.waypost.watch.log.LogFailure;
import io.waypost.watch.log.ScanLog;
import io.waypost.watch.record.WatchRecord;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives a worker: follows the log, hands over what was found, writes shards down, answers questions. Findings are always handed over
 * before the shard that found them is written down, so that none is lost; after a crash they are found again, the same.
 */
final class WorkerThread {

    /** Frames between two looks at questions and snapshots. */
    private static final int STRIDE = 1_024;
    /** How many findings wait before they are handed over while the log is caught up with, or at most while nobody takes them. */
    private static final int MOST_FINDINGS = 4_096;
    /** For so long suspicions wait for others, so that not each of them is a transaction of its own. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_MILLISECONDS = 250;
    private static final int MOST_DOUBLINGS = 6;
    private static final long LONGEST_RETRY_MILLISECONDS = 15_000;

    private final Worker worker;
    private final ScanLog log;
    private final FindingSink sink;
    private final ReplayDebt replayDebt;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final long target;
    private final CompletableFuture<Reached> caughtUp = new CompletableFuture<>();
    private volatile Ending ending = Ending.NONE;
    private volatile Seen seen = new Seen(0, 0, 0, 0);
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String trouble;
    private long handedOver;
    private long awaited;
    /** How often in a row findings were not taken over, and when they are offered again, by {@link System#nanoTime}. */
    private int refusals;
    private long retryAt;
    private long handedOverAt = System.nanoTime() - PATIENCE;

    /** How it is asked to stop. */
    private enum Ending {
        NONE,
        AFTER_THE_LOG,
        AT_ONCE
    }

    private record Question(long key, long after, CompletableFuture<@Nullable ParcelLook> answer) {}

    /** What it knew, and the second it had come to, when it had caught up. */
    record Reached(List<WatchRecord> book, int arrival) {

        Reached {
            book = List.copyOf(book);
        }
    }

    /** What others may know of it. */
    record Seen(long position, long parcels, long bytes, long findings) {}

    WorkerThread(int number, Worker worker, ScanLog log, FindingSink sink, ReplayDebt replayDebt) {
        this.worker = worker;
        this.log = log;
        this.sink = sink;
        this.replayDebt = replayDebt;
        this.target = log.lastDurableLsn();
        this.thread = Thread.ofPlatform().daemon().name("watch-worker-" + number).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Completes when it has come to where the log ended when the engine was opened. */
    CompletableFuture<Reached> caughtUp() {
        return caughtUp;
    }

    /** The parcel after that frame was applied; null if it is not remembered then. */
    CompletableFuture<@Nullable ParcelLook> look(long key, long after) {
        var question = new Question(key, after, new CompletableFuture<>());
        questions.add(question);
        news.release();
        if (!thread.isAlive()) {
            refuseQuestions();
        }
        return question.answer;
    }

    Seen seen() {
        return seen;
    }

    int skippedSnapshots() {
        return worker.skipped();
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

    /** Lets them come to the end of the closed log, or stop at once, and waits for it. */
    static void end(List<WorkerThread> workers, boolean afterTheLog) {
        for (var worker : workers) {
            worker.ending = afterTheLog ? Ending.AFTER_THE_LOG : Ending.AT_ONCE;
            worker.news.release();
        }
        Joining.all(workers.stream().map(worker -> worker.thread).toList());
    }

    private void run() {
        try {
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            caughtUp.completeExceptionally(e);
        } finally {
            refuseQuestions();
            caughtUp.completeExceptionally(new EngineFailure("The watch was stopped.", null));
            worker.close();
        }
    }

    private void follow() throws InterruptedException, IOException {
        while (ending != Ending.AT_ONCE) {
            boolean held = held();
            boolean more = !held;
            for (int i = 0; i < STRIDE && more; i++) {
                more = worker.step();
            }
            if (worker.position() >= target && !caughtUp.isDone()) {
                caughtUp.complete(new Reached(worker.book(), worker.arrival()));
            }
            answer();
            if (ripe(more)) {
                handOver();
            }
            // While it catches up nothing new has to be read again, and whoever waits for it should not wait for the disk.
            if (worker.findings().size() == 0 && caughtUp.isDone()) {
                writeDown(replayDebt);
            }
            publish();
            if (held) {
                if (held()) {
                    awaitRetry();
                }
            } else if (!more) {
                if (ending != Ending.NONE) {
                    rest();
                    return;
                }
                await();
            }
        }
    }

    /** Whether so much is found that nobody takes over that it must not become more; until then it goes on without them. */
    private boolean held() {
        return ending == Ending.NONE && worker.findings().size() >= MOST_FINDINGS;
    }

    /** Whether what was found should be handed over now. */
    private boolean ripe(boolean more) {
        var findings = worker.findings();
        if (findings.size() == 0) {
            return false;
        }
        boolean waited = System.nanoTime() - handedOverAt >= PATIENCE;
        boolean full = findings.size() >= MOST_FINDINGS;
        return full || waited || ending != Ending.NONE || (!more && findings.pressing());
    }

    /** At an orderly end everything is written down, so that the next start has nothing to read again. */
    private void rest() {
        if (ending == Ending.AFTER_THE_LOG && worker.findings().size() == 0) {
            boolean more = true;
            while (more && trouble == null) {
                more = writeDown(ReplayDebt.NONE);
            }
        }
        publish();
    }

    private void await() throws InterruptedException {
        long next = worker.position() + 1;
        if (awaited < next && ending == Ending.NONE) {
            awaited = next;
            log.durable(next).whenComplete((_, _) -> news.release());
        }
        if (worker.findings().size() > 0) {
            awaitRetry();
        } else {
            news.acquire();
            news.drainPermits();
        }
    }

    /** Until what waits, or was refused, is to be handed over, or something happens. */
    private void awaitRetry() throws InterruptedException {
        long until = refusals > 0 ? retryAt : handedOverAt + PATIENCE;
        boolean _ = news.tryAcquire(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        news.drainPermits();
    }

    /** What is refused is tried again after a while, at most a quarter of a minute; meanwhile the log is followed. */
    private void handOver() {
        boolean tooEarly = refusals > 0 && retryAt - System.nanoTime() > 0;
        if (tooEarly && ending == Ending.NONE) {
            return;
        }
        try {
            sink.deliver(worker.findings().waiting());
            handedOver += worker.findings().size();
            worker.findings().handedOver();
            handedOverAt = System.nanoTime();
            refusals = 0;
            trouble = null;
        } catch (RuntimeException e) {
            trouble = "Findings cannot be handed over: " + e;
            long pause = Math.min(RETRY_MILLISECONDS << Math.min(refusals, MOST_DOUBLINGS), LONGEST_RETRY_MILLISECONDS);
            retryAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
            refusals++;
        }
    }

    private boolean writeDown(ReplayDebt debt) {
        try {
            boolean wrote = worker.writeDown(debt);
            if (wrote) {
                trouble = null;
            }
            return wrote;
        } catch (IOException | LogFailure e) {
            // The earlier snapshots stand and the log keeps what is needed: it costs time at the next start, nothing else.
            trouble = "A shard cannot be written down: " + e;
            return false;
        }
    }

    private void answer() {
        for (var question = questions.peek(); question != null; question = questions.peek()) {
            if (question.after > worker.position()) {
                return;
            }
            questions.remove();
            question.answer.complete(worker.look(question.key));
        }
    }

    private void refuseQuestions() {
        for (var question = questions.poll(); question != null; question = questions.poll()) {
            question.answer.completeExceptionally(new EngineFailure("The watch has stopped.", failure));
        }
    }

    private void publish() {
        seen = new Seen(worker.position(), worker.parcels(), worker.bytes(), handedOver);
    }
}
