package io.waypost.app.bot;

import io.waypost.bot.evaluate.ModelFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of what the bot was taught (模型版本), without what it learnt.
 *
 * @param examples how many of people's examples it knows
 * @param base the version that was in force when it was examined
 * @param worse in what it is worse than that
 */
record KeptModel(int version, State state, @Nullable Integer examples, @Nullable ModelFigures figures,
        @Nullable Integer base, @Nullable ModelFigures baseFigures, List<ModelFigures.Worse> worse, String askedBy,
        Instant askedAt, @Nullable Instant endedAt) {

    KeptModel {
        worse = List.copyOf(worse);
    }

    /** Where it stands; the names are part of the API. */
    enum State {
        QUEUED,
        LEARNING,
        /** The examination found it worse than what is in force. */
        REFUSED,
        /** It may speak with customers. */
        PASSED,
        /** It could not be learnt. */
        FAILED
    }

    /** A time from which it spoke with customers. */
    record ModelTerm(int version, Instant from, String by) {}
}
