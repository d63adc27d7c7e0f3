package io.waypost.app.notice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A way for short messages (短信) to leave the platform. Implementations must be thread-safe and must pass the contract test
 * {@code SmsGatewayContract}.
 */
public interface SmsGateway {

    /**
     * Hands the messages over and tells of each what became of it, in the same order.
     *
     * <p>Where it cannot be known whether a message left (the answer got lost), the result is {@link Unknown}, never {@link
     * Retryable}: an unknown one is not sent again. An exception counts as unknown for all of them.
     */
    List<Result> submit(List<Sms> messages);

    /**
     * A short message.
     *
     * @param id the same however often it is handed over, for gateways that can drop doubles
     * @param to the phone number in clear; never to be logged
     */
    record Sms(UUID id, String to, String text) {

        @Override
        public String toString() {
            return "Sms[%s]".formatted(id);
        }
    }

    /** What became of a message. */
    sealed interface Result {}

    /** Taken; the other side knows it by that id. */
    record Accepted(String providerId) implements Result {}

    /** Certainly not sent; may be tried again after that time. */
    record Retryable(String code, Duration after) implements Result {}

    /** Certainly not sent, and never will be. */
    record Rejected(String code) implements Result {}

    /** Sent or not sent: nobody knows. */
    record Unknown(String code) implements Result {}
}
