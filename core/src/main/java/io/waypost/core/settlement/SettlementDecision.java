package io.waypost.core.settlement;

/** What becomes of a step. */
public sealed interface SettlementDecision {

    record Done(Settlement next) implements SettlementDecision {}

    record Declined(Reason reason) implements SettlementDecision {}

    /** Why a step is not taken. The names are part of the API. */
    enum Reason {
        /** Nothing of the sort can be done in the state in which it is. */
        NOT_IN_THIS_STATE,
        NOTHING_TO_PAY,
        ABOVE_AUTHORITY,
        NOT_QUICK,
        /** It needs somebody who has not had a hand in it. */
        SECOND_PERSON,
        COUNTERED_OFTEN,
        REVIEWED_ALREADY
    }
}
