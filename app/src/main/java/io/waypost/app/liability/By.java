package io.waypost.app.liability;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step.
 *
 * @param unit code of the unit where they work; null for the platform
 */
record By(UUID id, String name, @Nullable String unit) {

    private static final By PLATFORM = new By(new UUID(0, 0), "waypost", null);

    /** Whoever acts now, for histories. */
    static By current() {
        return Acting.current() instanceof Actor.Person person
                ? new By(person.id(), person.name(), person.unitCode())
                : PLATFORM;
    }

    /** The person who acts; what is decided about blame is decided by people. */
    static Actor.Person person() {
        if (Acting.current() instanceof Actor.Person person) {
            return person;
        }
        throw Refusal.forbidden("PEOPLE_ONLY", "Steps of a charge are taken by people, not by programs.");
    }
}
