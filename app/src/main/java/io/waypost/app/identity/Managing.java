package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.identity.ManagingRules.Manager;
import io.waypost.core.identity.ManagingRules.Refused;
import io.waypost.core.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who the current actor is in the eyes of the rules about managing people, and how a refusal of theirs is told. */
@Component
class Managing {

    private final Actors actors;
    private final RoleTable roles;

    Managing(Actors actors, RoleTable roles) {
        this.actors = actors;
        this.roles = roles;
    }

    Manager current() {
        var actor = Acting.current();
        var scope = actor.scope().path();
        return switch (actor) {
            case Actor.Person person -> Manager.withRoles(
                    actors.person(person.id()).map(SignedIn::roles).orElse(Set.of()), scope);
            case Actor.Internal _ -> new Manager(EnumSet.allOf(Role.class), scope);
            // A key has no role of its own: it may hand out what it could do itself, such as a personnel system's.
            case Actor.Partner partner -> new Manager(roles.within(partner.permissions()), scope);
            case Actor.Visitor _ -> new Manager(Set.of(), scope);
        };
    }

    static Refusal refusal(Refused refused) {
        return Refusal.forbidden(refused.name(), sentence(refused));
    }

    static String sentence(Refused refused) {
        return switch (refused) {
            case OUT_OF_SCOPE -> "The unit lies outside of your part of the organisation.";
            case ROLE_ABOVE_OWN -> "You can neither grant nor manage a role above your own.";
            case OWN_ACCOUNT -> "You cannot close your own account.";
            case LAST_ADMINISTRATOR -> "Nobody would be left to administrate the platform.";
        };
    }
}
