package io.waypost.core.partner;

import java.util.Arrays;
import java.util.Optional;

/** What a partner can be told by webhook (回调事件); the codes are part of the API. */
public enum PartnerEvent {
    TICKET_OPENED("ticket.opened"),
    TICKET_UPDATED("ticket.updated"),
    TICKET_REPLIED("ticket.replied"),
    TICKET_CLOSED("ticket.closed"),
    MESSAGE_ADDED("message.added"),
    /** Sent when somebody tries the endpoint, whatever it subscribes to. */
    PING("ping");

    private final String code;

    PartnerEvent(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether an endpoint can ask for it. */
    public boolean subscribable() {
        return this != PING;
    }

    /** The event of that code, if there is one. */
    public static Optional<PartnerEvent> of(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }

    /** What it is that a ticket went from one state to the other; the states may be equal. */
    public static PartnerEvent of(PartnerState before, PartnerState next) {
        if (next.over() && !before.over()) {
            return TICKET_CLOSED;
        }
        return next == PartnerState.ANSWERED && before != PartnerState.ANSWERED ? TICKET_REPLIED : TICKET_UPDATED;
    }
}
