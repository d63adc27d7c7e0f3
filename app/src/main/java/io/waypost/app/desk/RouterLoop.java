package io.waypost.app.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The router of this node: at once when something changes here, and each second for what time changes (rings, offers, leases). */
@Component
class RouterLoop implements SmartLifecycle {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RouterLoop.class);

    private final RouterRound round;
    private final SeatDues dues;
    private final RouterSignal signal;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    RouterLoop(RouterRound round, SeatDues dues, RouterSignal signal) {
        this.round = round;
        this.dues = dues;
        this.signal = signal;
    }

    private void loop() {
        long looked = System.nanoTime();
        while (running) {
            try {
                signal.await(SECOND);
                if (!running) {
                    return;
                }
                if (System.nanoTime() - looked >= SECOND.toNanos()) {
                    looked = System.nanoTime();
                    dues.run();
                }
                round.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("A round of the router failed; the next one tries again", failure);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("router").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        signal.afterCommit();
        var stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
