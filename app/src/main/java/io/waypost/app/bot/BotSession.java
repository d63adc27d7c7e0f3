package io.waypost.app.bot;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.End.Reason;
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

    /** With what it is about as far as it is known now. */
    BotSession about(@Nullable Intent matter) {
        return new BotSession(id, conversation, customer, channel, unitPath, openedAt, firstSeq, askedSeq, askedAt,
                answeredSeq, state, matter, endedAt, end, reason);
    }

    /** With everything answered up to that entry. */
    BotSession answered(DialogueState now, long seq) {
        return new BotSession(id, conversation, customer, channel, unitPath, openedAt, firstSeq, askedSeq, askedAt, seq,
                now,
                intent, endedAt, end, reason);
    }

    /** Over; none of the customer's own words is kept in its state. */
    BotSession ended(EndKind how, @Nullable Reason why, Instant at) {
        return new BotSession(id, conversation, customer, channel, unitPath, openedAt, firstSeq, askedSeq, askedAt,
                answeredSeq, state.over(), intent, at, how, why);
    }

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
