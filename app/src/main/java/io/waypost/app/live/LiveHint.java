package io.waypost.app.live;

import io.waypost.app.kernel.Actor;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hint.
 *
 * @param unitPath who reaches it hears it; null when it is for one person or for everybody
 * @param person who hears it; null when everybody may who reaches the unit
 */
record LiveHint(String topic, @Nullable String unitPath, @Nullable UUID person, Map<String, ?> data) {

    private static final String PROGRAMS = "programs";

    LiveHint {
        data = Map.copyOf(data);
    }

    static LiveHint toAll(String topic, Map<String, ?> data) {
        return new LiveHint(topic, null, null, data);
    }

    /** A hint that no page hears: no scope reaches a unit of this path. */
    static LiveHint toPrograms(String topic, Map<String, ?> data) {
        return new LiveHint(topic, PROGRAMS, null, data);
    }

    boolean forPrograms() {
        return PROGRAMS.equals(unitPath);
    }

    boolean isFor(Actor actor) {
        if (person != null) {
            return actor instanceof Actor.Person someone && someone.id().equals(person);
        }
        return unitPath == null || actor.scope().reaches(unitPath);
    }
}
