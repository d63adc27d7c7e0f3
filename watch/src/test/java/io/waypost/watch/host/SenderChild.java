package io.waypost.watch.host;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.log.LogSettings;
import io.waypost.watch.table.WaybillKey;
import io.waypost.watch.timeline.TimelinePlan;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that takes a gateway's numbered batches, and is killed. The gateway repeats some that were answered, as one whose answers were
 * lost.
 */
final class SenderChild {

    static final String SENDER = "gate-7";
    private static final int SCANS = 5;

    private SenderChild() {}

    /** Arguments: folder, the number to begin with. Says of each number whether it is "taken" now or was "known". */
    public static void main(String[] arguments) throws Exception {
        try (var engine = open(Path.of(arguments[0]))) {
            for (long number = Long.parseLong(arguments[1]);; number++) {
                boolean known = engine.senders().has(SENDER, number);
                if (!known) {
                    var batch = batch(number);
                    long last = engine.append(batch);
                    engine.batchTaken(SENDER, number, last - batch.frames().size() + 1);
                }
                System.out.println(number + (known ? " known" : " taken"));
            }
        }
    }

    /** The engine with small segments, which are soon cut. */
    static WatchEngine open(Path folder) throws InterruptedException {
        var settings = new EngineSettings(folder, 2, Duration.ofDays(15), 1, new ReplayDebt(20, 1 << 20),
                new TimelineSettings(Duration.ofDays(4_000), 100, TimelinePlan.defaults()),
                new LogSettings(16 << 10, 64 << 10, Duration.ZERO, Duration.ofSeconds(1)));
        var engine = WatchEngine.open(settings, _ -> {}, () -> 1_795_000_000);
        engine.site(new SiteIndex.Site("O1", true, "440106"));
        if (engine.newestLimits() == 0) {
            engine.awaitDurable(engine.limits(DefaultLimits.table()));
        }
        return engine;
    }

    static long key(long number, int scan) {
        return WaybillKey.of("YT%011d%02d".formatted(number, scan));
    }

    /** The scans of a batch, in several shards. */
    private static ScanBatch batch(long number) {
        var batch = new ScanBatch();
        for (int i = 0; i < SCANS; i++) {
            var scan = new CompactScan();
            scan.at = 1_795_000_000;
            scan.type = ScanType.ARRIVED.code();
            scan.stage = ScanType.ARRIVED.stage(true, false).code();
            scan.site = 1;
            batch.add(key(number, i), scan, 0, 0);
        }
        return batch;
    }

    /** How many of the batch's scans the timelines have at least once. */
    static boolean whole(WatchEngine engine, long number) throws Exception {
        for (int i = 0; i < SCANS; i++) {
            int[] scans = {0};
            engine.timeline(key(number, i), _ -> scans[0]++);
            if (scans[0] == 0) {
                return false;
            }
        }
        return true;
    }
}
