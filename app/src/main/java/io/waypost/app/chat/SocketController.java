package io.waypost.app.chat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.chat.ChatSide;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives an agent's page what it opens the socket with. */
@RestController
class SocketController {

    private final ChatToken tokens;
    private final ChatEdge edge;

    SocketController(ChatToken tokens, ChatEdge edge) {
        this.tokens = tokens;
        this.edge = edge;
    }

    /** A token that holds for half an hour, and where to show it. */
    record SocketView(String token, Instant until, String url) {}

    @PostMapping("/api/v1/desk/socket")
    SocketView socket() {
        if (!(Acting.current() instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Only a person sits at the desk.");
        }
        var given = tokens.give(ChatSide.AGENT, person.id());
        return new SocketView(given.token(), given.until(), edge.address());
    }
}
