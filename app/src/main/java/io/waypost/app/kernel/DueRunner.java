package io.waypost.app.kernel;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs every {@link DueWork} when it falls due: virtual threads of its own, asleep until the next deadline or until somebody
 * says that an earlier one was written for it. Another node's new deadlines are seen within {@link #LONGEST_SLEEP}.
 */
@Component
class DueRunner implements Deadlines, SmartLifecycle {

    /** The longest time without a look at the table. */
    static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AFTER_CLAIMED = Duration.ofMillis(5);

    private final Map<DueWork, DueSignal> works;
    private final BusinessClock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    DueRunner(List<DueWork> works, BusinessClock clock) {
        this.works = works.stream()
                .collect(toMap(work -> work, _ -> new DueSignal(), (one, _) -> one, LinkedHashMap::new));
        this.clock = clock;
    }

    @Override
    public void wake(Class<? extends DueWork> work) {
        var signal = signal(work);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    signal.give();
                }
            });
        } else {
            signal.give();
        }
    }

    @Override
    public void wake(Class<? extends DueWork> work, Instant due) {
        if (clock.untilShows(due, LONGEST_SLEEP).compareTo(LONGEST_SLEEP) < 0) {
            wake(work);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return works.keySet().stream().filter(DueWork::punctual).flatMap(work -> nextDue(work).stream())
                .min(Instant::compareTo);
    }

    @Override
    public void drain(Instant instant) {
        var until = BusinessClock.whole(instant);
        boolean busy = true;
        while (busy) {
            busy = false;
            for (var work : works.keySet()) {
                while (asPlatform(work, until) > 0) {
                    busy = true;
                }
                // What another thread or node has claimed is done only when it has committed.
                if (nextDue(work).filter(next -> next.isBefore(until)).isPresent()) {
                    sleep(works.get(work), AFTER_CLAIMED);
                    busy = true;
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        works.forEach((work, signal) -> {
            for (int worker = 1; worker <= work.workers(); worker++) {
                threads.add(
                        Thread.ofVirtual().name("due-" + work.name() + "-" + worker).start(() -> serve(work, signal)));
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        works.values().forEach(DueSignal::give);
        threads.forEach(DueRunner::join);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void serve(DueWork work, DueSignal signal) {
        while (running) {
            // Read before the look at the table: a deadline written during the look wakes us at once.
            long heard = signal.count();
            try {
                if (asPlatform(work, clock.instant()) == 0 && running) {
                    signal.sleep(untilNext(work), heard);
                }
            } catch (RuntimeException failure) {
                // The rows stay due: they are tried again, by us or by another node.
                LOG.error("The due work {} failed and will be tried again", work.name(), failure);
                sleep(signal, AFTER_FAILURE);
            }
        }
    }

    private int asPlatform(DueWork work, Instant now) {
        return Acting.as(new Actor.Internal(work.name()), () -> work.runDue(now));
    }

    private static Optional<Instant> nextDue(DueWork work) {
        return Acting.as(new Actor.Internal(work.name()), work::nextDue);
    }

    private Duration untilNext(DueWork work) {
        return nextDue(work)
                .map(next -> clock.untilShows(next, LONGEST_SLEEP))
                .map(wait -> wait.isZero() ? Duration.ofMillis(20) : wait)
                .orElse(LONGEST_SLEEP);
    }

    private void sleep(DueSignal signal, Duration duration) {
        if (running) {
            signal.sleep(duration, signal.count());
        }
    }

    private DueSignal signal(Class<? extends DueWork> work) {
        return works.entrySet().stream().filter(entry -> work.isInstance(entry.getKey())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(work.getSimpleName() + " is not among the due work."))
                .getValue();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
