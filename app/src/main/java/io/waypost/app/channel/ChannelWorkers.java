package io.waypost.app.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that take in and send: several, so that one slow other side does not hold up all. */
@Component
class ChannelWorkers implements SmartLifecycle {

    private static final int EACH = 4;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ChannelWorkers.class);

    private final ChannelIntake intake;
    private final ChannelSending sending;
    private final ChannelSignal signal;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ChannelWorkers(ChannelIntake intake, ChannelSending sending, ChannelSignal signal) {
        this.intake = intake;
        this.sending = sending;
        this.signal = signal;
    }

    /** Waits until there may be something to do. */
    private interface Waiting {

        void await(Duration most) throws InterruptedException;
    }

    private void loop(Waiting waiting, BooleanSupplier next) {
        while (running) {
            try {
                waiting.await(LOOK);
                boolean more = running;
                while (more) {
                    more = next.getAsBoolean() && running;
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("A worker of the channels failed; it goes on", failure);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < EACH; i++) {
            threads.add(Thread.ofVirtual().name("channel-in-" + i)
                    .start(() -> loop(signal::awaitLetter, intake::next)));
            threads.add(Thread.ofVirtual().name("channel-out-" + i)
                    .start(() -> loop(signal::awaitDelivery, sending::next)));
        }
    }

    @Override
    public void stop() {
        running = false;
        for (int i = 0; i < EACH; i++) {
            signal.letter();
            signal.delivery();
        }
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
