package io.waypost.app.kernel;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Saves the demonstration's clock every second, so that a start after a crash goes on where it stood. */
@Component
@ConditionalOnProperty(name = "waypost.mode", havingValue = "DEMO")
class ClockKeeper implements SmartLifecycle {

    private final BusinessClock clock;
    private final ClockStore store;
    private volatile boolean running;

    ClockKeeper(BusinessClock clock, ClockStore store) {
        this.clock = clock;
        this.store = store;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void save() {
        if (running) {
            store.save(clock.instant(), clock.speed());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        save();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
