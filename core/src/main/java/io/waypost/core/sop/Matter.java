package io.waypost.core.sop;

/**
 * What a kind is at bottom about (事由): open tickets about one parcel with the same matter are one case. The names are part of the
 * API.
 */
public enum Matter {
    /** Where it is and when it comes: asking, urging, silence, delay. */
    MOVEMENT,
    /** It is lost, short or damaged. */
    LOSS_OR_DAMAGE,
    /** How it was handed over: signed without delivery, left at a station. */
    DELIVERY,
    /** Change or stop its way: another address, interception. */
    REDIRECTION,
    /** How it was picked up. */
    PICK_UP,
    /** Money: charges, cash on delivery, claims, invoices. */
    MONEY,
    /** How people behaved, privacy, prohibited goods, customs, praise, and all else; each kind by itself. */
    OWN
}
