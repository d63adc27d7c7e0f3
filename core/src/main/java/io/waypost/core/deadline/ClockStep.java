package io.waypost.core.deadline;

/** What became of an event (时钟事件的处理结果). Never an exception. */
public sealed interface ClockStep {

    /** It was taken. */
    record Taken(ClockState state) implements ClockStep {}

    /** It cannot be; the state stays as it was. */
    record Refused(ClockEvent event, Refusal reason) implements ClockStep {}

    /** Why not; the names are part of the API. */
    enum Refusal {
        /** It was never started. */
        NOT_STARTED,
        /** It was started before. */
        ALREADY_STARTED,
        /** It is paused already. */
        ALREADY_PAUSED,
        /** It is not paused. */
        NOT_PAUSED,
        /** The stage is finished. */
        CLOCK_STOPPED,
        /** It happened before an event that was taken already; the clock must be computed from the whole history. */
        OUT_OF_ORDER
    }
}
