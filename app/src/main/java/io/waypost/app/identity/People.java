package io.waypost.app.identity;

import io.waypost.core.identity.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People (人员) as other features need them. Thread-safe. */
public interface People {

    /** The names of those people for histories, whoever asks; ids that nobody has are missing. */
    Map<UUID, PersonRef> names(Collection<UUID> ids);

    /** The phone of somebody active, in clear, to send a message to; never to be shown, logged or kept. */
    Optional<String> phone(UUID id);

    /** The active people of the unit itself who have one of those roles, whoever asks. */
    List<PersonRef> staff(String unitCode, Set<Role> roles);

    /** The roles of somebody active; none where there is nobody. */
    Set<Role> roles(UUID id);

    /** Whether nobody has an account yet. */
    boolean nobody();

    /**
     * Adds people, all or none, as the current actor may.
     *
     * @throws io.waypost.app.kernel.Refusal with every field that is not acceptable
     */
    List<PersonRef> add(List<NewPerson> people);
}
