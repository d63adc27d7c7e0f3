package io.waypost.core.watch;

/**
 * What the watch remembers of one parcel, as numbers only, to be read from and written to a table of fixed rows. Mutable and reused for
 * one parcel after the other: allocating nothing is what makes millions of scans a second possible. Not safe for threads.
 *
 * <p>Seconds count from 1970; 0 is never.
 */
public final class ParcelState {

    /** A warning of silence stands. */
    public static final int WARNED = 1;
    /** Somebody settled this silence: no further warning before the parcel moves. */
    public static final int SETTLED = 1 << 1;
    /** It travels in a bag. */
    public static final int BAGGED = 1 << 2;
    /** A person gave a reason to rest, which stands in the side table. */
    public static final int RESTS = 1 << 3;
    /** A person ended the pause that the last scan brought; when, stands in the side table. */
    public static final int OWN_PAUSE_ENDED = 1 << 4;

    /** When it was last scanned in the hand; 0 before the first such scan. */
    public int lastAt;
    /** When we learnt of that scan. */
    public int lastArrival;
    /** Where it was, and where it was sent to; numbers of a {@link SiteIndex}. */
    public int site;
    public int nextSite;
    /** Number of a {@link LaneIndex}: the way before it. */
    public int lane;
    /** Codes of the last scan's type and of the stage that it left the parcel in. */
    public int type;
    public int stage;
    /** Version of the table of limits that counts for the present silence. */
    public int limitVersion;
    /** How many warnings this silence has had. */
    public int warnings;
    public int flags;
    /** What {@link CourseSieve} remembers of its way, in sixteen bits. */
    public int course;

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag, boolean on) {
        flags = on ? flags | flag : flags & ~flag;
    }

    /** Whether it was ever scanned. */
    public boolean seen() {
        return lastAt != 0;
    }

    /** Forgets everything: the next parcel begins. */
    public void clear() {
        lastAt = 0;
        lastArrival = 0;
        site = SiteIndex.NONE;
        nextSite = SiteIndex.NONE;
        lane = LaneIndex.UNKNOWN;
        type = 0;
        stage = 0;
        limitVersion = 0;
        warnings = 0;
        flags = 0;
        course = 0;
    }
}
