package io.waypost.app.demo;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.system.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DemoController {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final WaypostSettings settings;
    private final BusinessClock clock;
    private final DemoClock demoClock;
    private final WarmUp warmUp;
    private final LiveFeed live;

    DemoController(WaypostSettings settings, BusinessClock clock, DemoClock demoClock, WarmUp warmUp, LiveFeed live) {
        this.settings = settings;
        this.clock = clock;
        this.demoClock = demoClock;
        this.warmUp = warmUp;
        this.live = live;
    }

    record Span(Instant from, Instant to) {}

    /** What to do with the clock; what is absent stays as it is. */
    record Wanted(@Nullable Instant advanceTo, @Nullable Double speed, @Nullable Span warmUp) {}

    record Shown(Instant now, double speed) {}

    @PutMapping("/api/v1/demo/clock")
    Shown put(@RequestBody Wanted wanted) {
        if (!settings.demo()) {
            throw Refusal.forbidden("NOT_THE_DEMONSTRATION", "In real use nobody moves the clock.");
        }
        if (wanted.warmUp() != null) {
            warmUp.set(Optional.of(new WarmUp.Span(wanted.warmUp().from(), wanted.warmUp().to())));
        }
        if (wanted.advanceTo() != null) {
            if (wanted.advanceTo().isAfter(clock.instant().plus(FARTHEST))) {
                throw Refusal.invalid("advanceTo", wanted.advanceTo(), "OUT_OF_RANGE",
                        "Move at most a year at a time.");
            }
            demoClock.advanceTo(wanted.advanceTo());
        }
        if (wanted.speed() != null) {
            clock.run(wanted.speed());
            if (wanted.speed() > 0) {
                warmUp.set(Optional.empty());
            }
            live.tell("clock", "/", Map.of("now", clock.instant(), "speed", clock.speed()));
        }
        return new Shown(clock.instant(), clock.speed());
    }
}
