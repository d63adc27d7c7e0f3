package io.waypost.app.parcel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What other features may ask about parcels; they see what the actor's scope reaches. */
public interface Parcels {

    /** The parcel with that waybill number, in any spelling. */
    Optional<ParcelFacts> find(String waybill);

    /** When each of the parcels was last scanned; those that are unknown or were never scanned are left out. */
    Map<String, Instant> lastScans(Set<String> waybills);

    /** Its scans, oldest first; empty if it is unknown. */
    List<TimelineScan> timeline(String waybill);

    /** Whether the sender's or the recipient's phone number ends in these four digits. */
    boolean phoneEndsWith(String waybill, String lastFour);

    /** The waybills of parcels to or from that phone number, at most {@code most}; empty where the text is no phone number. */
    List<String> ofPhone(String phone, int most);

    /** Locks the parcel until the end of the running transaction, as taking in a scan does; false if it is unknown. */
    boolean lock(String waybill);
}
