package io.waypost.app.conversation;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes entries in small batches, one transaction each: a transaction by itself for each would be a forced write to disk for each. The
 * entries of one conversation go through one thread, so they keep their order and threads do not wait for each other's rows.
 */
@Component
class EntryWriter implements SmartLifecycle {

    static final int BATCH = 200;
    private static final int WRITERS = 4;
    /** What may wait for one writer: some seconds of work. */
    private static final int WAITING = 4_000;
    private static final Duration LOOK_UP = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(EntryWriter.class);

    private final EntryLog log;
    private final ConversationFeed feed;
    private final TransactionTemplate transaction;
    private final List<BlockingQueue<Task>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    EntryWriter(EntryLog log, ConversationFeed feed, TransactionTemplate transaction) {
        this.log = log;
        this.feed = feed;
        this.transaction = transaction;
        for (int i = 0; i < WRITERS; i++) {
            queues.add(new ArrayBlockingQueue<>(WAITING));
        }
    }

    private record Task(NewEntry entry, CompletableFuture<Written> answer) {}

    CompletionStage<Written> write(NewEntry entry) {
        var task = new Task(entry, new CompletableFuture<>());
        var queue = queues.get(Math.floorMod(entry.conversation().hashCode(), WRITERS));
        if (!running || !queue.offer(task)) {
            task.answer().completeExceptionally(new Crowded(LATER));
        } else if (!running) {
            // Stopped meanwhile: whoever does not find it in the queue any more has been answered by the writer.
            if (queue.remove(task)) {
                task.answer().completeExceptionally(new Crowded(LATER));
            }
        }
        return task.answer();
    }

    private void work(BlockingQueue<Task> queue) {
        var batch = new ArrayList<Task>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                // Nobody interrupts a writer: that would tear a transaction. It looks up itself whether it is to stop.
                var first = queue.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                }
            } catch (InterruptedException foreign) {
                LOG.warn("A writer of conversations was interrupted and goes on");
            }
            queue.drainTo(batch, BATCH - batch.size());
            if (!batch.isEmpty()) {
                write(batch);
                batch.clear();
            }
        }
    }

    private void write(List<Task> batch) {
        try {
            answer(batch, commit(batch));
        } catch (RuntimeException failure) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(failure);
                LOG.warn("{} could not be written", batch.getFirst().entry(), failure);
            } else {
                // One that cannot be written must not take the others with it.
                batch.forEach(task -> write(List.of(task)));
            }
        }
    }

    private List<@Nullable Written> commit(List<Task> batch) {
        var entries = batch.stream().map(Task::entry).toList();
        return Acting.as(new Actor.Internal("conversation"), () -> transaction.execute(_ -> log.add(entries)));
    }

    private void answer(List<Task> batch, List<@Nullable Written> answers) {
        var fresh = new ArrayList<Entry>();
        for (int i = 0; i < batch.size(); i++) {
            var written = answers.get(i);
            if (written == null) {
                batch.get(i).answer().completeExceptionally(
                        Refusal.notFound("conversation", batch.get(i).entry().conversation()));
            } else {
                if (!written.again()) {
                    fresh.add(written.entry());
                }
                batch.get(i).answer().complete(written);
            }
        }
        feed.grown(fresh);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < WRITERS; i++) {
            var queue = queues.get(i);
            threads.add(Thread.ofPlatform().name("conversation-" + i).daemon().start(() -> work(queue)));
        }
    }

    /** What was taken is still written. */
    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
