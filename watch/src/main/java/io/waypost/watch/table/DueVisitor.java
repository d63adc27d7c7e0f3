package io.waypost.watch.table;

/** Decides what becomes of a parcel whose deadline has passed. */
@FunctionalInterface
public interface DueVisitor {

    /** What to return for a parcel that is to be forgotten. */
    int REMOVE = Integer.MIN_VALUE;

    /**
     * Called once for each due parcel. It may read and write the fields of this record; it must not insert or remove parcels, and sets
     * this one's deadline only by what it returns.
     *
     * @param slot where the parcel is, for the accessors of the table
     * @param deadline the deadline that has passed, in seconds: a lower bound of what the parcel is waiting for
     * @return the next deadline in seconds, {@link ParcelTable#NONE}, or {@link #REMOVE}; a deadline that has passed as well is due
     *         again in the next sweep, not in this one
     */
    int due(int slot, int deadline);
}
