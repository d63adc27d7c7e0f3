package io.waypost.app.parcel;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Collection;
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

    /** All that is known now of those parcels, as if nothing was new: {@code added} is empty. Those without scans are missing. */
    List<Grown> of(Collection<String> waybills);

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

        /** Whether the parcel was picked out of the stream, so that it says nothing about how much work its sites have. */
        public boolean picked() {
            return before.stream().anyMatch(Fed::picked) || added.stream().anyMatch(Fed::picked);
        }
    }

    /**
     * A scan as far as counting needs it.
     *
     * @param nextSite where the parcel was sent to
     * @param historic whether it arrived so late that it says nothing about today, or its clock was wrong by as much
     * @param picked whether it was picked out of the network's stream ({@link ScanIntake#STREAM})
     */
    record Fed(ScanType type, Instant effectiveAt, String site, @Nullable String nextSite, boolean historic,
            boolean picked) {}
}
