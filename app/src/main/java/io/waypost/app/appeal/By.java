package io.waypost.app.appeal;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.UUID;

/** Who takes a step. */
final class By {

    private static final UUID NOBODY = new UUID(0, 0);

    private By() {}

    static PersonRef current() {
        return switch (Acting.current()) {
            case Actor.Person person -> new PersonRef(person.id(), person.name());
            case Actor.Partner partner -> new PersonRef(partner.keyId(), partner.name());
            case Actor.Visitor _ -> new PersonRef(NOBODY, "waypost");
            case Actor.Internal _ -> new PersonRef(NOBODY, "waypost");
        };
    }
}
