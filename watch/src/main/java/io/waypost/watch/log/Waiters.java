package io.waypost.watch.log;

import java.util.ArrayList;
import java.util.Comparator;

import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Those who asked to be told when a frame is durable. They are told on a thread of its own, in the order of the numbers: what they do
 * then cannot hold up the disk. Not safe for threads, except for what it tells.
 */
final class Waiters {

    private record Waiter(long lsn, CompletableFuture<Void> future) {}

    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::lsn));
    private final ExecutorService teller = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("scan-log-teller").factory());

    CompletionStage<Void> add(long lsn) {
        var future = new CompletableFuture<Void>();
        waiting.add(new Waiter(lsn, future));
        return future.minimalCompletionStage();
    }

    /** Tells those who wait for numbers up to the given one. */
    void durable(long lsn) {
        tell(lsn, future -> future.complete(null));
    }

    /** Tells those who wait for numbers up to the given one that it will not happen. */
    void failed(long lsn, LogFailure failure) {
        tell(lsn, future -> future.completeExceptionally(failure));
    }

    private void tell(long lsn, Consumer<CompletableFuture<Void>> news) {
        var ready = new ArrayList<CompletableFuture<Void>>();
        for (var first = waiting.peek(); first != null && first.lsn <= lsn; first = waiting.peek()) {
            ready.add(first.future);
            waiting.remove();
        }
        if (!ready.isEmpty()) {
            teller.execute(() -> ready.forEach(news));
        }
    }

    /** Ends the thread after it has told everything. */
    void close() {
        teller.shutdown();
    }
}
