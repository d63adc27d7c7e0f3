package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.Registry;
import io.waypost.app.testing.Organisation;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A network that streams its scans, with a clock that stands until it is moved, and registers what it promises. */
@TestComponent
class StreamFixture {

    static final String FROM = Organisation.DONGCHENG;
    static final String HUB = "H4401";
    static final String TO = Organisation.TIANHE;

    private static final int WAVES = 36;
    private static final int QUICK = 45;
    private static final int SLOW = 15;

    /** How many of the past were late. */
    static final int LATE = WAVES * SLOW;

    private static final String DIVISION = "440106";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanStream stream;
    private final Registry registry;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final TreeMap<Instant, StringBuilder> planned = new TreeMap<>();

    /** How many were picked up when. */
    private final Map<Instant, Integer> streamed = new HashMap<>();

    StreamFixture(ScanStream stream, Registry registry, Deadlines deadlines, BusinessClock clock,
            TransactionTemplate transaction) {
        this.stream = stream;
        this.registry = registry;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = transaction;
        clock.run(0);
    }

    /** The present second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Nine days of parcels from Beijing to Guangzhou, a wave every six hours, of which every fourth waits too long at the hub, and a night.
     *
     * @param late what must be so when the promises of the last wave have passed, and what is slow is not delivered yet
     */
    void past(ThrowingRunnable late) throws IOException {
        var last = now().plus(Duration.ofHours(6 * WAVES + 62)).atZone(Holidays.ZONE).plusDays(1)
                .with(LocalTime.of(3, 30)).toInstant();
        for (int wave = 0; wave < WAVES; wave++) {
            var at = last.minus(Duration.ofHours(61 + 6 * wave));
            deliver(underWay(QUICK, at, Duration.ofHours(40)), at.plus(Duration.ofHours(20)));
            for (int i = 0; i < SLOW / 3; i++) {
                deliver(underWay(3, at, Duration.ofHours(40)), at.plus(Duration.ofHours(50 + 2 * i)));
            }
        }
        play(last.minus(Duration.ofHours(61 - 45)));
        until(late);
        play();
        pass(Duration.ofHours(1));
    }

    /** Plans so many that are picked up then, are at the hub ten hours later, and are promised for so many hours after the first. */
    List<String> underWay(int parcels, Instant at, Duration promised) {
        var waybills = registered(parcels, at.plus(promised));
        plan(at, waybills, ScanType.PICKED_UP, FROM);
        streamed.merge(at, parcels, Integer::sum);
        plan(at.plus(Duration.ofHours(10)), waybills, ScanType.ARRIVED, HUB);
        return waybills;
    }

    /** Plans that a courier sets out with them then, and brings them. */
    void deliver(List<String> waybills, Instant at) {
        plan(at, waybills, ScanType.OUT_FOR_DELIVERY, TO);
        plan(at.plus(Duration.ofHours(3)), waybills, ScanType.SIGNED, TO);
    }

    /** How many had been picked up by then. */
    long streamedBefore(Instant instant) {
        return streamed.entrySet().stream().filter(wave -> !wave.getKey().isAfter(instant))
                .mapToInt(Map.Entry::getValue).sum();
    }

    private List<String> registered(int parcels, Instant promised) {
        var waybills = IntStream.range(0, parcels).mapToObj(_ -> "YT64%011d".formatted(NUMBER.incrementAndGet()))
                .toList();
        registry.register(waybills.stream().map(waybill -> new Registration(waybill, null, promised, null, null, null,
                null, Party.UNKNOWN, new Party(null, null, DIVISION, null))).toList(), now());
        return waybills;
    }

    /** Has them scanned when the clock comes there. */
    private void plan(Instant at, List<String> waybills, ScanType type, String site) {
        var lines = planned.computeIfAbsent(at, _ -> new StringBuilder());
        waybills.forEach(waybill -> lines.append(line(waybill, type, site, at)));
    }

    /** Moves the clock along what is planned. */
    void play() throws IOException {
        play(Instant.MAX);
    }

    /** The same as far as that instant. */
    private void play(Instant until) throws IOException {
        while (!planned.isEmpty() && !planned.firstKey().isAfter(until)) {
            var due = planned.pollFirstEntry();
            clock.advanceTo(due.getKey());
            take(due.getValue().toString());
        }
    }

    void scan(List<String> waybills, ScanType type, String site) throws IOException {
        var lines = new StringBuilder();
        waybills.forEach(waybill -> lines.append(line(waybill, type, site, now())));
        take(lines.toString());
    }

    private void take(String lines) throws IOException {
        var taken = stream.lines(new ByteArrayInputStream(lines.getBytes(UTF_8)),
                ThoroughLines::fields, Scope.EVERYTHING, 1 << 26, null).taken();
        if (!taken.refused().isEmpty()) {
            throw new IllegalStateException("%s were refused".formatted(taken.refused()));
        }
    }

    private static String line(String waybill, ScanType type, String site, Instant at) {
        return "{\"waybill\":\"%s\",\"type\":\"%s\",\"scannedAt\":\"%s\",\"site\":\"%s\"}%n".formatted(waybill, type,
                at,
                site);
    }

    void pass(Duration time) {
        step(time);
        deadlines.drain(clock.instant());
    }

    /** Does what is due until that holds. */
    void until(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            deadlines.drain(clock.instant());
            assertion.run();
        });
    }

    /** Moves the clock, and leaves what falls due to the platform's own threads. */
    void step(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
    }

    <R> R inTransaction(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.<R>execute(_ -> work.get())));
    }
}
