package io.waypost.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.cluster.topic.TopicWriter;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.watch.host.Book;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.log.LogSettings;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.shard.ScanLogFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A made-up log that is given to the hosts of the watch by its own clock, and what is to be found in it. */
public final class MadeUpLog {

    public static final Duration REMEMBERED = Duration.ofDays(15);

    public final AtomicInteger clock;
    private final ScanLogFixture scans;
    private final List<Entry> entries = new ArrayList<>();

    /** A scan of a parcel. */
    public record Entry(long key, CompactScan scan) {}

    public MadeUpLog(long seed, int parcels) {
        scans = ScanLogFixture.of(seed, parcels);
        clock = new AtomicInteger(scans.start());
        scans.forEach((key, scan) -> entries.add(new Entry(key, copy(scan))));
    }

    public int size() {
        return entries.size();
    }

    public List<Entry> entries() {
        return entries;
    }

    /** What is known of all parcels, as a book. */
    public Book book() {
        var book = new Book();
        for (int i = 0; i < scans.sites().size(); i++) {
            book.learn(new WatchRecord.SiteDescribed(i + 1, scans.sites().get(i)));
        }
        for (int i = 0; i < scans.lanes().size(); i++) {
            book.learn(new WatchRecord.LaneNamed(i + 1, scans.lanes().get(i)));
        }
        return book;
    }

    /** Says what the scans' numbers stand for. */
    public void describe(TopicWriter writer) {
        describe(writer, true);
    }

    /** The same, the limits only to those who do not have them. */
    public void describe(TopicWriter writer, boolean limits) {
        writer.sites(scans.sites());
        for (int i = 0; i < scans.sites().size(); i++) {
            assertThat(writer.site(scans.sites().get(i))).isEqualTo(i + 1);
        }
        for (int i = 0; i < scans.lanes().size(); i++) {
            assertThat(writer.lane(scans.lanes().get(i))).isEqualTo(i + 1);
        }
        if (limits) {
            writer.limits(DefaultLimits.table());
        }
    }

    /** Writes the scans of these places in the log, those of a second together. */
    public void write(TopicWriter writer, int from, int until) {
        var batch = new ScanBatch();
        for (var entry : entries.subList(from, until)) {
            if (entry.scan.arrival != clock.get()) {
                var _ = writer.append(batch);
                batch.clear();
                clock.set(entry.scan.arrival);
            }
            batch.add(entry.key, entry.scan, 7, 9);
        }
        writer.append(batch).join();
    }

    /** Lets time go on to the end, without a scan. */
    public void finish(TopicWriter writer) {
        clock.set(scans.end());
        writer.heartbeat().join();
    }

    /** What the embedded engine finds, which is what the written rule says. */
    public List<WatchFinding> expected(Path folder) throws Exception {
        var found = new ConcurrentLinkedQueue<WatchFinding>();
        var settings = new EngineSettings(folder, 1, REMEMBERED, 60, ReplayDebt.defaults(), TimelineSettings.defaults(),
                LogSettings.defaults());
        try (var engine = WatchEngine.open(settings, found::addAll, clock::get)) {
            for (var site : scans.sites()) {
                engine.site(site);
            }
            for (var lane : scans.lanes()) {
                engine.lane(lane);
            }
            engine.limits(DefaultLimits.table());
            var batch = new ScanBatch();
            for (var entry : entries) {
                clock.set(entry.scan.arrival);
                batch.clear();
                batch.add(entry.key, entry.scan, 7, 9);
                engine.append(batch);
            }
            clock.set(scans.end());
            engine.awaitDurable(engine.heartbeat());
        }
        clock.set(scans.start());
        assertThat(found.stream().map(MadeUpLog::line)).containsExactlyInAnyOrderElementsOf(
                scans.expected((int) REMEMBERED.toSeconds()));
        return List.copyOf(found);
    }

    private static String line(WatchFinding finding) {
        return switch (finding.kind()) {
            case SILENT -> ScanLogFixture.raised(finding.key(), finding.since(), finding.at());
            case CLEARED ->
                ScanLogFixture.cleared(finding.key(), finding.at(), Objects.requireNonNull(finding.cleared()));
            case SUSPECTED -> ScanLogFixture.suspected(finding.key(), finding.at());
        };
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
