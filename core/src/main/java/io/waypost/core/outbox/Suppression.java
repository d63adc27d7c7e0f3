package io.waypost.core.outbox;

/** Why a recipient is not written to (拒收原因). */
public enum Suppression {
    /** They said so, by a reply or to us: holds for advertising and surveys. */
    OPTED_OUT,
    /** They complained about being written to: holds for advertising and surveys. */
    COMPLAINED,
    /** The number or address does not exist (空号、退信): holds for everything. */
    UNREACHABLE,
    /** Blocked by the platform's people, such as a number that is abused: holds for everything. */
    BLOCKED;

    /** Whether a message of that class is held back from a recipient with this entry. */
    public boolean holds(MessageClass kind) {
        return switch (this) {
            case OPTED_OUT, COMPLAINED -> !kind.owed();
            case UNREACHABLE, BLOCKED -> true;
        };
    }
}
