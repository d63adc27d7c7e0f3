package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The person who calls, for routes that only a person can use. */
@Component
class CurrentPerson {

    private final Actors actors;

    CurrentPerson(Actors actors) {
        this.actors = actors;
    }

    SignedIn signedIn() {
        if (Acting.current() instanceof Actor.Person person) {
            return actors.person(person.id()).orElseThrow(CurrentPerson::nobody);
        }
        throw nobody();
    }

    private static Refusal nobody() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in first.");
    }
}
