package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scans of a parcel put into the order of its journey (扫描链).
 *
 * <p>Devices have wrong clocks. Where the times make no journey and moving a single scan does, it is moved; where more than one reading is
 * as good and they end differently, nobody can tell.
 *
 * @param stays one after the other, each at another place than the one before
 * @param repaired whether a scan was moved against its time
 * @param gaps how many changes of place lack a departure or an arrival, or went elsewhere than they were sent
 * @param fault why the order cannot be trusted; null where it can
 */
record Chain(List<Stay> stays, boolean repaired, int gaps, @Nullable Doubt fault) {

    private static final Comparator<Scan> BY_TIME = Comparator.comparing(Scan::scannedAt).thenComparing(Scan::type)
            .thenComparing(Scan::site);

    /** What cannot have happened, as opposed to what somebody forgot to scan. */
    private static final int IMPOSSIBLE = 100;

    private static final int GAP = 2;

    private static final int NO_ARRIVAL = 1;

    /** Longer chains are not repaired: nobody can say what is wrong with them. */
    private static final int MOST = 80;

    Chain {
        stays = List.copyOf(stays);
    }

    static Chain of(List<Scan> scans) {
        var known = new LinkedHashMap<Scan.Identity, Scan>();
        scans.stream().filter(Chain::inSomebodysHands).forEach(scan -> known.putIfAbsent(scan.identity(), scan));
        var sorted = known.values().stream().sorted(BY_TIME).toList();
        int cost = cost(sorted);
        if (cost == 0 || sorted.size() > MOST) {
            return of(sorted, false, false);
        }
        return repaired(sorted, cost);
    }

    boolean isEmpty() {
        return stays.isEmpty();
    }

    Stay last() {
        return stays.getLast();
    }

    /** The stay before the last one; null where there is none. */
    @Nullable
    Stay beforeLast() {
        return stays.size() < 2 ? null : stays.get(stays.size() - 2);
    }

    private static boolean inSomebodysHands(Scan scan) {
        return scan.type().valid() && scan.type() != ScanType.ORDER_CREATED && scan.type() != ScanType.PICKUP_ASSIGNED;
    }

    private static Chain of(List<Scan> ordered, boolean repaired, boolean ambiguous) {
        int cost = cost(ordered);
        Doubt fault = null;
        if (ambiguous) {
            fault = Doubt.CLOCKS_CONTRADICT;
        } else if (cost >= IMPOSSIBLE) {
            fault = Doubt.OUT_OF_ORDER;
        }
        return new Chain(stays(ordered), repaired, gaps(ordered), fault);
    }

    private static Chain repaired(List<Scan> sorted, int cost) {
        int best = cost - GAP;
        var orders = new ArrayList<List<Scan>>();
        for (int from = 0; from < sorted.size(); from++) {
            for (int to = 0; to < sorted.size(); to++) {
                var moved = new ArrayList<>(sorted);
                moved.add(to, moved.remove(from));
                int now = cost(moved);
                if (now < best) {
                    best = now;
                    orders.clear();
                }
                if (now == best) {
                    orders.add(moved);
                }
            }
        }
        if (orders.isEmpty()) {
            return of(sorted, false, false);
        }
        var endings = orders.stream().map(Chain::ending).collect(Collectors.toCollection(HashSet::new));
        if (cost - best < 2 * GAP) {
            // One forgotten scan explains it as well as one wrong clock.
            endings.add(ending(sorted));
        }
        return of(orders.getFirst(), true, endings.size() > 1);
    }

    /** What a judgement of loss would rest on. */
    private static String ending(List<Scan> ordered) {
        var last = stays(ordered).getLast();
        var departure = last.departure();
        return last.site() + " " + last.phase() + " " + (departure == null ? "" : departure.nextSite());
    }

    private static List<Stay> stays(List<Scan> ordered) {
        var stays = new ArrayList<Stay>();
        var here = new ArrayList<Scan>();
        for (var scan : ordered) {
            if (!here.isEmpty() && !here.getFirst().site().equals(scan.site())) {
                stays.add(new Stay(here));
                here.clear();
            }
            here.add(scan);
        }
        if (!here.isEmpty()) {
            stays.add(new Stay(here));
        }
        return stays;
    }

    private static int gaps(List<Scan> ordered) {
        int gaps = 0;
        var stays = stays(ordered);
        for (int i = 1; i < stays.size(); i++) {
            gaps += between(stays.get(i - 1), stays.get(i)) >= GAP ? 1 : 0;
        }
        return gaps;
    }

    private static int cost(List<Scan> ordered) {
        int cost = 0;
        var stays = stays(ordered);
        for (int i = 0; i < stays.size(); i++) {
            cost += within(stays.get(i), i == 0) + (i == 0 ? 0 : between(stays.get(i - 1), stays.get(i)));
        }
        return cost;
    }

    /** Nothing is picked up after it was there, and nothing comes in after it left or was signed for. */
    private static int within(Stay stay, boolean first) {
        int cost = 0;
        boolean seen = !first;
        boolean gone = false;
        for (var scan : stay.scans()) {
            var type = scan.type();
            boolean late = type == ScanType.PICKED_UP && seen;
            boolean back = gone && Stay.comesIn(type);
            cost += late || back ? IMPOSSIBLE : 0;
            seen |= type != ScanType.PICKED_UP;
            gone |= type == ScanType.DEPARTED || type.delivered();
        }
        return cost;
    }

    private static int between(Stay before, Stay after) {
        var left = before.scans().reversed().stream().filter(scan -> scan.type() == ScanType.DEPARTED).findFirst();
        if (left.isEmpty()) {
            return GAP;
        }
        var next = left.get().nextSite();
        if (next != null && !next.equals(after.site())) {
            return GAP;
        }
        return Stay.comesIn(after.first().type()) ? 0 : NO_ARRIVAL;
    }
}
