package io.waypost.app.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether sessions still live, for what was opened with one and would outlive it. Thread-safe.
 *
 * <p>A session is named by its number, which opens nothing: its id is what the browser shows.
 */
public interface LivingSessions {

    /** The number of a session that lives. */
    Optional<UUID> number(String id);

    /** Those of them that live now: not signed out, here or elsewhere, and not left for too long. */
    Set<UUID> alive(Collection<UUID> numbers);
}
