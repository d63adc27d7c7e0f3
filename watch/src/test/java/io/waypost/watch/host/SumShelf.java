package io.waypost.watch.host;

import io.waypost.core.watch.LagHistogram;
import io.waypost.watch.sum.ScanSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Takes sums over as a database does: the sums and the last frame's number together, or nothing. Not safe for threads. */
final class SumShelf implements SumSink {

    /** What happens to the next hand-overs. */
    enum Fate {
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

    synchronized void next(List<Fate> next) {
        fates.addAll(next);
    }

    synchronized Map<String, List<Long>> sums() {
        return Map.copyOf(sums);
    }

    synchronized int offered() {
        return offered;
    }

    static Map<String, List<Long>> rows(ScanSums sums) {
        var rows = new HashMap<String, List<Long>>();
        sums.siteLags().forEach(lag -> add(rows, site(lag.minute(), lag.site()),
                row(lag.lagSeconds(), lag.lastArrival(), lag.histogram())));
        sums.deviceLags().forEach(lag -> add(rows, device(lag.hour(), lag.device(), lag.site()),
                row(lag.lagSeconds(), lag.lastArrival(), lag.histogram())));
        return rows;
    }

    static String site(int minute, int site) {
        return "S%d@%d".formatted(site, minute);
    }

    static String device(int hour, int device, int site) {
        return "D%d/%d@%d".formatted(device, site, hour);
    }

    static List<Long> row(long lagSeconds, int lastArrival, LagHistogram histogram) {
        return LongStream.concat(LongStream.of(lastArrival, lagSeconds),
                histogram.counts().stream().mapToLong(Long::longValue)).boxed().toList();
    }

    /** The first of a row is the last second, the others are added. */
    static void add(Map<String, List<Long>> sums, String key, List<Long> row) {
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
