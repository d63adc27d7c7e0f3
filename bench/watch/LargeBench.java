import io.waypost.core.watch.DefaultLimits;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.log.LogSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The embedded engine with very many parcels on their way, in steps that are processes of their own, so that one can be killed. Arguments:
 * fill, measure or reopen; folder; parcels; workers; scans to measure with. Prints a figure a line: name, tab, value.
 */
final class LargeBench {

    /** All parcels set out in as many minutes, and then take their next step. */
    private static final int MINUTES = 300;

    private final Scans made;
    private final AtomicInteger clock;
    private final AtomicLong found = new AtomicLong();
    private final EngineSettings settings;
    /** Up to which minute scans were fed in an earlier run on the same folder. */
    private final Path reached;
    private long scans;
    private long last;

    private LargeBench(Path folder, int parcels, int workers) {
        made = new Scans(parcels, parcels / MINUTES);
        reached = folder.resolve("minute");
        clock = new AtomicInteger(made.start());
        settings = new EngineSettings(folder, workers, Duration.ofDays(15), 60, ReplayDebt.defaults(), TimelineSettings.defaults(),
                LogSettings.defaults());
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var bench = new LargeBench(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        long scans = Long.parseLong(arguments[4]);
        switch (arguments[0]) {
            case "fill" -> bench.fill();
            case "measure" -> bench.measure(scans);
            case "reopen" -> bench.reopen();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void fill() throws Exception {
        try (var engine = open()) {
            for (var site : made.sites) {
                engine.site(site);
            }
            for (var lane : made.lanes) {
                engine.lane(lane);
            }
            engine.limits(DefaultLimits.table());
            long began = System.nanoTime();
            feed(engine, 0, MINUTES);
            engine.awaitDurable(last);
            say("first scans a second until durable", perSecond(began));
            applied(engine);
            say("first scans a second until judged", perSecond(began));
        }
    }

    /** Goes on feeding until it is killed. */
    private void measure(long wanted) throws Exception {
        long opened = System.nanoTime();
        var engine = open();
        say("seconds to open after " + (Files.exists(reached) ? "the kill of an earlier run" : "an orderly end"),
                (System.nanoTime() - opened) / 1e9);
        int from = Files.exists(reached) ? Integer.parseInt(Files.readString(reached)) : MINUTES;
        int until = from + (int) (wanted * MINUTES / made.parcels());
        long began = System.nanoTime();
        feed(engine, from, until);
        engine.awaitDurable(last);
        say("scans a second until durable", perSecond(began));
        applied(engine);
        say("scans a second until judged", perSecond(began));
        var state = engine.state();
        say("parcels", state.parcels());
        say("bytes a parcel", state.bytes() / (double) state.parcels());
        looks(engine);
        for (int minute = until; minute < made.minutes(); minute++) {
            feed(engine, minute, minute + 1);
            engine.awaitDurable(last);
            Files.writeString(reached, Integer.toString(minute + 2));
            say("acknowledged", last);
        }
        Thread.sleep(Duration.ofMinutes(5));
    }

    private void reopen() throws Exception {
        long opened = System.nanoTime();
        var engine = open();
        say("seconds to open after a kill", (System.nanoTime() - opened) / 1e9);
        say("parcels", engine.state().parcels());
        say("durable", engine.state().durable());
        // An orderly end would write everything down once more.
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private WatchEngine open() throws InterruptedException {
        return WatchEngine.open(settings, findings -> found.addAndGet(findings.size()), clock::get);
    }

    private void feed(WatchEngine engine, int from, int until) throws Exception {
        var feed = new Feed(engine::append, made, clock);
        made.forEach(from, until, feed);
        scans += feed.scans;
        last = feed.last;
    }

    private void applied(WatchEngine engine) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            engine.look(made.key(i), last).get();
        }
    }

    private void looks(WatchEngine engine) throws Exception {
        engine.awaitTimelines(last);
        long[] nanos = new long[20_000];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            engine.timeline(made.key((int) (i * 104_729L % made.parcels())), _ -> {
            });
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        say("timeline of a parcel, median microseconds", nanos[nanos.length / 2] / 1e3);
        say("timeline of a parcel, p99 microseconds", nanos[nanos.length * 99 / 100] / 1e3);
    }

    private double perSecond(long began) {
        return scans / ((System.nanoTime() - began) / 1e9);
    }

    private static void say(String name, double value) {
        System.out.printf("%s\t%.1f%n", name, value);
    }
}
