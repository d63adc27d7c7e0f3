package io.waypost.app.anomaly;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A stepped clock, scans, and looking at them. */
@TestComponent
class AnomalyFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanIntake intake;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AnomalyFixture(ScanIntake intake, Deadlines deadlines, BusinessClock clock, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.deadlines = deadlines;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String waybill() {
        return "YT64%011d".formatted(NUMBER.incrementAndGet());
    }

    /** The parcel is scanned so long ago, and that arrives now. */
    void scan(String waybill, Duration ago, ScanType type, String site, @Nullable String next) {
        var scan = Scan.of(waybill, type, now().minus(ago), site);
        intake.take(List.of(next == null ? scan : scan.to(next)), "test", now());
    }

    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    /** Looking begins now. */
    void begin() {
        pass(Duration.ZERO);
    }

    /** Waits until everything that was committed has been looked at; other databases of the same server may hold the marker back. */
    void look() {
        long until = all(() -> jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class).single());
        for (int tries = 0; tries < 50; tries++) {
            pass(Duration.ofSeconds(31));
            if (all(() -> jdbc.sql("select marker from anomaly.progress").query(Long.class).single()) >= until) {
                return;
            }
            sleep();
        }
        throw new IllegalStateException("The scans were not looked at up to " + until);
    }

    private <T> T all(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> work.get()));
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
