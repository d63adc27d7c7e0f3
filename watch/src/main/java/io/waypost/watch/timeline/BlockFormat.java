package io.waypost.watch.timeline;

/**
 * How a block is laid out: CRC32C of the rest (4 bytes), counts of parcels and events, first arrival (4 bytes), whether hashes follow,
 * how many low bytes of key differences are fixed, size of the streams; then what does not compress (key differences, the low byte of every time difference, hashes), then the streams,
 * compressed together.
 *
 * <p>An event's head byte is type × 6 + (site changed ? 3 : 0) + how the next site is told; types from 42 on are told beside.
 */
final class BlockFormat {

    /** Parcels in a block: more compress little better and cost every query more. */
    static final int PARCELS = 64;

    static final int FIRST = 0;
    static final int GAP = 1;
    static final int LAG = 2;
    static final int HEAD = 3;
    static final int SITE_LOW = 4;
    static final int SITE_HIGH = 5;
    static final int DEVICE = 6;
    static final int OPERATOR = 7;
    static final int TYPE = 8;
    static final int FLAGS = 9;
    static final int SOURCE = 10;
    static final int DETAIL = 11;
    static final int COUNT = 12;
    static final int STREAMS = 13;

    /** Head of an event whose type is told beside. */
    static final int BESIDE = 255;

    static final int HEADS = 42;

    /** The parcel is sent nowhere. */
    static final int NEXT_NONE = 0;

    /** It is sent to the site that its events in this segment tell of next. */
    static final int NEXT_FOLLOWS = 1;

    /** It is sent to a site that is told with the event. */
    static final int NEXT_TOLD = 2;

    /** The same device as before at this site; the usual operator. */
    static final int SAME = 0;

    /** A code that the dictionary had no room for, written out. */
    static final int WRITTEN = 1;

    /** From here on, numbers within the site. */
    static final int RANKED = 2;

    static final int BAG = 1;
    static final int WEIGHT = 2;
    static final int NOTE = 4;
    static final int MICROS = 8;

    private BlockFormat() {}
}
