package io.waypost.app.bot;

import io.waypost.app.network.UnitsMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the bot keeps of a unit follows it through the tree. */
@Component
class BotMoves {

    private final BotReceptionStore receptions;
    private final BotReception reception;
    private final BotSessionStore sessions;
    private final ExampleStore examples;

    BotMoves(BotReceptionStore receptions, BotReception reception, BotSessionStore sessions, ExampleStore examples) {
        this.receptions = receptions;
        this.reception = reception;
        this.sessions = sessions;
        this.examples = examples;
    }

    @EventListener
    void on(UnitsMoved moved) {
        receptions.move(moved.oldPrefix(), moved.newPrefix());
        sessions.move(moved.oldPrefix(), moved.newPrefix());
        examples.move(moved.oldPrefix(), moved.newPrefix());
        reception.changed();
    }
}
