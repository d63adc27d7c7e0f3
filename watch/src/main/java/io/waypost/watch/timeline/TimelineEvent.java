package io.waypost.watch.timeline;

import io.waypost.core.scan.ScanFlag;
import org.jspecify.annotations.Nullable;

/**
 * One scan in a timeline (轨迹), as columns of numbers: a carrier that is filled again and again, so that reading makes no garbage.
 *
 * <p>Who gets one from an {@link EventSink} must not keep it beyond the call. Not thread-safe. Codes are those of the caller's
 * dictionaries; 0 stands for nothing. The arrival is kept to the second; {@link EventDetail} has the rest of the scan's second.
 */
public final class TimelineEvent {

    private static final byte CLOCK_BEHIND = ScanCodes.bit(ScanFlag.CLOCK_BEHIND);

    /** The parcel: opaque, ordered as an unsigned number. */
    public long waybillKey;

    /** What the device's clock said, in seconds since 1970. */
    public int scanSecond;

    /** Arrival minus scan, in seconds; negative if the device's clock was ahead. */
    public int lagSeconds;

    /** What the scan says, by {@link ScanCodes}. */
    public byte type;

    /** Where it was made. */
    public int site;

    /** Where the parcel was sent to. */
    public int nextSite;

    /** What it was made with. */
    public int device;

    /** Who made it. */
    public int operator;

    /** Who sent it to the platform. */
    public int source;

    /** What is unusual about it, by {@link ScanCodes}. */
    public byte flags;

    /** The sender's own number of the scan, hashed, to know it again; 0 if it has none or hashes are not kept. */
    public long eventHash;

    /** What few scans have. */
    public @Nullable EventDetail detail;

    /** When it arrived, in seconds since 1970. */
    public int arrivalSecond() {
        return scanSecond + lagSeconds;
    }

    /** The time that counts, in seconds since 1970: the arrival where the device's clock cannot be right. */
    public int effectiveSecond() {
        return lagSeconds < 0 || (flags & CLOCK_BEHIND) != 0 ? arrivalSecond() : scanSecond;
    }
}
