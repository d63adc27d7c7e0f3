package io.waypost.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is woken by what, and who is left asleep. */
class DueRunnerTest {

    private final Tickets tickets = new Tickets();
    private final Others others = new Others();
    private final BusinessClock clock = BusinessClock.real(Clock.systemUTC());
    private final DueRunner runner = new DueRunner(List.of(tickets, others), clock);

    @BeforeEach
    void asleep() throws InterruptedException {
        runner.start();
        assertThat(tickets.looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(others.looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        runner.stop();
    }

    @Test
    void wakesTheWorkThatIsMeantAndNoOther() throws InterruptedException {
        int seen = others.looks.get();
        for (int i = 0; i < 20; i++) {
            runner.wake(Tickets.class);
            assertThat(tickets.looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        // Its own look of every two seconds may fall into this time.
        assertThat(others.looks.get() - seen).isLessThanOrEqualTo(1);
    }

    @Test
    void leavesAThreadAsleepForADeadlineThatItLooksForInTimeAnyway() {
        int seen = tickets.looks.get();
        for (int i = 0; i < 1_000; i++) {
            runner.wake(Tickets.class, clock.instant().plus(Duration.ofHours(2)));
        }
        assertThat(tickets.looks.get() - seen).isLessThanOrEqualTo(1);
    }

    @Test
    void wakesForADeadlineBeforeTheNextLook() throws InterruptedException {
        long sent = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            runner.wake(Tickets.class, clock.instant().plusMillis(100));
            assertThat(tickets.looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(DueRunner.LONGEST_SLEEP.multipliedBy(5));
    }

    @Test
    void refusesToWakeWhatIsNotThere() {
        assertThatThrownBy(() -> runner.wake(Absent.class)).hasMessage("Absent is not among the due work.");
    }

    private static class Recorded implements DueWork {

        final Semaphore looked = new Semaphore(0);
        final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public int runDue(Instant now) {
            looks.incrementAndGet();
            looked.release();
            return 0;
        }
    }

    private static final class Tickets extends Recorded {}

    private static final class Others extends Recorded {}

    private static final class Absent extends Recorded {}
}
