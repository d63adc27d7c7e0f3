package io.waypost.core.ticket;

import java.time.Instant;

/** A structured finding (处理结果). Each kind carries only what is true of it. */
public sealed interface Answer {

    /** Which kind of finding this is. */
    default AnswerKind kind() {
        return switch (this) {
            case FoundForwarded() -> AnswerKind.FOUND_FORWARDED;
            case FoundDamaged() -> AnswerKind.FOUND_DAMAGED;
            case NotFound() -> AnswerKind.NOT_FOUND;
            case Misdirected _ -> AnswerKind.MISDIRECTED;
            case WaitingCustomer _ -> AnswerKind.WAITING_CUSTOMER;
            case OnTheWay _ -> AnswerKind.ON_THE_WAY;
            case Explained() -> AnswerKind.EXPLAINED;
        };
    }

    /** Found, and sent on. */
    record FoundForwarded() implements Answer {}

    /** Found damaged. */
    record FoundDamaged() implements Answer {}

    /** Not found. */
    record NotFound() implements Answer {}

    /** Belongs to the units of another place. */
    record Misdirected(Ladder to) implements Answer {}

    /** Waits for the customer until then. */
    record WaitingCustomer(Instant until) implements Answer {}

    /** On the road until then. */
    record OnTheWay(Instant until) implements Answer {}

    /** What happened and what was done, in words. */
    record Explained() implements Answer {}
}
