package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.Registry;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A network that streams its scans, with a clock that stands until it is moved, and registers what it promises. */
@TestComponent
class StreamFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ScanStream stream;
    private final Registry registry;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final TreeMap<Instant, StringBuilder> planned = new TreeMap<>();

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

    List<String> registered(int parcels, Instant promised, String division) {
        var waybills = IntStream.range(0, parcels).mapToObj(_ -> "YT64%011d".formatted(NUMBER.incrementAndGet()))
                .toList();
        registry.register(waybills.stream().map(waybill -> new Registration(waybill, null, promised, null, null, null,
                null, Party.UNKNOWN, new Party(null, null, division, null))).toList(), now());
        return waybills;
    }

    /** Has them scanned when the clock comes there. */
    void plan(Instant at, List<String> waybills, ScanType type, String site) {
        var lines = planned.computeIfAbsent(at, _ -> new StringBuilder());
        waybills.forEach(waybill -> lines.append(line(waybill, type, site, at)));
    }

    /** Moves the clock along what is planned. */
    void play() throws IOException {
        play(Instant.MAX);
    }

    /** The same as far as that instant. */
    void play(Instant until) throws IOException {
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
        clock.advanceTo(clock.instant().plus(time));
        drain();
    }

    void drain() {
        deadlines.drain(clock.instant());
    }

    <R> R inTransaction(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.<R>execute(_ -> work.get())));
    }
}
