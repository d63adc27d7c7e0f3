package io.waypost.app.parcel;

import io.waypost.app.parcel.Journeys.Way;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of scans, parcel by parcel, to be run through rules again; within the caller's transaction. Where scans are kept elsewhere too
 * ({@link WaysElsewhere}) those come after the others, and parcels that were brought from there are among them and not among the others.
 */
public interface Arrivals {

    /** Which scans: those taken in within a span, of one parcel in so many. */
    record Log(Instant from, Instant until, int oneIn) {}

    /** Of how many parcels there are scans; one pass over the log. */
    long parcels(Log log);

    /**
     * The scans of the next parcels.
     *
     * @param place where the piece before ended; empty for the first
     * @param most how many parcels to look at
     */
    Piece piece(Log log, String place, int most);

    /**
     * Some parcels of the log.
     *
     * @param ways each with its scans in the order in which they came in
     * @param next where to go on; null at the end
     */
    record Piece(List<Way> ways, @Nullable String next) {

        public Piece {
            ways = List.copyOf(ways);
        }
    }
}
