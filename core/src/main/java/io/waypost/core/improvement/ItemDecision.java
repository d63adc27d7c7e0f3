package io.waypost.core.improvement;

/** The answer to a command about an improvement item (改进项裁决). Never an exception. */
public sealed interface ItemDecision {

    /** Granted. */
    record Granted(ItemState next) implements ItemDecision {}

    /** Not granted. */
    record Declined(Reason reason) implements ItemDecision {}

    /** Why not; the names are part of the API. */
    enum Reason {
        /** It was accepted before. */
        ALREADY_ACCEPTED,
        /** It must be accepted first. */
        NOT_ACCEPTED,
        /** It must be begun first. */
        NOT_STARTED,
        /** It was begun before. */
        ALREADY_STARTED,
        /** It is done: only the figures decide now. */
        ALREADY_DONE,
        /** It must be done before it is measured. */
        NOT_DONE,
        /** It has ended. */
        ITEM_ENDED
    }
}
