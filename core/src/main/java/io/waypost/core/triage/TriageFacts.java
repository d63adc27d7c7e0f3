package io.waypost.core.triage;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.TicketKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a matter when it comes in (分派依据).
 *
 * @param repeat the how manieth of the same customer about the same matter, from 1
 * @param parcel what its customer is told; null where it is about no parcel
 * @param units the unit that must act by the parcel and all above it, from the top down
 * @param customer the contract customer's name; null where none is known
 * @param text what was said
 */
public record TriageFacts(
        TicketKind kind,
        BizType sort,
        TriageChannel channel,
        boolean urgent,
        int repeat,
        @Nullable ParcelStatus parcel,
        Custody custody,
        List<String> units,
        @Nullable String customer,
        String text) {

    public TriageFacts {
        units = List.copyOf(units);
    }

    TriageFacts raised() {
        return new TriageFacts(kind, sort, channel, true, repeat, parcel, custody, units, customer, text);
    }
}
