package io.waypost.watch.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Some thousand rows of a tail, which never move, so that readers need no lock. The numbers of a row lie together: a tail is read row
 * by row in the order of the keys, and then each row costs one cache line and not one for every column.
 */
final class TailChunk {

    static final int ROWS = 4096;

    private static final int KEY = 0;
    private static final int TIMES = 1;
    private static final int SITES = 2;
    private static final int CREW = 3;
    private static final int REST = 4;
    private static final int HASH = 5;
    private static final int BEFORE = 6;
    private static final int WORDS = 7;

    private final long[] words = new long[ROWS * WORDS];
    private @Nullable EventDetail @Nullable [] details;

    void write(int row, TimelineEvent event, int before) {
        int at = row * WORDS;
        words[at + KEY] = event.waybillKey;
        words[at + TIMES] = pair(event.scanSecond, event.lagSeconds);
        words[at + SITES] = pair(event.site, event.nextSite);
        words[at + CREW] = pair(event.device, event.operator);
        words[at + REST] = pair(event.source, ((event.type & 0xFF) << 8) | (event.flags & 0xFF));
        words[at + HASH] = event.eventHash;
        words[at + BEFORE] = before;
        var detail = event.detail;
        if (detail != null) {
            var told = details;
            if (told == null) {
                told = new EventDetail[ROWS];
                details = told;
            }
            told[row] = detail;
        }
    }

    void read(int row, TimelineEvent event) {
        int at = row * WORDS;
        event.waybillKey = words[at + KEY];
        event.scanSecond = (int) (words[at + TIMES] >>> 32);
        event.lagSeconds = (int) words[at + TIMES];
        event.site = (int) (words[at + SITES] >>> 32);
        event.nextSite = (int) words[at + SITES];
        event.device = (int) (words[at + CREW] >>> 32);
        event.operator = (int) words[at + CREW];
        event.source = (int) (words[at + REST] >>> 32);
        event.type = (byte) (words[at + REST] >>> 8);
        event.flags = (byte) words[at + REST];
        event.eventHash = words[at + HASH];
        var told = details;
        event.detail = told == null ? null : told[row];
    }

    long key(int row) {
        return words[row * WORDS + KEY];
    }

    /** What was noted as the parcel's row before. */
    int before(int row) {
        return (int) words[row * WORDS + BEFORE];
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | Integer.toUnsignedLong(low);
    }
}
