package io.waypost.cluster.command;

import io.waypost.cluster.topic.TopicWriter;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.table.WaybillKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a gateway pipes in, one line each:
 *
 * <pre>
 * site CODE outlet|hub DIVISION
 * scan WAYBILL TIME TYPE SITE [NEXT_SITE|- [DESTINATION_DIVISION]]
 * time TIME
 * </pre>
 *
 * <p>{@code time} replays a history into a topic that takes its writers' time: what follows arrives then. A line that cannot be read is told and passed over. Scans are sent together, and all before the next ones are read.
 */
public final class Feed {

    private static final int BATCH = 5_000;

    private final TopicWriter writer;
    private final ReplayClock clock;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, SiteIndex.Site> sites = new HashMap<>();
    private final LaneIndex lanes = new LaneIndex();
    private final ScanBatch batch = new ScanBatch();
    private final CompactScan scan = new CompactScan();
    private long kept;
    private long refused;

    Feed(TopicWriter writer, ReplayClock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Writes until the input ends. */
    public static void run(Options options, InputStream input) throws Exception {
        var kafka = options.kafka();
        var names = options.names();
        options.end();
        var clock = new ReplayClock();
        try (var writer = new TopicWriter(kafka, names, clock)) {
            var feed = new Feed(writer, clock);
            feed.read(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)));
            System.out.printf("%d scans written, %d lines refused.%n", feed.kept, feed.refused);
        }
    }

    void read(BufferedReader input) throws IOException {
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            try {
                take(line.strip().split("\\s+"));
            } catch (IllegalArgumentException | DateTimeException e) {
                refused++;
                System.err.printf("Refused: %s (%s)%n", line, e.getMessage());
            }
            // While nothing waits to be read, what was read must not wait either.
            if (batch.size() >= BATCH || !input.ready()) {
                send();
            }
        }
        send();
    }

    /** How many scans are kept. */
    long kept() {
        return kept;
    }

    long refused() {
        return refused;
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "site" -> site(words);
            case "scan" -> scan(words);
            case "time" -> time(words);
            default -> throw new IllegalArgumentException("A line begins with site, scan or time.");
        }
    }

    private void site(String[] words) {
        if (words.length != 4 || !(words[2].equals("outlet") || words[2].equals("hub"))) {
            throw new IllegalArgumentException("site CODE outlet|hub DIVISION");
        }
        var site = new SiteIndex.Site(words[1], words[2].equals("outlet"), words[3]);
        if (!writer.hasLimits()) {
            writer.limits(DefaultLimits.table());
        }
        int number = writer.site(site);
        numbers.put(site.code(), number);
        sites.put(number, site);
    }

    private void scan(String[] words) {
        if (words.length < 5 || words.length > 7) {
            throw new IllegalArgumentException("scan WAYBILL TIME TYPE SITE [NEXT_SITE|- [DESTINATION_DIVISION]]");
        }
        long key = WaybillKey.of(words[1]);
        var type = ScanType.valueOf(words[3]);
        var site = known(words[4]);
        var next = words.length > 5 && !words[5].equals("-") ? known(words[5]) : null;
        var destination = words.length > 6 ? words[6] : null;
        scan.at = second(words[2]);
        scan.type = type.code();
        scan.stage = type.stage(site.outlet(), next != null && next.outlet()).code();
        scan.site = number(site);
        scan.nextSite = next == null ? SiteIndex.NONE : number(next);
        scan.lane = lane(site.division(), next == null ? destination : next.division());
        batch.add(key, scan, 0, 0);
    }

    private void time(String[] words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("time TIME");
        }
        int second = second(words[1]);
        send();
        clock.set(second);
        writer.heartbeat().join();
    }

    private static int second(String text) {
        return Math.toIntExact(Instant.parse(text).getEpochSecond());
    }

    private int lane(@Nullable String from, @Nullable String to) {
        return writer.lane(lanes.lane(lanes.number(from, to)));
    }

    private int number(SiteIndex.Site site) {
        return numbers.getOrDefault(site.code(), SiteIndex.NONE);
    }

    private SiteIndex.Site known(String code) {
        var site = sites.get(numbers.getOrDefault(code, SiteIndex.NONE));
        if (site == null) {
            throw new IllegalArgumentException("Nothing was told of the site %s.".formatted(code));
        }
        return site;
    }

    private void send() {
        if (batch.size() > 0) {
            writer.append(batch).join();
            kept += batch.size();
            batch.clear();
        }
    }
}
