package io.waypost.core.watch;

/**
 * A scan as the compact watch takes it: numbers only, reused for one scan after the other. Seconds count from 1970. Not safe for
 * threads.
 */
public final class CompactScan {

    /** Its effective time. */
    public int at;
    /** When we learnt of it. */
    public int arrival;
    /** Codes of its type and of the stage that it leaves the parcel in. */
    public int type;
    public int stage;
    /** Numbers of a {@link SiteIndex}; the next is {@link SiteIndex#NONE} where it was sent nowhere. */
    public int site;
    public int nextSite;
    /** Number of a {@link LaneIndex}. */
    public int lane;
    /** Whether it names a bag. */
    public boolean bagged;
    /** Whether it is too old to start a watch; it may still end one. */
    public boolean historic;
}
