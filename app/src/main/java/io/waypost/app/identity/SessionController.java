package io.waypost.app.identity;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.SignIn.Credentials;
import io.waypost.app.identity.SignIn.Outcome;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Actors actors;
    private final CurrentPerson current;
    private final Network network;
    private final AuditTrail audit;

    SessionController(SignIn signIn, Sessions sessions, Actors actors, CurrentPerson current, Network network,
            AuditTrail audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.actors = actors;
        this.current = current;
        this.network = network;
        this.audit = audit;
    }

    @PostMapping
    Me signIn(@RequestBody @Valid Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.with(credentials, request.getRemoteAddr())) {
            case Outcome.Welcome(var person) -> open(person, request, response);
            case Outcome.BadCredentials() -> throw no("BAD_CREDENTIALS", "User name or password is wrong.");
            case Outcome.TotpRequired() -> throw no("TOTP_REQUIRED", "Send the code of your authenticator app too.");
            case Outcome.TotpWrong() -> throw no("TOTP_WRONG", "The code is wrong or was used before.");
            case Outcome.LockedOut(var wait) -> throw lockedOut(wait, response);
        };
    }

    private Me open(UUID person, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(person, request, response);
        actors.changed(person);
        return actors.person(person).map(signedIn -> Me.of(signedIn, network))
                .orElseThrow(() -> no("BAD_CREDENTIALS", "The account has just been closed."));
    }

    @GetMapping
    Me me() {
        return Me.of(current.signedIn(), network);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        sessions.close(request);
    }

    @DeleteMapping("/all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void signOutEverywhere(HttpServletRequest request) {
        var person = current.signedIn().actor();
        sessions.close(request);
        int ended = sessions.closeAll(person.id(), null);
        audit.record("SIGNED_OUT_EVERYWHERE", "PERSON", person.id().toString(), person.unitPath(),
                Map.of("otherSessions", ended));
    }

    private static Refusal no(String code, String detail) {
        return Refusal.of(HttpStatus.UNAUTHORIZED, code, detail);
    }

    private static Refusal lockedOut(Duration wait, HttpServletResponse response) {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return no("LOCKED_OUT", "Too many wrong tries; wait %d seconds.".formatted(seconds))
                .with("retryAfterSeconds", seconds);
    }
}
