package io.waypost.core.contact;

/** Where a contact (来访) is; the names are part of the API. */
public enum ContactState {
    /** Came out of hours and waits until the desk opens (留言). */
    PARKED,
    /** Waits in the queue for an agent. */
    WAITING,
    /** Offered to an agent who has not taken it yet (振铃). */
    OFFERED,
    /** An agent has it. */
    TALKING,
    /** Over. */
    CLOSED;

    /** Whether it takes a part of an agent's capacity. */
    public boolean takesCapacity() {
        return this == OFFERED || this == TALKING;
    }
}
