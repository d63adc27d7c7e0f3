package io.waypost.core.tariff;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * What somebody wants to send.
 *
 * @param from six-digit code of the division of the sender
 * @param to of the recipient
 * @param grams as weighed
 * @param lengthMm 0 where the measures are not known; then volume does not count
 * @param declaredFen the value to be protected; 0 for none
 * @param collectedFen the money to be collected from the recipient; 0 for none
 * @param wanted codes of what is wanted beside
 * @param at when it is handed over, Beijing time
 */
public record Shipment(String from, String to, int grams, int lengthMm, int widthMm, int heightMm, long declaredFen,
        long collectedFen, Set<String> wanted, LocalDateTime at) {

    public Shipment {
        wanted = Set.copyOf(wanted);
    }

    int longestMm() {
        return Math.max(lengthMm, Math.max(widthMm, heightMm));
    }

    /** In cubic millimetres, which divided by the divisor are grams. */
    long volume() {
        return (long) lengthMm * widthMm * heightMm;
    }
}
