package io.waypost.watch.shard;

import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ClosureBook;
import io.waypost.core.watch.CompactFindings;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.LastScan;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.ParcelAside;
import io.waypost.core.watch.ParcelState;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.SiteIndex;
import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import io.waypost.core.watch.WatchEvent.Scanned;
import io.waypost.core.watch.WatchEvent.TimePassed;
import io.waypost.core.watch.WatchState;
import io.waypost.watch.table.WaybillKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up network's scans in the order of their arrival: journeys of some days with parcels that stop, devices that upload late, and
 * uploads that come twice. The findings that are expected come from the written rule, parcel by parcel in a plain map.
 */
public final class ScanLogFixture {

    private static final int START = (int) Instant.parse("2026-11-02T02:00:00Z").getEpochSecond();
    private static final int HOUR = 3600;
    private static final ScanType[] JOURNEY = {ScanType.PICKED_UP, ScanType.DEPARTED, ScanType.ARRIVED,
            ScanType.DEPARTED, ScanType.ARRIVED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGNED};

    private final SiteIndex sites = new SiteIndex();
    private final LaneIndex lanes = new LaneIndex();
    private final CompactWatch watch;
    private final List<Entry> entries = new ArrayList<>();
    private int unfinished;

    private record Entry(long key, int at, int arrival, ScanType type, int site, int nextSite) {}

    /** Takes a scan of the parcel with that key. */
    @FunctionalInterface
    public interface Consumer {

        void scan(long key, CompactScan scan);
    }

    private ScanLogFixture() {
        for (int i = 0; i < 30; i++) {
            var province = new String[]{"4401", "5101", "1101", "3301", "6501"}[i % 5];
            sites.describe(new SiteIndex.Site("%s%s-%02d".formatted(i < 8 ? "H" : "O", province, i), i >= 8,
                    province + "00"));
        }
        watch = new CompactWatch(List.of(DefaultLimits.table()), PauseRules.defaults(), CompactWatch.Closures.NONE,
                sites,
                lanes);
    }

    public static ScanLogFixture of(long seed, int parcels) {
        var log = new ScanLogFixture();
        var random = new Random(seed);
        for (int i = 0; i < parcels; i++) {
            log.parcel(random, WaybillKey.of("YT%013d".formatted(7_000_000_000_000L + i)));
        }
        log.entries.sort(Comparator.comparingInt(Entry::arrival));
        return log;
    }

    CompactWatch watch() {
        return watch;
    }

    public int start() {
        return START;
    }

    /** What the scans' numbers stand for, in the order of the numbers. */
    public List<SiteIndex.Site> sites() {
        return IntStream.range(1, sites.size()).mapToObj(sites::site).toList();
    }

    /** The same of lanes. */
    public List<Lane> lanes() {
        forEach((_, _) -> {});
        return IntStream.range(1, lanes.size()).mapToObj(lanes::lane).toList();
    }

    public int end() {
        return entries.getLast().arrival() + 30 * 24 * HOUR;
    }

    int unfinished() {
        return unfinished;
    }

    public void forEach(Consumer consumer) {
        var scan = new CompactScan();
        for (var entry : entries) {
            scan.at = entry.at;
            scan.arrival = entry.arrival;
            scan.type = entry.type.code();
            scan.stage = stage(entry).code();
            scan.site = entry.site;
            scan.nextSite = entry.nextSite;
            scan.lane = lane(entry);
            scan.bagged = false;
            scan.historic = false;
            consumer.scan(entry.key, scan);
        }
    }

    /** What the written rule says of the same scans. */
    public List<String> expected(int remembered) {
        var rule = new SilenceWatch(new LimitBook(List.of(DefaultLimits.table())), PauseRules.defaults(),
                ClosureBook.NONE);
        Map<Long, WatchState> states = new HashMap<>();
        var lines = new ArrayList<String>();
        for (var entry : entries) {
            var before = states.getOrDefault(entry.key, WatchState.unseen("YT1"));
            boolean old = before.last() == null && entry.arrival - entry.at > remembered;
            var scan = new LastScan(entry.type, instant(entry.at), instant(entry.arrival),
                    sites.site(entry.site).code(),
                    stage(entry), entry.nextSite == 0 ? null : sites.site(entry.nextSite).code(), null,
                    lanes.lane(lane(entry)));
            var step = rule.step(before, new Scanned(scan, old), instant(entry.arrival));
            states.put(entry.key, step.state());
            step.effects().forEach(effect -> lines.add(line(entry.key, effect)));
        }
        states.forEach((key, state) -> rule.step(state, new TimePassed(), instant(end())).effects()
                .forEach(effect -> lines.add(line(key, effect))));
        suspected(remembered, lines);
        return lines;
    }

    /** Of courses the sieve over a plain map is held against the hosts; that it misses nothing is proved where the rules are. */
    private void suspected(int remembered, List<String> lines) {
        Map<Long, ParcelState> states = new HashMap<>();
        var suspicions = new Suspicions(lines);
        forEach((key, scan) -> {
            var state = states.computeIfAbsent(key, _ -> new ParcelState());
            suspicions.key = key;
            if (state.seen() && ScanType.ofCode(state.type).terminal()
                    && state.lastArrival + remembered < scan.arrival) {
                state.clear();
            }
            scan.historic |= !state.seen() && scan.arrival - scan.at > remembered;
            watch.onScan(state, new ParcelAside(), scan, Integer.MAX_VALUE, suspicions);
        });
    }

    private static final class Suspicions implements CompactFindings {

        private final List<String> lines;
        private long key;

        Suspicions(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void raised(ParcelState state, int at) {}

        @Override
        public void cleared(ParcelState before, int at, ClearCause cause) {}

        @Override
        public void suspected(ParcelState state, int at) {
            lines.add(ScanLogFixture.suspected(key, at));
        }
    }

    public static String suspected(long key, int at) {
        return "%d suspected at %d".formatted(key, at);
    }

    public static String raised(long key, int since, int at) {
        return "%d silent since %d at %d".formatted(key, since, at);
    }

    public static String cleared(long key, int at, ClearCause cause) {
        return "%d heard of at %d: %s".formatted(key, at, cause);
    }

    private static String line(long key, io.waypost.core.watch.WatchEffect effect) {
        return switch (effect) {
            case Raised(var finding) -> raised(key, (int) finding.silentSince().getEpochSecond(),
                    (int) finding.raisedAt().getEpochSecond());
            case Cleared(_, _, var at, var cause) -> cleared(key, (int) at.getEpochSecond(), cause);
        };
    }

    private void parcel(Random random, long key) {
        int at = START + random.nextInt(10 * 24 * HOUR);
        int steps = random.nextInt(20) == 0 ? 1 + random.nextInt(JOURNEY.length - 1) : JOURNEY.length;
        int[] way = {9 + random.nextInt(22), 1 + random.nextInt(8), 9 + random.nextInt(22)};
        for (int i = 0; i < steps; i++) {
            at += random.nextInt(30) == 0 ? (20 + random.nextInt(90)) * HOUR : (1 + random.nextInt(14)) * HOUR / 2;
            int arrival = at + (random.nextInt(25) == 0 ? random.nextInt(60 * HOUR) : random.nextInt(120));
            int site = way[i < 2 ? 0 : i < 4 ? 1 : 2];
            int next = JOURNEY[i] == ScanType.DEPARTED ? way[i < 2 ? 1 : 2] : SiteIndex.NONE;
            entries.add(new Entry(key, at, arrival, JOURNEY[i], site, next));
            if (random.nextInt(100) == 0) {
                entries.add(new Entry(key, at, arrival + random.nextInt(5 * HOUR), JOURNEY[i], site, next));
            }
        }
        unfinished += steps < JOURNEY.length ? 1 : 0;
    }

    private Stage stage(Entry entry) {
        return entry.type.stage(sites.site(entry.site).outlet(),
                entry.nextSite != SiteIndex.NONE && sites.site(entry.nextSite).outlet());
    }

    private int lane(Entry entry) {
        return lanes.number(sites.site(entry.site).division(),
                entry.nextSite == SiteIndex.NONE ? "510100" : sites.site(entry.nextSite).division());
    }

    private static Instant instant(int second) {
        return Instant.ofEpochSecond(second);
    }
}
