package io.waypost.app.parcel;

import io.waypost.core.scan.ParcelStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was agreed when a parcel was sent, and between whom (运单底单); within the caller's transaction and scope. Thread-safe. */
public interface Consignments {

    /**
     * The contract of carriage as far as it is known here.
     *
     * @param declaredValueFen what the sender declared; null where they declared nothing
     * @param postedAt when it was picked up; null where no scan says so
     */
    record Consignment(String waybill, ParcelStatus status, @Nullable String product, @Nullable Integer weightGrams,
            @Nullable Long declaredValueFen, @Nullable String senderDivision, @Nullable String recipientDivision,
            @Nullable String originSite, @Nullable String destinationSite, @Nullable Instant postedAt,
            @Nullable Instant promisedAt, @Nullable Instant signedAt) {}

    /**
     * One of the two, in clear: to send a message to or to seal again; never to be shown, logged or told.
     *
     * @param isSender else the recipient
     */
    record Party(boolean isSender, String phone, @Nullable String name) {

        /** Without the phone and the name, so that no log has them. */
        @Override
        public String toString() {
            return isSender ? "Party[sender]" : "Party[recipient]";
        }
    }

    /** The parcel of that number; empty where it is unknown or out of reach. */
    Optional<Consignment> find(String waybill);

    /** The party whose phone ends in these four digits; the sender where both do. */
    Optional<Party> party(String waybill, String lastFour);

    /** The sender, or the recipient, where their phone is known. */
    Optional<Party> party(String waybill, boolean isSender);
}
