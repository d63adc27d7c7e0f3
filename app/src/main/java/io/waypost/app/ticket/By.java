package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who took a step. */
record By(Kind kind, @Nullable UUID id, String name) {

    static final By PLATFORM = new By(Kind.SYSTEM, null, "waypost");

    private static final UUID NOBODY = new UUID(0, 0);

    enum Kind {
        PERSON,
        PARTNER,
        SYSTEM
    }

    static By of(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> new By(Kind.PERSON, person.id(), person.name());
            case Actor.Partner partner -> new By(Kind.PARTNER, partner.keyId(), partner.name());
            case Actor.Visitor _ -> PLATFORM;
            case Actor.Internal _ -> PLATFORM;
        };
    }

    PersonRef ref() {
        return new PersonRef(id == null ? NOBODY : id, name);
    }
}
