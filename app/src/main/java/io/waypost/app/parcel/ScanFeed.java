package io.waypost.app.parcel;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scans in the order in which they were committed, for whoever counts them: each is handed out once, however late its transaction
 * commits and however often the reader crashes, as long as the reader keeps the marker in the transaction of what it counted.
 *
 * <p>Within the caller's transaction, as the platform. Timelines themselves stay in the order of the journeys.
 */
public interface ScanFeed {

    /** The marker behind which everything that may still commit lies. */
    long now();

    /**
     * The next parcels that were scanned, from the marker on.
     *
     * @param about how many scans to read; those of one transaction stay together
     */
    Batch since(long marker, int about);

    /**
     * What was read.
     *
     * @param marker where to go on
     * @param more whether there is more to read now
     */
    record Batch(List<Grown> parcels, long marker, boolean more) {

        public Batch {
            parcels = List.copyOf(parcels);
        }
    }

    /**
     * A parcel whose timeline has grown.
     *
     * @param division where it goes, where that is known
     * @param before its scans up to the marker asked for
     * @param added its scans since then
     */
    record Grown(String waybill, @Nullable String division, List<Fed> before, List<Fed> added) {

        public Grown {
            before = List.copyOf(before);
            added = List.copyOf(added);
        }
    }

    /** A scan as far as counting needs it. */
    record Fed(ScanType type, Instant effectiveAt, String site) {}
}
