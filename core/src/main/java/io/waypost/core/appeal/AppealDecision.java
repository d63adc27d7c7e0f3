package io.waypost.core.appeal;

/** The answer to a command (申诉裁决): the appeal as it is now, or a refusal. Never an exception. */
public sealed interface AppealDecision {

    /** Granted. */
    record Accepted(Appeal next) implements AppealDecision {}

    /** Not granted. */
    record Declined(Refusal reason) implements AppealDecision {}

    /** Why not; the names are part of the API. */
    enum Refusal {
        /** It was never received. */
        NOT_RECEIVED,
        /** It was received before. */
        ALREADY_RECEIVED,
        /** The authority asks for nothing more. */
        APPEAL_CLOSED,
        /** It was sent back to the authority. */
        INTAKE_REFUSED,
        /** Somebody must be named to answer it first. */
        NOT_ASSIGNED,
        /** It must be looked into first. */
        NOT_INVESTIGATING,
        /** Work on it has begun: it can be sent back no more. */
        WORK_BEGUN,
        /** No unit is named that was not asked before. */
        NOBODY_ASKED,
        /** Nobody was asked for evidence. */
        NOT_ASKED,
        /** There is no reply to check or send. */
        NO_REPLY,
        /** A reply stands; it must be sent back first. */
        REPLY_STANDS,
        /** A second person must check the reply. */
        SAME_PERSON,
        /** The reply was not checked by a second person. */
        NOT_CHECKED,
        /** A reply needs evidence. */
        NO_EVIDENCE,
        /** A reply needs the parcel's timeline. */
        NO_TIMELINE,
        /** The authority has the answer already. */
        ALREADY_REPLIED,
        /** The authority has no answer of ours yet. */
        NOT_REPLIED,
        /** The authority asks twice at most. */
        NO_THIRD_ROUND
    }
}
