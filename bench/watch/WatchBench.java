import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.ClosureBook;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LastScan;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchEvent.Scanned;
import io.waypost.core.watch.WatchEvent.TimePassed;
import io.waypost.core.watch.WatchState;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.log.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The embedded engine beside the written rule in a plain map; prints one figure a line: name, tab, value. */
final class WatchBench {

    private static final AtomicLong found = new AtomicLong();
    private static long scans;

    /** Arguments: folder, parcels, parcels of the map, workers. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var made = new Scans(Integer.parseInt(arguments[1]));
        var few = new Scans(Integer.parseInt(arguments[2]));
        int workers = Integer.parseInt(arguments[3]);
        double map = map(few);
        say("map scans a second", map);
        long inMap = found.getAndSet(0);
        say("map findings", inMap);
        double same = engine(folder.resolve("few"), few, workers, false);
        say("engine scans a second, the same scans", same);
        if (found.get() != inMap) {
            throw new IllegalStateException("The engine found %d, the map %d.".formatted(found.get(), inMap));
        }
        found.set(0);
        say("engine scans a second", engine(folder.resolve("many"), made, workers, true));
        SumBench.run(folder.resolve("sums"), new Scans(2_000_000, 200_000));
        LatencyBench.run(folder.resolve("latency"), new Scans(1_000_000), workers, 30);
    }

    /** The rule as it is written, over a map in memory; nothing is durable. */
    private static double map(Scans made) throws Exception {
        var rule = new SilenceWatch(new LimitBook(List.of(DefaultLimits.table())), PauseRules.defaults(),
                ClosureBook.NONE);
        Map<Long, WatchState> states = new HashMap<>();
        scans = 0;
        long began = System.nanoTime();
        made.forEach(new Scans.Taker() {
            @Override
            public void scan(long key, CompactScan scan) {
                var arrival = Instant.ofEpochSecond(scan.arrival);
                var last = new LastScan(ScanType.ofCode(scan.type), Instant.ofEpochSecond(scan.at), arrival,
                        made.sites.get(scan.site - 1).code(), Stage.ofCode(scan.stage),
                        scan.nextSite == 0 ? null : made.sites.get(scan.nextSite - 1).code(), null,
                        scan.lane == 0 ? Lane.UNKNOWN : made.lanes.get(scan.lane - 1));
                var step = rule.step(states.getOrDefault(key, WatchState.unseen("YT1")),
                        new Scanned(last, false), arrival);
                states.put(key, step.state());
                found.addAndGet(step.effects().size());
                scans++;
            }

            @Override
            public void minute(int second) {
                // The map looks at its deadlines at the end only, which is kind to it.
            }
        });
        var end = Instant.ofEpochSecond(made.end());
        states.values().forEach(state -> found.addAndGet(rule.step(state, new TimePassed(), end).effects().size()));
        return perSecond(scans, began);
    }

    private static double engine(Path folder, Scans made, int workers, boolean tell) throws Exception {
        var clock = new AtomicInteger(made.start());
        var settings = new EngineSettings(Files.createDirectories(folder), workers, Duration.ofDays(15), 60, ReplayDebt.defaults(),
                TimelineSettings.defaults(), LogSettings.defaults());
        double rate;
        try (var engine = open(settings, clock)) {
            for (var site : made.sites) {
                engine.site(site);
            }
            for (var lane : made.lanes) {
                engine.lane(lane);
            }
            engine.limits(DefaultLimits.table());
            long began = System.nanoTime();
            var feed = new Feed(engine::append, made, clock);
            made.forEach(feed);
            scans = feed.scans;
            engine.awaitDurable(feed.last);
            double durable = perSecond(scans, began);
            applied(engine, made, feed.last);
            rate = perSecond(scans, began);
            if (tell) {
                say("engine scans a second until durable", durable);
                say("scans", scans);
                say("bytes a parcel", engine.state().bytes() / (double) engine.state().parcels());
                looks(engine, made);
            }
        }
        long began = System.nanoTime();
        try (var engine = open(settings, clock)) {
            if (tell) {
                say("seconds to open again", (System.nanoTime() - began) / 1e9);
                say("parcels remembered then", engine.state().parcels());
            }
            clock.set(made.end());
            long last = engine.heartbeat();
            engine.awaitDurable(last);
            applied(engine, made, last);
            if (tell) {
                merged(folder.resolve("timelines"));
            }
        }
        if (tell) {
            say("findings", found.get());
            say("bytes a scan in segments", bytes(folder.resolve("timelines")) / (double) scans);
        }
        return rate;
    }

    /** Waits until segments no longer grow together: in service there are hours for that. */
    private static void merged(Path folder) throws Exception {
        long before = -1;
        for (int i = 0; i < 20 && bytes(folder) != before; i++) {
            before = bytes(folder);
            Thread.sleep(4_000);
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static WatchEngine open(EngineSettings settings, AtomicInteger clock) throws InterruptedException {
        return WatchEngine.open(settings, findings -> found.addAndGet(
                findings.stream().filter(each -> each.kind() != WatchFinding.Kind.SUSPECTED).count()), clock::get);
    }

    private static void looks(WatchEngine engine, Scans made) throws Exception {
        long[] nanos = new long[20_000];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            engine.look(made.key((int) (i * 7_919L % made.parcels())), 0).get();
            nanos[i] = System.nanoTime() - began;
        }
        tell("look", nanos);
        engine.awaitTimelines(engine.state().durable());
        var events = new AtomicLong();
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            engine.timeline(made.key((int) (i * 104_729L % made.parcels())), _ -> events.incrementAndGet());
            nanos[i] = System.nanoTime() - began;
        }
        tell("timeline of a parcel", nanos);
        say("scans a timeline", events.get() / (double) nanos.length);
    }

    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        say(what + ", median microseconds", nanos[nanos.length / 2] / 1e3);
        say(what + ", p99 microseconds", nanos[nanos.length * 99 / 100] / 1e3);
    }

    /** Waits until every worker has come there. */
    private static void applied(WatchEngine engine, Scans made, long lsn) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            engine.look(made.key(i), lsn).get();
        }
    }

    private static double perSecond(long count, long began) {
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private static void say(String name, double value) {
        System.out.printf("%s\t%.1f%n", name, value);
    }
}
