package io.waypost.app.bot;

import io.waypost.core.dialogue.Dialogue.Event;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers out of the knowledge base. */
@Component
class BotAnswers {

    Event find(BotSession session, String question) {
        return new Event.Answers(List.of(), false);
    }
}
