package io.waypost.app.kernel;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The two clocks; nothing else may read the time. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    private static final Duration PAST = Duration.ofDays(3);

    @Bean
    Clock wallClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Primary
    BusinessClock clock(ClockStore store, WaypostSettings settings) {
        var wall = wallClock();
        if (!settings.demo()) {
            return BusinessClock.real(wall);
        }
        // Time stands still while a demonstration is stopped; otherwise a night off would make every parcel late.
        return store.load()
                .map(saved -> new BusinessClock(wall, saved.shown(), saved.speed()))
                // The first three days are lived through at once; then the demonstration shows today.
                .orElseGet(() -> new BusinessClock(wall, wall.instant().minus(PAST), 0));
    }
}
