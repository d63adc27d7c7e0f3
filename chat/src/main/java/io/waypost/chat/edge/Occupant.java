package io.waypost.chat.edge;

/** A connection that holds the seat of a device. */
interface Occupant {

    /** The same device came again: this one goes. From any thread. */
    void replaced();
}
