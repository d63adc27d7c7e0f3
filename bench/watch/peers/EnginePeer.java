import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.log.LogSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The embedded engine on the peers' log: everything on disk, and in the timelines, which no peer has. */
final class EnginePeer {

    private static final int BATCH = 5_000;

    private EnginePeer() {}

    static Found run(Path folder, int parcels, int workers) throws Exception {
        var made = new Scans(parcels);
        var found = new Found();
        var clock = new AtomicInteger(made.start());
        var settings = new EngineSettings(Files.createDirectories(folder.resolve("engine")), workers,
                Duration.ofSeconds(Rule.REMEMBERED), 60, ReplayDebt.defaults(), TimelineSettings.defaults(), LogSettings.defaults());
        try (var engine = WatchEngine.open(settings, all -> all.forEach(each -> found.add(each.key(),
                each.cleared() == null ? each.kind().name() : each.cleared().name(), each.at())), clock::get)) {
            for (var site : made.sites) {
                engine.site(site);
            }
            for (var lane : made.lanes) {
                engine.lane(lane);
            }
            engine.limits(DefaultLimits.table());
            Measured.begin(0);
            var batch = new ScanBatch();
            made.forEach(new Scans.Taker() {
                @Override
                public void scan(long key, CompactScan scan) throws Exception {
                    clock.setPlain(scan.arrival);
                    batch.add(key, scan, made.device, made.operator);
                    if (batch.size() == BATCH) {
                        flush();
                    }
                }

                @Override
                public void minute(int second) throws Exception {
                    flush();
                }

                private void flush() throws InterruptedException {
                    if (batch.size() > 0) {
                        engine.append(batch);
                        batch.clear();
                    }
                }
            });
            clock.set(made.end());
            long last = engine.heartbeat();
            engine.awaitDurable(last);
            // Every worker has come there; so have the timelines.
            for (int i = 0; i < 1_000; i++) {
                engine.look(made.key(i), last).get();
            }
            engine.awaitTimelines(last);
            Measured.end(0);
        }
        return found;
    }
}
