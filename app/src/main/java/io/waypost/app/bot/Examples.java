package io.waypost.app.bot;

import io.waypost.app.bot.KeptExample.Source;
import io.waypost.app.bot.KeptExample.State;
import io.waypost.app.kernel.Ids;
import io.waypost.bot.evaluate.ModelExam;
import io.waypost.core.dialogue.Intent;
import io.waypost.core.knowledge.OpenQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Collects messages of which an editor may say what they mean: without numbers of anybody, and none of an examination. Joins the running
 * transaction.
 */
@Component
class Examples {

    private static final int SHORTEST = 2;

    private final ExampleStore store;
    private final Clock wall;
    private final ModelExam exam = new ModelExam();

    Examples(ExampleStore store, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.wall = wall;
    }

    /** A customer chose what they had meant. */
    void chosen(BotSession session, String said, @Nullable Intent meant) {
        propose(session, said, Source.CLARIFIED, meant);
    }

    /** The bot did not understand it, and a person went on. */
    void notUnderstood(BotSession session, String said, @Nullable Intent takenFor) {
        propose(session, said, Source.NOT_UNDERSTOOD, takenFor);
    }

    private void propose(BotSession session, String said, Source source, @Nullable Intent proposed) {
        var text = OpenQuestion.kept(said);
        if (text.length() >= SHORTEST && !exam.asks(text)) {
            var now = now();
            store.propose(new KeptExample(Ids.next(now), text, source, proposed, 1, State.OPEN, null,
                    session.unitPath(), session.id(), now, null, null));
        }
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
