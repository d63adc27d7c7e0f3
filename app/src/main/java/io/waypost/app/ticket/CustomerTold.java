package io.waypost.app.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer is told something about a case of theirs (客户进度通知), in words for customers; published inside the transaction of the
 * step, for whoever else talks to them about it.
 *
 * @param key the same for the same news about the same step, however often it is told
 * @param at business time
 */
public record CustomerTold(UUID ticket, String number, String key, String text, Instant at) {

    @Override
    public String toString() {
        return "CustomerTold[%s]".formatted(key);
    }
}
