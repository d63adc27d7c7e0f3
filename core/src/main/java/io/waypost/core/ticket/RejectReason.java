package io.waypost.core.ticket;

/** Why a complaint does not stand (驳回原因); the names are part of the API. */
public enum RejectReason {
    /** What was complained of did not happen. */
    NOT_JUSTIFIED,
    /** Another carrier's matter. */
    NOT_OURS,
    /** Nothing proves it, and the customer brings nothing more. */
    NO_EVIDENCE,
    /** Too late by law or contract. */
    TOO_LATE
}
