package io.waypost.core.contact;

/** The part that somebody of the staff has in a contact. Whoever has one may read all of it. */
public enum Part {
    /** Has it. */
    HOLDS(true, true),
    /** Is offered it. */
    OFFERED(false, true),
    /** A guest who writes to the customer too. */
    CONFERS(true, true),
    /** A guest who advises the agent. */
    ADVISES(false, true),
    /** A lead who looks on (旁看), and alone may whisper to the agent (耳语). */
    LOOKS_ON(false, true),
    /** Was asked to be a guest and has not come yet. */
    ASKED(false, false);

    private final boolean writes;
    private final boolean notes;

    Part(boolean writes, boolean notes) {
        this.writes = writes;
        this.notes = notes;
    }

    /** Whether they may write to the customer. */
    public boolean writes() {
        return writes;
    }

    /** Whether they may write to colleagues and say what the contact is about. */
    public boolean notes() {
        return notes;
    }
}
