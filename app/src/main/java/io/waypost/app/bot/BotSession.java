package io.waypost.app.bot;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.Intent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a customer to the bot.
 *
 * @param firstSeq the entry with which they came
 * @param askedSeq the last entry of theirs; {@code answeredSeq} the last one that the bot has answered
 * @param intent what they came about, of several the last; null while that is not known
 */
record BotSession(UUID id, UUID conversation, UUID customer, ContactChannel channel, String unitPath, Instant openedAt,
        long firstSeq, long askedSeq, Instant askedAt, long answeredSeq, DialogueState state, @Nullable Intent intent,
        @Nullable Instant endedAt, @Nullable EndKind end, @Nullable Reason reason) {

    /** How it ended; the names are part of the API. */
    enum EndKind {
        /** The customer had nothing more. */
        SOLVED,
        /** The customer said nothing more for half an hour. */
        QUIET,
        /** A person went on. */
        HANDED_OVER
    }
}
