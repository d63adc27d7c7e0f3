package io.waypost.watch.timeline;

import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A deterministic log of a whole network: 120 hubs, 40 000 outlets, some 9.6 scans a parcel over two days, failed deliveries, silent
 * parcels, hub loops, repeated uploads, devices that upload late and devices that are ahead.
 */
final class SyntheticLog {

    private static final int HUBS = 120;
    private static final int OUTLETS = 40_000;
    private static final int START = 1_790_000_000;
    private static final int HOUR = 3600;
    private static final byte LATE = ScanCodes.bits(Set.of(ScanFlag.LATE_UPLOAD));
    private static final byte AHEAD = ScanCodes.bits(Set.of(ScanFlag.CLOCK_AHEAD));

    private final SplittableRandom random;
    private final boolean scattered;
    private final TimelineEvent event = new TimelineEvent();
    private EventBatch out = new EventBatch(16);
    private int second;

    /**
     * A log.
     *
     * @param scattered whether codes of devices and operators say nothing about the site, as if given in the order of first use; else
     *     they were given site by site, as from a register
     */
    SyntheticLog(long seed, boolean scattered) {
        this.random = new SplittableRandom(seed);
        this.scattered = scattered;
    }

    /** The scans of so many parcels, in the order of their arrival. */
    EventBatch parcels(int count) {
        out = new EventBatch(count * 10);
        for (int i = 0; i < count; i++) {
            parcel();
        }
        var arrivals = new long[out.size()];
        for (int row = 0; row < arrivals.length; row++) {
            arrivals[row] = (long) out.scanSecond[row] + out.lagSeconds[row];
        }
        var sorted = new EventBatch(out.size());
        for (int row : KeyOrder.of(arrivals)) {
            out.read(row, event);
            sorted.add(event);
        }
        return sorted;
    }

    private void parcel() {
        event.waybillKey = random.nextLong(1L << 44);
        second = START + random.nextInt(24 * HOUR);
        int from = HUBS + 1 + random.nextInt(OUTLETS);
        int to = HUBS + 1 + random.nextInt(OUTLETS);
        // An outlet is served by one hub.
        int first = 1 + from % HUBS;
        int last = 1 + to % HUBS;
        int[] hubs = first == last
                ? new int[]{first}
                : random.nextInt(100) < 25
                        ? new int[]{first, 1 + random.nextInt(HUBS), last}
                        : new int[]{first, last};
        int end = random.nextInt(1000) < 5 ? random.nextInt(4) : Integer.MAX_VALUE;
        scan(ScanType.PICKED_UP, from, 0, crew(from));
        pass(1, 6);
        scan(ScanType.DEPARTED, from, hubs[0], crew(from));
        for (int i = 0; i < hubs.length && i < end; i++) {
            hub(hubs[i], i + 1 < hubs.length ? hubs[i + 1] : to);
            if (random.nextInt(1000) < 2) {
                hub(hubs[i], i + 1 < hubs.length ? hubs[i + 1] : to);
            }
        }
        if (end > hubs.length) {
            deliver(to);
        }
    }

    private void hub(int hub, int next) {
        pass(2, 9);
        scan(ScanType.ARRIVED, hub, 0, crew(hub));
        pass(0, 4);
        scan(ScanType.DEPARTED, hub, next, crew(hub));
    }

    private void deliver(int outlet) {
        pass(2, 8);
        scan(ScanType.ARRIVED, outlet, 0, crew(outlet));
        int crew = crew(outlet);
        while (true) {
            pass(0, 5);
            scan(ScanType.OUT_FOR_DELIVERY, outlet, 0, crew);
            pass(0, 4);
            if (random.nextInt(100) >= 12) {
                break;
            }
            scan(ScanType.SIGN_FAILED, outlet, 0, crew);
            pass(10, 8);
        }
        scan(ScanType.SIGNED, outlet, 0, crew);
    }

    /** Between two scans, a least time and a tail. */
    private void pass(int leastHours, int meanHours) {
        second += leastHours * HOUR + 30 + (int) (-Math.log(1 - random.nextDouble()) * meanHours * HOUR / 2);
    }

    private int crew(int site) {
        return random.nextInt(site <= HUBS ? 60 + site : 4 + site % 9);
    }

    private void scan(ScanType type, int site, int next, int crew) {
        int device = site * 16 + (site <= HUBS ? 1_000_000 + site * 256 : 0) + crew;
        // Devices are personal; one scan in ten is made with a colleague's.
        int operator = random.nextInt(10) == 0 ? device - crew + crew(site) : device;
        event.type = ScanCodes.code(type);
        event.scanSecond = second;
        event.site = site;
        event.nextSite = next;
        event.device = code(device);
        event.operator = code(operator);
        event.source = 1 + site % 3;
        event.flags = 0;
        event.lagSeconds = 1 + (int) (-Math.log(1 - random.nextDouble()) * 8);
        if (device % 100 == 7 && random.nextInt(10) < 3) {
            event.lagSeconds = 300 + random.nextInt(3 * HOUR - 300);
            event.flags = event.lagSeconds > 1800 ? LATE : 0;
        } else if (device % 2000 == 11) {
            event.lagSeconds -= 2 * HOUR;
            event.scanSecond += 2 * HOUR;
            event.flags = AHEAD;
        }
        out.add(event);
        if (random.nextInt(100) == 0) {
            event.lagSeconds += 1 + random.nextInt(60);
            out.add(event);
        }
    }

    private int code(int number) {
        if (!scattered) {
            return number;
        }
        // Each step permutes the numbers of 22 bits.
        int mixed = number * 0x2545F491 & 0x3F_FFFF;
        mixed ^= mixed >>> 11;
        mixed = mixed * 0x1B873593 & 0x3F_FFFF;
        return mixed ^ mixed >>> 9;
    }
}
