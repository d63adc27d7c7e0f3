package io.waypost.app.channel;

import java.io.Serial;

/** What came in cannot be read now; it stays and is tried again. The message is a code or words without personal data. */
public final class ChannelTrouble extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public ChannelTrouble(String message) {
        super(message);
    }

    public ChannelTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
