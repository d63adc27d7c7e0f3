package io.waypost.core.outlet;

import java.util.Arrays;

/**
 * What is remembered of one parcel for the sums of sites, as numbers only: its last scans, and where it was before them. Mutable and
 * reused for one parcel after the other. Not safe for threads.
 */
public final class OutletTrace {

    /** How many scans are remembered one by one. */
    public static final int KEPT = 4;

    private static final int SITE_BITS = 24;
    private static final int TYPE_BITS = 8;
    private static final int AT_BITS = SITE_BITS + TYPE_BITS;
    private static final int SITE = (1 << SITE_BITS) - 1;
    private static final int TYPE = (1 << TYPE_BITS) - 1;

    /** Where it was before the scans, see {@link CompactOutletCount}; 0 for nowhere. */
    public long before;
    /** The scans in the order of the parcel's life, zeros behind the last. */
    public final long[] scans = new long[KEPT + 1];

    /** A scan as one number: the order of numbers is that of a parcel's life. */
    static long scan(int at, int type, int site) {
        return ((long) at << AT_BITS) | ((long) type << SITE_BITS) | site;
    }

    static int at(long scan) {
        return (int) (scan >>> AT_BITS);
    }

    static int type(long scan) {
        return (int) (scan >>> SITE_BITS) & TYPE;
    }

    static int site(long scan) {
        return (int) scan & SITE;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return scans[0] == 0;
    }

    /** When it was scanned last; 0 for never. */
    public int lastAt() {
        return at(last());
    }

    /** Code of the last scan's type; 0 for none. */
    public int lastType() {
        return type(last());
    }

    private long last() {
        int size = size();
        return size == 0 ? 0 : scans[size - 1];
    }

    int size() {
        int size = 0;
        while (size < KEPT && scans[size] != 0) {
            size++;
        }
        return size;
    }

    /** Forgets everything: the next parcel begins. */
    public void clear() {
        before = 0;
        Arrays.fill(scans, 0);
    }
}
