package io.waypost.app.outlet;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A stepped clock, scans, and a past that was made up. */
@TestComponent
class OutletFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanIntake intake;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OutletFixture(ScanIntake intake, Deadlines deadlines, BusinessClock clock, JdbcClient jdbc,
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
        return "YT62%011d".formatted(NUMBER.incrementAndGet());
    }

    /** Takes them in as they are, arrived now. */
    void take(Scan... scans) {
        intake.take(List.of(scans), "test", now());
    }

    /** That many new parcels are scanned at the site now. */
    List<String> scan(int parcels, ScanType type, String site) {
        var scans = new ArrayList<Scan>();
        for (int i = 0; i < parcels; i++) {
            scans.add(Scan.of(waybill(), type, now(), site));
        }
        Collections.shuffle(scans);
        intake.take(scans, "test", now());
        return scans.stream().map(Scan::waybill).toList();
    }

    /** The parcels are scanned again. */
    void scan(List<String> waybills, ScanType type, String site) {
        intake.take(waybills.stream().map(waybill -> Scan.of(waybill, type, now(), site)).toList(), "test", now());
    }

    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    /** Goes to the given minute of the next hour, everything counted on the way. */
    void toNextHour(int minute) {
        var next = now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)).plus(Duration.ofMinutes(minute));
        count();
        pass(Duration.between(now(), next));
        count();
    }

    /** Waits until everything that was committed is counted; other databases of the same server may hold the marker back. */
    void count() {
        long until = all(
                () -> jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class)
                        .single());
        for (int tries = 0; tries < 50; tries++) {
            pass(Duration.ofSeconds(61));
            if (marker() >= until) {
                return;
            }
            sleep();
        }
        throw new IllegalStateException("The scans were not counted up to " + until);
    }

    long marker() {
        var marker = all(() -> jdbc.sql("select coalesce(marker, 0) from outlet.progress").query(Long.class).single());
        return marker;
    }

    /** Eight weeks in which the site stood like this at every hour, with a little noise. */
    void past(String site, String path, long backlog, long scans, long given, long delivered) {
        all(() -> jdbc.sql("""
                insert into outlet.reading (site, clock, hour, backlog, aged, scans, given, delivered, failed, silent)
                select :site, extract(hour from at at time zone 'Asia/Shanghai'), at, greatest(0, :backlog + n % 3), 0,
                       greatest(0, :scans + n % 3), :given, :delivered, 0, 0
                from generate_series(1, 56 * 24) as n, lateral (select :hour::timestamptz - n * interval '1 hour') as h (at)
                on conflict do nothing
                """).param("site", site).param("backlog", backlog).param("scans", scans)
                .param("given", given).param("delivered", delivered)
                .param("hour", CountProgressStore.utc(now().truncatedTo(ChronoUnit.HOURS))).update());
        all(() -> jdbc.sql("""
                insert into outlet.site (site, unit_path, last_hour) values (:site, :path, :hour)
                on conflict (site) do update set last_hour = excluded.last_hour
                """).param("site", site).param("path", path)
                .param("hour", CountProgressStore.utc(now().truncatedTo(ChronoUnit.HOURS))).update());
    }

    /** Counting begins now, and so does judging. */
    void begin() {
        pass(Duration.ZERO);
        all(() -> jdbc.sql("update outlet.progress set judging = :hour, judged_site = ''")
                .param("hour", CountProgressStore.utc(now().truncatedTo(ChronoUnit.HOURS))).update());
    }

    <T extends @Nullable Object> T all(Supplier<T> work) {
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
