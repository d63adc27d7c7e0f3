package io.waypost.core.waybill;

/** A network that may have issued a waybill number, and how sure that is. */
public record Candidate(Carrier carrier, Strength strength) {

    /** How sure, surest first. */
    public enum Strength {
        /** The check digit is right. */
        CHECKED,
        /** It has the shape that the network prints today. */
        STRICT,
        /** It has a shape that the network once used or shares with others. */
        WIDE
    }
}
