package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;
import java.util.Optional;
import java.util.UUID;

/** People for whom work goes on after their call has ended (后台代办). Thread-safe. */
public interface ActingPeople {

    /** The person with the rights they have right now; empty where they may not sign in any more. For background work they ordered. */
    Optional<Actor.Person> now(UUID id);
}
