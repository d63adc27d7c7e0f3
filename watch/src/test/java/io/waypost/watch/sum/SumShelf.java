package io.waypost.watch.sum;

import io.waypost.core.outlet.CompactOutletCount;
import io.waypost.core.outlet.OutletFlow;
import io.waypost.core.watch.LagHistogram;
import io.waypost.watch.host.SumSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Takes sums over as a database does: the sums and the last frame's number together, or nothing. Not safe for threads. */
public final class SumShelf implements SumSink {

    /** What happens to the next hand-overs. */
    public enum Fate {
        TAKEN,
        REFUSED,
        TAKEN_AND_NOT_ANSWERED
    }

    private final Map<String, List<Long>> sums = new HashMap<>();
    private final List<Fate> fates = new ArrayList<>();
    private long upTo;
    private int offered;

    @Override
    public synchronized long takenUpTo() {
        return upTo;
    }

    @Override
    public synchronized void take(ScanSums more) {
        offered++;
        var fate = fates.isEmpty() ? Fate.TAKEN : fates.removeFirst();
        if (fate == Fate.REFUSED) {
            throw new IllegalStateException("The database is away.");
        }
        if (upTo < more.upTo()) {
            if (upTo > more.after()) {
                throw new AssertionError("Offered after %d, and %d is here.".formatted(more.after(), upTo));
            }
            rows(more).forEach((key, row) -> add(sums, key, row));
            upTo = more.upTo();
        }
        if (fate == Fate.TAKEN_AND_NOT_ANSWERED) {
            throw new IllegalStateException("The connection broke.");
        }
    }

    /** These befall the next hand-overs, one each. */
    public synchronized void next(List<Fate> next) {
        fates.addAll(next);
    }

    /** All that was taken; zeros are left out. */
    public synchronized Map<String, List<Long>> sums() {
        return withoutZeros(sums);
    }

    /** How often anything was offered. */
    public synchronized int offered() {
        return offered;
    }

    /** The sums as rows by a name of each. */
    public static Map<String, List<Long>> rows(ScanSums sums) {
        var rows = new HashMap<String, List<Long>>();
        sums.siteLags().forEach(lag -> add(rows, site(lag.minute(), lag.site()),
                row(lag.lagSeconds(), lag.lastArrival(), lag.histogram())));
        sums.deviceLags().forEach(lag -> add(rows, device(lag.hour(), lag.device(), lag.site()),
                row(lag.lagSeconds(), lag.lastArrival(), lag.histogram())));
        sums.work().forEach(work -> work.counts().forEach((flow, count) -> add(rows,
                flow(work.hour(), work.site(), flow), List.of(0L, count))));
        sums.held().forEach(held -> add(rows, held(held.hour(), held.site()), List.of(0L, held.parcels())));
        return rows;
    }

    /** Adds what is told of sites. */
    public static CompactOutletCount.Sums sites(Map<String, List<Long>> sums) {
        return new CompactOutletCount.Sums() {
            @Override
            public void flow(int site, int second, OutletFlow flow, int count) {
                add(sums, SumShelf.flow(second / 3_600 * 3_600, site, flow), List.of(0L, (long) count));
            }

            @Override
            public void held(int site, int second, int count) {
                add(sums, SumShelf.held(second / 3_600 * 3_600, site), List.of(0L, (long) count));
            }
        };
    }

    /** The rows in which anything was counted. */
    public static Map<String, List<Long>> withoutZeros(Map<String, List<Long>> sums) {
        return sums.entrySet().stream().filter(entry -> !entry.getValue().equals(List.of(0L, 0L)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String flow(int hour, int site, OutletFlow flow) {
        return "%s%d@%d".formatted(flow, site, hour);
    }

    private static String held(int hour, int site) {
        return "HELD%d@%d".formatted(site, hour);
    }

    /** Name of the lags of a site. */
    public static String site(int minute, int site) {
        return "S%d@%d".formatted(site, minute);
    }

    /** Name of the lags of a device. */
    public static String device(int hour, int device, int site) {
        return "D%d/%d@%d".formatted(device, site, hour);
    }

    /** Lags as a row. */
    public static List<Long> row(long lagSeconds, int lastArrival, LagHistogram histogram) {
        return LongStream.concat(LongStream.of(lastArrival, lagSeconds),
                histogram.counts().stream().mapToLong(Long::longValue)).boxed().toList();
    }

    /** The first of a row is the last second, the others are added. */
    public static void add(Map<String, List<Long>> sums, String key, List<Long> row) {
        sums.merge(key, row, (one, other) -> {
            var both = new ArrayList<Long>();
            both.add(Math.max(one.getFirst(), other.getFirst()));
            for (int i = 1; i < one.size(); i++) {
                both.add(one.get(i) + other.get(i));
            }
            return both;
        });
    }
}
