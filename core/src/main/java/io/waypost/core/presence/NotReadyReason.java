package io.waypost.core.presence;

/** Why an agent takes no contacts (示忙原因); the names are part of the API. */
public enum NotReadyReason {
    /** Came to the desk and has not begun yet. */
    SIGNED_ON(false),
    REST(true),
    MEAL(true),
    MEETING(true),
    TRAINING(true),
    COACHING(true),
    /** Calls customers back. */
    OUTBOUND(true),
    SYSTEM_FAULT(true),
    OTHER(true),
    /** Did not take what was offered: the platform says so, or the next one would wait in vain too. */
    UNANSWERED(false);

    private final boolean chosen;

    NotReadyReason(boolean chosen) {
        this.chosen = chosen;
    }

    /** Whether people choose it; the others are the platform's. */
    public boolean chosen() {
        return chosen;
    }
}
