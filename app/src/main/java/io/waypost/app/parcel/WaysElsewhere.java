package io.waypost.app.parcel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways of parcels whose scans are kept elsewhere than in the timelines (全网流里的行程). Thread-safe. */
public interface WaysElsewhere {

    /** Whether they can be read on this node. */
    boolean open();

    /** Whether there are some, and only another node can read them. */
    boolean away();

    /** Whether new scans of parcels that were brought come into the timelines by themselves. */
    boolean follows();

    /**
     * The scans of those parcels in the order of their arrival, each once, as far as they can be told now; parcels without any are missing.
     */
    Map<String, List<TimelineScan>> of(Collection<String> waybills);

    /** Has all scans of those parcels brought into the timelines soon; within the caller's transaction. */
    void bring(Collection<String> waybills);

    /** How many scans there are that {@link #sample} is a sample of. */
    long size();

    /**
     * The next parcels of a sample, in an order of its own; parcels that were brought are among them like any other.
     *
     * @param since scans that arrived before are left out, and parcels without others
     * @param oneIn one parcel in so many
     * @param place where the piece before ended; null for the first
     * @param most how many parcels to look at
     */
    Piece sample(Instant since, int oneIn, @Nullable String place, int most);

    /** How many parcels such a sample would be looked at. */
    long count(Instant since, int oneIn);

    /**
     * A piece of a sample.
     *
     * @param parcels their scans in the order of their arrival
     * @param next where to go on; null at the end
     */
    record Piece(Map<String, List<TimelineScan>> parcels, @Nullable String next) {

        public Piece {
            parcels = Map.copyOf(parcels);
        }
    }
}
