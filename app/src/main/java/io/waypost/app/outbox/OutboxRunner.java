package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Empties the outbox by real time, on every node: a thread for each channel, so that a slow one does not hold up another, asleep until a
 * message is due or one was written here.
 */
@Component
class OutboxRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRunner.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    private final Dispatcher dispatcher;
    private final Inbound inbound;
    private final Doubts doubts;
    private final Gateways gateways;
    private final Semaphore stopped = new Semaphore(0);
    private final Map<Channel, Semaphore> written = new EnumMap<>(Channel.class);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    OutboxRunner(Dispatcher dispatcher, Inbound inbound, Doubts doubts, Gateways gateways) {
        this.dispatcher = dispatcher;
        this.inbound = inbound;
        this.doubts = doubts;
        this.gateways = gateways;
        for (var channel : Channel.values()) {
            written.put(channel, new Semaphore(0));
        }
        dispatcher.whenFree(this::wake);
    }

    /** Says that the running transaction wrote a message. */
    void wakeAfterCommit(Channel channel) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(channel);
            }
        });
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var gateway : gateways.all()) {
            if (gateway instanceof CmppGateway carrier) {
                carrier.keepOpen();
            }
        }
        threads.add(Thread.ofVirtual().name("outbox-lost").start(this::lookAfter));
        for (var channel : gateways.channels()) {
            threads.add(Thread.ofVirtual().name("outbox-" + channel).start(() -> serve(channel)));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopped.release();
        written.keySet().forEach(this::wake);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        for (var gateway : gateways.all()) {
            if (gateway instanceof CmppGateway carrier) {
                carrier.close();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void serve(Channel channel) {
        while (running) {
            try {
                if (dispatcher.sendBatch(channel) == 0) {
                    sleep(channel, dispatcher.untilNext(channel, LONGEST_SLEEP));
                }
            } catch (RuntimeException failure) {
                LOG.error("The outbox for {} could not be worked on and will be tried again", channel, failure);
                sleep(channel, Duration.ofSeconds(1));
            }
        }
    }

    /** Finds what dead nodes have left lying, and reports that found no message. */
    private void lookAfter() {
        while (running) {
            try {
                while (dispatcher.giveUpLeases() > 0) {
                    gateways.channels().forEach(this::wake);
                }
                inbound.sweep();
                doubts.ask();
            } catch (RuntimeException failure) {
                LOG.error("What dead nodes have left could not be looked after and will be tried again", failure);
            }
            try {
                if (stopped.tryAcquire(LONGEST_SLEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void wake(Channel channel) {
        signal(channel).release();
    }

    private void sleep(Channel channel, Duration duration) {
        var signal = signal(channel);
        try {
            if (running && signal.tryAcquire(Math.max(50, duration.toMillis()), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Semaphore signal(Channel channel) {
        return java.util.Objects.requireNonNull(written.get(channel));
    }
}
