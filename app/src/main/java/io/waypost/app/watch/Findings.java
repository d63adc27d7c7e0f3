package io.waypost.app.watch;

import io.waypost.core.watch.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other features may ask and say about findings. Everything joins the caller's transaction. */
public interface Findings {

    /** The finding with that id, if it is within reach. */
    Optional<Finding> find(UUID id);

    /** The finding that stands for the parcel. */
    Optional<Finding> standing(String waybill);

    /** All findings of the parcel, the newest first. */
    List<Finding> of(String waybill);

    /** This ticket was opened for the finding. */
    void ticketOpened(UUID findingId, UUID ticketId);

    /** Somebody acted on the finding; only the first time counts for its verdict. */
    void acted(UUID findingId, Instant at);

    /** Somebody confirmed that something is wrong with the parcel. */
    void troubleConfirmed(UUID findingId, Instant at);

    /** A person settled the parcel's silence: the finding is cleared and stays quiet until the parcel moves. */
    void settle(String waybill);

    /** The parcel may rest until then; clears a finding that would not stand with it. */
    void rest(String waybill, Pause.Reason reason, Instant until);
}
