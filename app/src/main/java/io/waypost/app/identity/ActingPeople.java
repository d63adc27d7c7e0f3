package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.core.identity.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People for whom work goes on after their call has ended (后台代办). Thread-safe. */
public interface ActingPeople {

    /** The person with the rights they have right now; empty where they may not sign in any more. For background work they ordered. */
    Optional<Actor.Person> now(UUID id);

    /**
     * People who reach at least one of those units and may do that, by a part of their name; for choosing somebody to call in, whoever
     * asks.
     */
    List<PersonRef> reaching(Collection<String> unitPaths, String typed, Permission permission, int most);

    /** The roles that person has right now; none where they may not sign in any more. */
    Set<Role> roles(UUID id);
}
