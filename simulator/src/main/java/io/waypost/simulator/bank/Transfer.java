package io.waypost.simulator.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that the bank was told to make.
 *
 * @param key the merchant's number of it; paid once
 * @param amount in fen
 * @param tries how often it was tried; more than once only after a refusal for now
 * @param at when it was tried last
 * @param settlesAt when the outcome shows; until then it is under way
 * @param outcome how it ends
 * @param notifyUrl where to tell; null for nowhere
 */
record Transfer(String key, long amount, int tries, Instant at, Instant settlesAt, Outcome outcome,
        @Nullable String notifyUrl) {

    /** How it ends. */
    enum Outcome {
        PAID,
        /** Refused at once, and the key is spent. */
        REFUSED,
        /** Refused at once; the key may be used again. */
        REFUSED_NOW,
        /** Taken, and not paid in the end. */
        FAILED
    }

    /** As the interface calls it at that moment. */
    String state(Instant now) {
        return switch (outcome) {
            case REFUSED, REFUSED_NOW -> "FAILED";
            case PAID -> settlesAt.isAfter(now) ? "PROCESSING" : "SUCCESS";
            case FAILED -> settlesAt.isAfter(now) ? "PROCESSING" : "FAILED";
        };
    }

    String code() {
        return switch (outcome) {
            case PAID -> "OK";
            case REFUSED -> "ACCOUNT_CLOSED";
            case REFUSED_NOW -> "BALANCE_SHORT";
            case FAILED -> "RETURNED_BY_BANK";
        };
    }
}
