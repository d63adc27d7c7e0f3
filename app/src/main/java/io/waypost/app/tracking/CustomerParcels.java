package io.waypost.app.tracking;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.tracking.Doing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other features may tell customers of their parcels: as much as the tracking page shows. Thread-safe. */
public interface CustomerParcels {

    /**
     * A parcel as its sender or recipient may know it.
     *
     * @param place where it was last; null where nobody has scanned it
     * @param late it is later than was promised
     */
    record Shown(String waybill, ParcelStatus status, @Nullable String place, @Nullable Instant lastAt,
            @Nullable Instant promisedAt, boolean late, Doing doing) {}

    /**
     * Whether somebody who knows these four digits is a party to the parcel; a parcel that nobody knows has no digits. Few wrong answers are
     * borne.
     *
     * @param asker by whom the questions are counted
     * @throws io.waypost.app.kernel.Refusal if it is one question too many
     */
    boolean proves(String asker, String waybill, String lastFour);

    /** The parcel; to be shown only to whoever has shown that it concerns them. */
    Optional<Shown> show(String waybill);
}
