package io.waypost.app.delay;

import static io.waypost.app.delay.DelayProgressStore.utc;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A stepped clock, and parcels from Beijing to Guangzhou of which every fourth waits for two days at the hub. */
@TestComponent
class DelayFixture {

    static final String FROM = Organisation.DONGCHENG;
    static final String HUB = "H4401";
    static final String TO = Organisation.TIANHE;
    static final String DIVISION = "440106";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PROMISE = Duration.ofHours(40);

    private final ScanIntake intake;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DelayFixture(ScanIntake intake, BusinessClock clock, JdbcClient jdbc, TransactionTemplate transaction) {
        this.intake = intake;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
    }

    /** So many parcels that were picked up then and promised for so many hours later; not scanned since. */
    List<String> pickedUp(int parcels, Instant at, Duration promised) {
        var waybills = IntStream.range(0, parcels).mapToObj(_ -> "YT63%011d".formatted(NUMBER.incrementAndGet()))
                .toList();
        scan(waybills, ScanType.PICKED_UP, FROM, at);
        promise(waybills, at.plus(promised));
        return waybills;
    }

    /** The same, and at the hub ten hours later, where they wait: committed at once, since a round of judging may run at any moment. */
    List<String> atTheHub(int parcels, Instant at, Duration promised) {
        return all(() -> {
            var waybills = pickedUp(parcels, at, promised);
            scan(waybills, ScanType.ARRIVED, HUB, at.plus(Duration.ofHours(10)));
            return waybills;
        });
    }

    void promise(List<String> waybills, Instant at) {
        all(() -> jdbc.sql("""
                update parcel.parcel set promised_at = :at, recipient_division = :division where waybill = any (:waybills)
                """).param("at", utc(at)).param("division", DIVISION)
                .param("waybills", waybills.toArray(String[]::new)).update());
    }

    /** Scanned then, and known at once. */
    void scan(List<String> waybills, ScanType type, String site, Instant at) {
        scan(waybills, type, site, at, at);
    }

    void scan(List<String> waybills, ScanType type, String site, Instant at, Instant arrival) {
        intake.take(waybills.stream().map(waybill -> Scan.of(waybill, type, at, site)).toList(), "test", arrival);
    }

    /** Two weeks of parcels, a wave of them every twelve hours. */
    void past() {
        for (int hours = 14 * 24; hours > 64; hours -= 12) {
            var at = now().minus(Duration.ofHours(hours));
            var wave = pickedUp(60, at, PROMISE);
            scan(wave, ScanType.ARRIVED, HUB, at.plus(Duration.ofHours(10)));
            var slow = wave.subList(0, 15);
            var quick = wave.subList(15, wave.size());
            deliver(quick, at.plus(Duration.ofHours(20)));
            for (int i = 0; i < 5; i++) {
                deliver(slow.subList(3 * i, 3 * i + 3), at.plus(Duration.ofHours(50 + 2 * i)));
            }
        }
    }

    private void deliver(List<String> waybills, Instant at) {
        scan(waybills, ScanType.OUT_FOR_DELIVERY, TO, at);
        scan(waybills, ScanType.SIGNED, TO, at.plus(Duration.ofHours(3)));
    }

    <T extends @Nullable Object> T all(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> work.get()));
    }

    /** A whole round of judging that began now or later, whichever thread does it. */
    void round(Rounds rounds, DelayProgressStore progress) {
        // It may have begun in the instant between the clock's step and this line.
        var from = now().minusSeconds(5);
        until(rounds, () -> {
            var judged = progress.judged();
            var at = judged.judgedAt();
            return judged.round() == null && at != null && !at.isBefore(from);
        });
    }

    /** Runs the work until that is so. */
    void until(DueWork work, Supplier<Boolean> done) {
        Acting.as(new Actor.Internal("test"), () -> {
            for (int tries = 0; tries < 1_000; tries++) {
                work.runDue(now());
                if (all(done)) {
                    return null;
                }
                sleep();
            }
            throw new IllegalStateException("%s does not come to an end".formatted(work.name()));
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
