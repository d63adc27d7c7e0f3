package io.waypost.app.chat;

import io.waypost.app.identity.LivingSessions;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives an agent's page what it opens the socket with. */
@RestController
class SocketController {

    private final ChatToken tokens;
    private final LivingSessions sessions;
    private final ChatEdge edge;

    SocketController(ChatToken tokens, LivingSessions sessions, ChatEdge edge) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.edge = edge;
    }

    /** A token that holds for half an hour or until the person signs out, and where to show it. */
    record SocketView(String token, Instant until, String url) {}

    @PostMapping("/api/v1/desk/socket")
    SocketView socket(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(Acting.current() instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Only a person sits at the desk.");
        }
        var number = sessions.number(session.getId())
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in first."));
        var given = tokens.agent(person.id(), number);
        return new SocketView(given.token(), given.until(), edge.address());
    }
}
