package io.waypost.core.outlet;

import io.waypost.core.scan.ScanType;

/**
 * {@link OutletCount} on numbers, one scan after the other: what each adds to the sums of sites, without an object a scan. A scan that
 * comes late is put in its place among the last {@value OutletTrace#KEPT}, and what they had added is taken away and added again with it;
 * one that comes again adds nothing. One that is older than all of them, when there are so many, is left out, for nobody knows any more
 * whether it was counted. Not safe for threads.
 *
 * <p>The rule is written down in {@link OutletCount}; a test holds the two together.
 */
public final class CompactOutletCount {

    private static final int HOUR = 3_600;
    private static final int HANDED_OVER = 1 << 24;
    private static final int SITE = HANDED_OVER - 1;
    private static final OutletMove[] MOVES = moves();

    private int site;
    private int since;
    private boolean handedOver;

    /** Hears what is to be added. Seconds count from 1970. */
    public interface Sums {

        /** Whatever is said is forgotten. */
        Sums NONE = new Sums() {
            @Override
            public void flow(int site, int second, OutletFlow flow, int count) {
                // Nobody counts.
            }

            @Override
            public void held(int site, int second, int count) {
                // Nobody counts.
            }
        };

        /** So many more happened at that site in that second; fewer if negative. */
        void flow(int site, int second, OutletFlow flow, int count);

        /** So many more parcels are held by the site since then; fewer if negative. */
        void held(int site, int second, int count);
    }

    /** What became of a scan. */
    public enum Taken {
        /** It was counted. */
        COUNTED,
        /** It says nothing of where the parcel is. */
        MOVES_NOTHING,
        /** It is one of those that are remembered. */
        KNOWN,
        /** It is older than all that are remembered. */
        TOO_OLD
    }

    /** Adds a scan to what is remembered of its parcel, and to the sums. */
    public Taken add(OutletTrace trace, int at, int type, int where, Sums sums) {
        if (MOVES[type] == OutletMove.NOTHING) {
            return Taken.MOVES_NOTHING;
        }
        long scan = OutletTrace.scan(at, type, where);
        var scans = trace.scans;
        int size = trace.size();
        int place = size;
        while (place > 0 && scans[place - 1] >= scan) {
            place--;
        }
        if (place < size && scans[place] == scan) {
            return Taken.KNOWN;
        }
        if (place == 0 && size == OutletTrace.KEPT) {
            return Taken.TOO_OLD;
        }
        replay(trace, place, size, sums);
        System.arraycopy(scans, place, scans, place + 1, size - place);
        scans[place] = scan;
        replayWith(trace, place, size + 1, sums);
        return Taken.COUNTED;
    }

    /** Takes away what the scans from that place on had added. */
    private void replay(OutletTrace trace, int place, int size, Sums sums) {
        reach(trace, place);
        for (int i = place; i < size; i++) {
            step(trace.scans[i], sums, -1);
        }
        hold(sums, -1);
    }

    /** Adds what they add now, and forgets the oldest if they are too many. */
    private void replayWith(OutletTrace trace, int place, int size, Sums sums) {
        reach(trace, place);
        for (int i = place; i < size; i++) {
            step(trace.scans[i], sums, 1);
        }
        hold(sums, 1);
        if (size > OutletTrace.KEPT) {
            reach(trace, 1);
            trace.before = Integer.toUnsignedLong(since) << 32 | (handedOver ? HANDED_OVER : 0) | site;
            System.arraycopy(trace.scans, 1, trace.scans, 0, OutletTrace.KEPT);
            trace.scans[OutletTrace.KEPT] = 0;
        }
    }

    /** Where the parcel is before the scan of that place. */
    private void reach(OutletTrace trace, int place) {
        site = (int) trace.before & SITE;
        since = (int) (trace.before >>> 32);
        handedOver = (trace.before & HANDED_OVER) != 0;
        for (int i = 0; i < place; i++) {
            step(trace.scans[i], Sums.NONE, 0);
        }
    }

    private void hold(Sums sums, int sign) {
        if (site != 0) {
            sums.held(site, since, sign);
        }
    }

    private void step(long scan, Sums sums, int sign) {
        int at = OutletTrace.at(scan);
        int where = OutletTrace.site(scan);
        sums.flow(where, at, OutletFlow.SCANNED, sign);
        var move = MOVES[OutletTrace.type(scan)];
        if (move == OutletMove.HANDED_OVER && handedOver) {
            return;
        }
        stay(where, at, sums, sign);
        switch (move) {
            case SENT -> {
                leave(at, sums, sign);
                sums.flow(where, at, OutletFlow.SENT, sign);
            }
            case HANDED_OVER -> {
                sums.flow(where, at, OutletFlow.DELIVERED, sign);
                leave(at, sums, sign);
                handedOver = true;
            }
            case ENDED -> leave(at, sums, sign);
            case OUT -> sums.flow(where, at, OutletFlow.OUT, sign);
            case FAILED -> sums.flow(where, at, OutletFlow.FAILED, sign);
            case RETURNED -> sums.flow(where, at, OutletFlow.RETURNED, sign);
            case STAYS, NOTHING -> {
                // It is there, and nothing else happened.
            }
        }
    }

    private void stay(int where, int at, Sums sums, int sign) {
        handedOver = false;
        if (where == site) {
            return;
        }
        if (site != 0) {
            sums.flow(site, at, OutletFlow.UNSEEN, sign);
            leave(at, sums, sign);
        }
        site = where;
        since = at / HOUR * HOUR;
        sums.flow(where, at, OutletFlow.ENTERED, sign);
    }

    private void leave(int at, Sums sums, int sign) {
        sums.flow(site, at, OutletFlow.LEFT, sign);
        site = 0;
    }

    private static OutletMove[] moves() {
        var moves = new OutletMove[ScanType.CODES + 1];
        for (var type : ScanType.values()) {
            moves[type.code()] = OutletMove.of(type);
        }
        return moves;
    }
}
