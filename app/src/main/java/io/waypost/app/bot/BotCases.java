package io.waypost.app.bot;

import io.waypost.app.desk.RaisedCases;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The cases that the bot opened for customers. */
@Component
class BotCases implements RaisedCases {

    private final BotSessionStore sessions;

    BotCases(BotSessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<UUID> conversations(UUID ticket) {
        return sessions.conversationsOf(ticket);
    }
}
