package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;
import io.waypost.core.identity.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People for whom work goes on after their call has ended (后台代办). Thread-safe. */
public interface ActingPeople {

    /** The person with the rights they have right now; empty where they may not sign in any more. For background work they ordered. */
    Optional<Actor.Person> now(UUID id);

    /** The roles that person has right now; none where they may not sign in any more. */
    Set<Role> roles(UUID id);
}
