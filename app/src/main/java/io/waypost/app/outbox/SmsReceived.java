package io.waypost.app.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A short message that came in (上行短信), told once as an application event in the transaction that keeps it. The sender can be forged:
 * nothing of weight may follow from it alone.
 *
 * @param from the sender's number in clear; never to be logged
 * @param to the number it was sent to, with whatever extension we had appended
 * @param at business time
 */
public record SmsReceived(UUID id, String from, String to, String text, Instant at) {

    @Override
    public String toString() {
        return "SmsReceived[%s]".formatted(id);
    }
}
