package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who took a step. */
record By(Kind kind, @Nullable UUID id, String name) {

    static final By PLATFORM = new By(Kind.SYSTEM, null, "waypost");

    /** Whoever the matter belongs to; who they are stands sealed with the ticket. */
    static final By CUSTOMER = new By(Kind.CUSTOMER, null, "customer");

    private static final UUID NOBODY = new UUID(0, 0);

    enum Kind {
        PERSON,
        PARTNER,
        CUSTOMER,
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

    /** The customer, or a partner who speaks for them. */
    static By ofCustomer(Actor actor) {
        return actor instanceof Actor.Partner ? of(actor) : CUSTOMER;
    }

    PersonRef ref() {
        return new PersonRef(id == null ? NOBODY : id, name);
    }
}
