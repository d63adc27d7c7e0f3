package io.waypost.chat.edge;

/** Why the edge closes a connection: the code of the goodbye and the number of the close frame. */
enum Closing {

    /** The same device came again on another connection. */
    REPLACED(4001),
    /** Too much that was no frame. */
    UNREADABLE(4002),
    /** The token was refused, ended or taken back. */
    TOKEN(4003),
    /** No hello in time. */
    LATE(4004),
    /** Nothing was heard for too long. */
    DEAD(4005),
    /** It reads more slowly than there is to read; it comes again and pulls. */
    SLOW(4008),
    /** The node stops; another one answers. */
    GOING(1001),
    /** The platform did not answer; later. */
    OUTAGE(1013);

    private final int status;

    Closing(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
