package io.waypost.watch.record;

import io.waypost.watch.record.WatchRecord.BatchTaken;

/**
 * What is remembered of one who numbers what it sends: the newest number, and which of those before it came too, so that batches may
 * overtake each other. It says of a batch only then that it was taken when it was; where that cannot be told, it was not, for a scan taken
 * twice does no harm and one that was dropped does.
 *
 * @param last the newest number
 * @param window which numbers came: its lowest bit is the last one's, the next one that before it, and so on
 * @param missing how many numbers between others have not come
 * @param at the second at which it was heard of last
 */
public record Sender(String name, long last, long window, long missing, int at) {

    /** How far behind the newest number one is still known to have come. */
    public static final int REACH = Long.SIZE;
    /** The highest number: the highest that every reader of JSON keeps exactly. */
    public static final long HIGHEST = (1L << 53) - 1;

    /** Who is heard of for the first time; what it numbered before is not known, and not missed. */
    public static Sender first(BatchTaken taken) {
        return new Sender(taken.sender(), taken.number(), 1, 0, taken.at());
    }

    /** Whether the batch of that number was taken. */
    public boolean has(long number) {
        return came(number) && !beginsAnew(number);
    }

    /** The same with one more batch. */
    public Sender with(BatchTaken taken) {
        long number = taken.number();
        long ahead = number - last;
        if (beginsAnew(number)) {
            return new Sender(name, number, 1, missing, taken.at());
        }
        if (ahead > 0) {
            long shifted = ahead < REACH ? window << ahead : 0;
            return new Sender(name, number, shifted | 1, Math.min(HIGHEST, missing + ahead - 1), taken.at());
        }
        return has(number)
                ? new Sender(name, last, window, missing, taken.at())
                : new Sender(name, last, window | 1L << -ahead, Math.max(0, missing - 1), taken.at());
    }

    /** A number far behind the newest, or 1 for a second time after others: it counts from its beginning again. */
    private boolean beginsAnew(long number) {
        return last - number >= REACH || (number == 1 && last > 1 && came(1));
    }

    private boolean came(long number) {
        long behind = last - number;
        return behind >= 0 && behind < REACH && ((window >>> behind) & 1) == 1;
    }
}
