package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message (外发结果): published as an application event in the transaction that writes it down, for messages that have
 * a subject. A message that is put back for another try, or that a person sends again, has outcomes later on.
 *
 * @param state {@code SENT}, {@code DELIVERED}, {@code FAILED}, {@code UNKNOWN}, {@code REJECTED}, {@code SUPPRESSED} or {@code EXPIRED}
 * @param code why, where it did not go well, such as {@code LEASE_EXPIRED} or a provider's own code
 * @param attempts how many times it was tried
 * @param at business time
 */
public record MessageOutcome(
        UUID id,
        String key,
        Channel channel,
        OutgoingMessage.Subject subject,
        MessageState state,
        @Nullable String code,
        int attempts,
        Instant at) {}
