package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.outlet.CompactOutletCount;
import io.waypost.core.outlet.CompactOutletCount.Taken;
import io.waypost.core.outlet.OutletTrace;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LagHistogram;
import io.waypost.watch.shard.ScanLogFixture;
import io.waypost.watch.sum.SumShelf;
import io.waypost.watch.timeline.ScanCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that is fed with a made-up log by the log's own clock, one frame a scan. */
final class Fed {

    static final int REMEMBERED_DAYS = 15;
    private static final int NOBODY = 0;

    final AtomicInteger clock;
    private final ScanLogFixture scans;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(long key, CompactScan scan) {}

    Fed(ScanLogFixture scans) {
        this.scans = scans;
        this.clock = new AtomicInteger(scans.start());
        scans.forEach((key, scan) -> entries.add(new Entry(key, copy(scan))));
    }

    int size() {
        return entries.size();
    }

    /** Says what the scans' numbers stand for. */
    void describe(WatchEngine engine) throws InterruptedException {
        for (var site : scans.sites()) {
            engine.site(site);
        }
        for (var lane : scans.lanes()) {
            engine.lane(lane);
        }
        engine.awaitDurable(engine.limits(DefaultLimits.table()));
    }

    /** How many frames are before the first scan; they are written if the log is new. */
    long described(WatchEngine engine) throws InterruptedException {
        long frames = (long) scans.sites().size() + scans.lanes().size() + 1;
        if (engine.state().durable() < frames) {
            describe(engine);
        }
        return frames;
    }

    /** Appends the scans of these places in the log; gives back the last one's number. */
    long feed(WatchEngine engine, int from, int until) throws InterruptedException {
        var batch = new ScanBatch();
        long last = 0;
        for (var entry : entries.subList(from, until)) {
            clock.set(entry.scan.arrival);
            batch.clear();
            batch.add(entry.key, entry.scan, device(entry), NOBODY);
            last = engine.append(batch);
        }
        return last;
    }

    /** Lets time go on to the end, and waits until all workers have come there. */
    void finish(WatchEngine engine) throws InterruptedException, ExecutionException {
        clock.set(scans.end());
        long last = engine.heartbeat();
        engine.awaitDurable(last);
        for (var entry : entries) {
            engine.look(entry.key, last).get();
        }
    }

    /** Every parcel's scans are there once, in the order of their arrival. */
    void assertTimelines(WatchEngine engine) throws Exception {
        engine.awaitTimelines(engine.state().durable());
        var expected = new HashMap<Long, List<String>>();
        entries.forEach(entry -> expected.computeIfAbsent(entry.key, _ -> new ArrayList<>())
                .add(told(entry.scan.at, entry.scan.arrival, ScanType.ofCode(entry.scan.type), entry.scan.site)));
        for (var parcel : expected.entrySet()) {
            var told = new ArrayList<String>();
            engine.timeline(parcel.getKey(), event -> told.add(
                    told(event.scanSecond, event.arrivalSecond(), ScanCodes.type(event.type), event.site)));
            assertThat(told).isEqualTo(parcel.getValue());
        }
    }

    private static String told(int at, int arrival, ScanType type, int site) {
        return "%s of %d at %d, arrived at %d".formatted(type, site, at, arrival);
    }

    /** What the sums of all scans are, counted one by one in plain maps: one that comes again is not counted. */
    Map<String, List<Long>> sums() {
        var sums = new HashMap<String, List<Long>>();
        var traces = new HashMap<Long, OutletTrace>();
        var count = new CompactOutletCount();
        for (var entry : entries) {
            var scan = entry.scan;
            var trace = traces.computeIfAbsent(entry.key, _ -> new OutletTrace());
            if (count.add(trace, scan.at, scan.type, scan.site, SumShelf.sites(sums)) != Taken.KNOWN) {
                var histogram = new Long[LagHistogram.BOUNDS.size() + 1];
                Arrays.setAll(histogram, i -> i == LagHistogram.bucket(scan.arrival - scan.at) ? 1L : 0L);
                var row = SumShelf.row(scan.arrival - scan.at, scan.arrival, new LagHistogram(List.of(histogram)));
                SumShelf.add(sums, SumShelf.site(scan.arrival / 60 * 60, scan.site), row);
                if (device(entry) != NOBODY) {
                    SumShelf.add(sums, SumShelf.device(scan.arrival / 3_600 * 3_600, device(entry), scan.site), row);
                }
            }
        }
        return SumShelf.withoutZeros(sums);
    }

    private static int device(Entry entry) {
        return (int) (entry.key % 4) + 10 * (entry.scan.site % 3);
    }

    List<String> expected() {
        return scans.expected(REMEMBERED_DAYS * 24 * 3600).stream().sorted().toList();
    }

    static String line(WatchFinding finding) {
        return switch (finding.kind()) {
            case SILENT -> ScanLogFixture.raised(finding.key(), finding.since(), finding.at());
            case CLEARED ->
                ScanLogFixture.cleared(finding.key(), finding.at(), Objects.requireNonNull(finding.cleared()));
            case SUSPECTED -> ScanLogFixture.suspected(finding.key(), finding.at());
        };
    }

    /** Keeps what is handed over. */
    static final class Kept implements FindingSink {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void deliver(List<WatchFinding> findings) {
            findings.forEach(finding -> lines.add(line(finding)));
        }

        List<String> sorted() {
            return lines.stream().sorted().toList();
        }
    }

    private static CompactScan copy(CompactScan scan) {
        var copy = new CompactScan();
        copy.at = scan.at;
        copy.arrival = scan.arrival;
        copy.type = scan.type;
        copy.stage = scan.stage;
        copy.site = scan.site;
        copy.nextSite = scan.nextSite;
        copy.lane = scan.lane;
        copy.bagged = scan.bagged;
        copy.historic = scan.historic;
        return copy;
    }
}
