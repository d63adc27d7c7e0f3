package io.waypost.core.dialogue;

import org.jspecify.annotations.Nullable;

/** What has to be found out or done before anything is said; its result is the next event. */
public sealed interface Query {

    /** Looks a parcel up; with the last digits of a phone as a proof, or with what is known of the customer. */
    record LookUp(String waybill, @Nullable String digits) implements Query {}

    /** Which parcels the customer has. */
    record OwnParcels() implements Query {}

    /** Opens a case. The customer has said yes. */
    record OpenCase(String kind, String waybill, String description) implements Query {}

    /** How the parcel's cases stand. */
    record Cases(String waybill) implements Query {}

    /** Looks into the knowledge base. */
    record Find(String question) implements Query {}

    /** Reads one article of it, by its id. */
    record Read(String article) implements Query {}

    /** Understands again what the customer wrote before. */
    record Reread(String words) implements Query {}

    /** What it costs to send that; {@code from} may be missing, then from where it is cheapest to where it is dearest. */
    record Quote(Sending sending) implements Query {}

    /** How long parcels take from there to there. */
    record Transit(String from, String to) implements Query {}

    /** Whether parcels are delivered at a place. */
    record Served(String division) implements Query {}

    /** Which outlets there are at a place. */
    record Outlets(String division) implements Query {}

    /** How to pack and insure what the customer names. */
    record Advise(String words, @Nullable Long valueFen) implements Query {}
}
