package io.waypost.app.channel;

import java.time.Instant;

/**
 * What came in, as it came.
 *
 * @param extId the other side's number of it, the same however often it is told
 * @param raw its bytes; never to be logged
 * @param at wall time
 */
public record Received(long number, String extId, Content raw, Instant at) {

    @Override
    public String toString() {
        return "Received[%d]".formatted(number);
    }
}
