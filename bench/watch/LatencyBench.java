import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.log.LogSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How long after a parcel's limit has passed its silence is handed over, while scans of other parcels stream in: deadlines are looked at
 * each second, as an engine in service does. Parcels are scanned in one minute of the engine's clock, which then jumps to shortly before
 * their limits and goes on as the real one does.
 */
final class LatencyBench {

    private static final int SCANS_A_SECOND = 50_000;
    private static final int BATCHES_A_SECOND = 100;
    private static final int SILENT_A_SECOND = 500;
    private static final int WARM_UP_SECONDS = 10;

    private final Scans made;
    private final int seconds;
    private final ConcurrentLinkedQueue<Double> late = new ConcurrentLinkedQueue<>();
    private volatile int standing;
    private volatile long jumped;

    private LatencyBench(Scans made, int seconds) {
        this.made = made;
        this.seconds = seconds;
    }

    /** Measures for so many seconds and prints its figures. */
    static void run(Path folder, Scans made, int workers, int seconds) throws Exception {
        var settings = new EngineSettings(Files.createDirectories(folder), workers, Duration.ofDays(15), 1, ReplayDebt.defaults(),
                TimelineSettings.defaults(), LogSettings.defaults());
        var bench = new LatencyBench(made, seconds);
        bench.standing = made.start();
        try (var engine = WatchEngine.open(settings, bench::handedOver, () -> (int) bench.now())) {
            bench.measure(engine);
        }
        bench.tell();
    }

    /** Seconds of the engine's clock, with their fraction. */
    private double now() {
        return jumped == 0 ? standing : standing + (System.nanoTime() - jumped) / 1e9;
    }

    private void handedOver(List<WatchFinding> findings) {
        double now = now();
        for (var finding : findings) {
            if (finding.kind() == WatchFinding.Kind.SILENT) {
                late.add(now - finding.at());
            }
        }
    }

    private void measure(WatchEngine engine) throws Exception {
        for (var site : made.sites) {
            engine.site(site);
        }
        for (var lane : made.lanes) {
            engine.lane(lane);
        }
        engine.limits(DefaultLimits.table());
        var batch = new ScanBatch();
        int watched = SILENT_A_SECOND * seconds;
        var scan = new CompactScan();
        for (int i = 0; i < made.parcels(); i++) {
            boolean silent = i < watched;
            standing = made.start() + (silent ? i / SILENT_A_SECOND : seconds);
            // The silent ones all of one kind, so that their limits are as far apart as their scans; the others are scanned again in time.
            made.fill(scan, silent ? 0 : i, 0, standing);
            scan.at = standing;
            batch.add(made.key(i), scan, made.device, made.operator);
            if (batch.size() == 5_000 || (silent && (i + 1) % SILENT_A_SECOND == 0)) {
                engine.append(batch);
                batch.clear();
            }
        }
        long last = batch.size() > 0 ? engine.append(batch) : engine.heartbeat();
        batch.clear();
        engine.awaitDurable(last);
        engine.awaitTimelines(last);
        var first = engine.look(made.key(0), last).get();
        standing = first.next() - WARM_UP_SECONDS;
        jumped = System.nanoTime();
        stream(engine, batch, scan, watched);
        long end = engine.heartbeat();
        engine.awaitDurable(end);
        engine.look(made.key(0), end).get();
        for (int i = 0; i < 50 && late.size() < watched; i++) {
            Thread.sleep(100);
        }
        if (late.size() != watched) {
            throw new IllegalStateException("%d of %d parcels were silent.".formatted(late.size(), watched));
        }
    }

    private void stream(WatchEngine engine, ScanBatch batch, CompactScan scan, int watched) throws Exception {
        int others = made.parcels() - watched;
        long batches = (long) (WARM_UP_SECONDS + seconds + 3) * BATCHES_A_SECOND;
        int next = 0;
        for (long i = 0; i < batches; i++) {
            long due = jumped + i * 1_000_000_000L / BATCHES_A_SECOND;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            int second = (int) now();
            for (int each = 0; each < SCANS_A_SECOND / BATCHES_A_SECOND; each++) {
                int parcel = watched + next++ % others;
                made.fill(scan, parcel, 2, second);
                batch.add(made.key(parcel), scan, made.device, made.operator);
            }
            engine.append(batch);
            batch.clear();
        }
    }

    private void tell() {
        double[] all = late.stream().mapToDouble(each -> each).sorted().toArray();
        say("findings handed over while scans streamed", all.length);
        say("seconds from limit to hand-over, median", all[all.length / 2]);
        say("seconds from limit to hand-over, p99", all[all.length * 99 / 100]);
        say("seconds from limit to hand-over, worst", all[all.length - 1]);
    }

    private static void say(String name, double value) {
        System.out.printf("%s\t%.3f%n", name, value);
    }
}
