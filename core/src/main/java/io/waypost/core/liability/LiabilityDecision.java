package io.waypost.core.liability;

/** The answer to a command: the charge as it is now and what to book, or a refusal. Never an exception. */
public sealed interface LiabilityDecision {

    /** Granted. */
    record Accepted(Liability next, Movement movement) implements LiabilityDecision {}

    /** Not granted. */
    record Declined(Refusal reason) implements LiabilityDecision {}

    /** What a decision does to the money. */
    enum Movement {
        NONE,
        /** The shares are charged provisionally (暂扣). */
        BOOK,
        /** The provisional charge is reversed (冲回). */
        RELEASE,
        /** It is reversed, and the new shares are charged provisionally. */
        REBOOK,
        /** The provisional charge becomes final (终扣). */
        FINALISE,
        /** It is reversed, and the new shares are charged for good. */
        REBOOK_AND_FINALISE
    }

    /** Why not; the names are part of the API. */
    enum Refusal {
        NOT_JUDGED,
        ALREADY_JUDGED,
        /** The scans could not tell, and no person has decided yet. */
        STILL_UNDECIDED,
        /** It is decided who bears it. */
        ALREADY_DECIDED,
        /** That unit bears nothing of it. */
        NOT_CHARGED,
        /** The time for it is over. */
        TOO_LATE,
        /** The time is not over yet. */
        NOT_DUE,
        /** No evidence was brought. */
        NO_EVIDENCE,
        /** Evidence was brought: it is not silence. */
        EVIDENCE_WAITS,
        /** One does not speak against one's own evidence. */
        OWN_EVIDENCE,
        /** Both sides were heard. */
        HEARD,
        /** First there is evidence, then an appeal. */
        NOT_STANDING,
        /** There is one appeal. */
        ALREADY_APPEALED,
        /** Nobody appealed. */
        NOT_APPEALED,
        /** Units of more than one region are concerned: headquarters decide. */
        WRONG_TIER,
        /** Who took part does not arbitrate. */
        TOOK_PART,
        /** A unit does not arbitrate its own case. */
        OWN_CASE,
        /** The shares are not 1,000 together, or name a unit's duty twice. */
        SHARES_NOT_WHOLE,
        /** It is over. */
        ENDED
    }
}
