package io.waypost.app.bot;

import io.waypost.core.dialogue.Intent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of which somebody may say what it means (语料).
 *
 * @param proposed what the customer chose, or the bot took it for
 * @param seen how often it came
 * @param intent what an editor said; null of one that was taken: none of our business
 */
record KeptExample(UUID id, String text, Source source, @Nullable Intent proposed, int seen, State state,
        @Nullable Intent intent, String unitPath, @Nullable UUID session, Instant at, @Nullable String by,
        @Nullable Instant decidedAt) {

    /** Where it comes from; the names are part of the API. */
    enum Source {
        /** The customer chose between two meanings. */
        CLARIFIED,
        /** The bot did not understand it, or had no answer, and a person went on. */
        NOT_UNDERSTOOD,
        /** An editor wrote it. */
        WRITTEN
    }

    /** What became of it. */
    enum State {
        OPEN,
        /** It teaches the next model. */
        TAKEN,
        LEFT
    }
}
