package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way for messages to leave the platform: one provider (服务商) of one channel. Implementations must be thread-safe and must pass the
 * contract test {@code GatewayContract}.
 */
interface Gateway {

    /** The code of a rejection that says that there is nobody at that address, nor ever will be. */
    String NO_SUCH_RECIPIENT = "NO_SUCH_RECIPIENT";

    /** Its name in the settings, on screen and in delivery reports. */
    String name();

    Channel channel();

    /** The most messages that are handed over at once. */
    default int most() {
        return 100;
    }

    /** How many messages a second its link takes; 0 for any number. */
    default double perSecond() {
        return 0;
    }

    /**
     * Hands the messages over and tells of each what became of it, in the same order. Returns within half of the lease.
     *
     * <p>Where it cannot be known whether a message left (the answer got lost), the result is {@link Unknown}, never {@link
     * Retryable}: an unknown one is not sent again. An exception counts as unknown for all of them.
     */
    List<Result> submit(List<Letter> letters);

    /** Whether {@link #ask} may know more than we do. */
    default boolean canBeAsked() {
        return false;
    }

    /**
     * Asks what became of a message whose answer got lost.
     *
     * @param now real time
     * @return what became of it, empty where the provider does not know it (yet)
     */
    default Optional<Result> ask(Letter letter, Instant now) {
        return Optional.empty();
    }

    /**
     * A message as it is handed over.
     *
     * @param id the same however often it is handed over, for those who can drop doubles
     * @param to the recipient in clear; never to be logged
     * @param template the name of its text; null where it has none
     */
    record Letter(UUID id, String to, MessageClass kind, MessageBody body, @Nullable String template) {

        @Override
        public String toString() {
            return "Letter[%s]".formatted(id);
        }
    }

    /** What became of a message. */
    sealed interface Result {}

    /** Taken; the other side knows it by that id. */
    record Accepted(String providerId) implements Result {}

    /** Arrived: the one who took it is the recipient. */
    record Arrived(String providerId) implements Result {}

    /** Certainly not sent; may be tried again after that time. */
    record Retryable(String code, Duration after) implements Result {}

    /** Certainly not sent, and never will be. */
    record Rejected(String code) implements Result {}

    /** Sent or not sent: nobody knows. */
    record Unknown(String code) implements Result {}
}
