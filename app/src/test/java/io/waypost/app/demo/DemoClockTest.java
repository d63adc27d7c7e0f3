package io.waypost.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demonstration's clock moves in steps, and everything on the way happens at its own time")
class DemoClockTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final BusinessClock clock = new BusinessClock(Clock.fixed(NINE, ZoneOffset.UTC), NINE, 0);
    private final TreeSet<Instant> due = new TreeSet<>();
    private final List<Instant> done = new ArrayList<>();
    private final DemoClock demo = new DemoClock(clock, new Deadlines() {

        @Override
        public void wake(Class<? extends DueWork> work) {
            throw new IllegalStateException("Nobody writes deadlines in this test.");
        }

        @Override
        public void wake(Class<? extends DueWork> work, Instant due) {
            throw new IllegalStateException("Nobody writes deadlines in this test.");
        }

        @Override
        public Optional<Instant> nextDue() {
            return due.stream().findFirst();
        }

        @Override
        public void drain(Instant until) {
            while (!due.isEmpty() && !due.first().isAfter(until)) {
                due.removeFirst();
                done.add(clock.instant());
            }
        }
    });

    @Test
    void workIsDoneWhenTheClockShowsItsTime() {
        due.addAll(List.of(NINE.plus(Duration.ofMinutes(5)), NINE.plus(Duration.ofMinutes(40))));
        demo.advanceTo(NINE.plus(Duration.ofHours(1)));
        assertThat(done).containsExactly(NINE.plus(Duration.ofMinutes(5)), NINE.plus(Duration.ofMinutes(40)));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void aCrowdOfDeadlinesIsDoneMinuteByMinute() {
        for (int second = 1; second <= 120; second++) {
            due.add(NINE.plusSeconds(second));
        }
        demo.advanceTo(NINE.plus(Duration.ofMinutes(3)));
        assertThat(done).hasSize(120);
        assertThat(new TreeSet<>(done)).hasSize(2);
    }

    @Test
    void whatIsDueLaterWaits() {
        due.add(NINE.plus(Duration.ofHours(2)));
        demo.advanceTo(NINE.plus(Duration.ofHours(1)));
        assertThat(done).isEmpty();
        assertThat(due).hasSize(1);
    }
}
