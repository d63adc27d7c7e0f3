package io.waypost.core.dialogue;

/** How a dialogue ends. */
public sealed interface End {

    /** A person goes on. */
    record HandOver(Reason reason) implements End {}

    /** The customer has nothing more. */
    record Solved() implements End {}

    /** Why a person goes on; the names are part of the API. */
    enum Reason {
        ASKED,
        ANGRY,
        SEVERE,
        REGULATOR,
        HARM,
        CHILD,
        MUCH_MONEY,
        NOT_UNDERSTOOD,
        UNPROVEN,
        NO_ANSWER,
        REFUSED,
        FAILED
    }
}
