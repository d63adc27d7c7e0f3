package io.waypost.app.sop;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts on rules that hold for the whole network. */
final class Hands {

    private Hands() {}

    /** Refuses everybody who does not reach the whole network. */
    static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Kinds and SOPs hold for the whole network.");
        }
    }

    /** The person or key that acts; null for the platform itself. */
    static @Nullable UUID current() {
        return switch (Acting.current()) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _,Actor.Internal _ -> null;
        };
    }
}
