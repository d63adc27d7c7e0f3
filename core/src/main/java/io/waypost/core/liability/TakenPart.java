package io.waypost.core.liability;

import java.util.UUID;

/** Somebody took part in a case: they cannot arbitrate it. */
public record TakenPart(UUID person, String unit, Role role) {

    /** In which role; the names are part of the API. */
    public enum Role {
        /** Decided what the scans could not tell. */
        SETTLED,
        /** Brought evidence for a charged unit. */
        ANSWERED,
        /** Spoke against that evidence. */
        REBUTTED,
        /** Appealed. */
        APPEALED;

        /** Whether it makes a side of the unit. */
        boolean sides() {
            return this != SETTLED;
        }
    }
}
