package io.waypost.app.ticket;

import io.waypost.app.identity.People;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.Requirement;
import io.waypost.core.ticket.Authority;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketRules;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** As whom an actor comes to a ticket: by what they may do, and by where the ticket's units lie from theirs. */
@Component
class TicketAuthorities {

    private final People people;

    TicketAuthorities(People people) {
        this.people = people;
    }

    /** Everything that the actor may ask now. */
    static List<TicketAction> allowed(KeptTicket kept, Actor actor) {
        return Arrays.stream(TicketAction.values())
                .filter(action -> TicketRules.open(kept.ticket(), action.command(),
                        new Caller(of(kept, actor, action), Set.of(), Set.of())))
                .toList();
    }

    /** The actor with what they bring; roles are looked up, since an SOP lets some roles skip. */
    Caller caller(KeptTicket kept, Actor actor, TicketAction action, Set<Requirement> fulfilled) {
        Set<Role> roles = actor instanceof Actor.Person person ? people.roles(person.id()) : Set.of();
        return new Caller(of(kept, actor, action), fulfilled, roles);
    }

    private static Set<Authority> of(KeptTicket kept, Actor actor, TicketAction action) {
        var as = EnumSet.noneOf(Authority.class);
        if (!actor.may(action.permission()) && !actor.may(Permission.TICKET_CLOSE)) {
            return as;
        }
        switch (action) {
            case NOTE -> as.add(Authority.READER);
            // Whoever talks to the customer may hurry what they see, wherever it lies.
            case URGE, URGENT -> add(as, actor.may(action.permission()), Authority.DESK);
            case ANSWER, ACCEPT, START, WAIT, GO_ON, APPLY_CLOSE, WITHDRAW_CLOSE, HAND_OVER, CARRY_UP -> {
                add(as, actor.may(Permission.TICKET_ANSWER) && reachesUnit(kept, actor), Authority.HOLDER);
                add(as, desk(kept, actor), Authority.DESK);
            }
            case TRIAGE, DISPATCH, RETURN, CHECK, CALL_BACK, REOPEN, REJECT, INVALIDATE, MERGE, UNMERGE, APPOINT, CLOSE,
                    LOWER_URGENT ->
                add(as, desk(kept, actor), Authority.DESK);
        }
        add(as, action != TicketAction.URGE && action != TicketAction.NOTE && above(kept, actor), Authority.ABOVE);
        return as;
    }

    private static boolean desk(KeptTicket kept, Actor actor) {
        return actor.may(Permission.TICKET_HANDLE) && actor.scope().reaches(kept.desk().unitPath());
    }

    private static boolean reachesUnit(KeptTicket kept, Actor actor) {
        return actor.scope().reaches(kept.placePath()) || actor.scope().reaches(kept.holder().unitPath());
    }

    private static boolean above(KeptTicket kept, Actor actor) {
        return actor.may(Permission.TICKET_CLOSE) && (actor.scope().reaches(kept.holder().unitPath())
                || actor.scope().reaches(kept.desk().unitPath()));
    }

    private static void add(Set<Authority> as, boolean yes, Authority authority) {
        if (yes) {
            as.add(authority);
        }
    }
}
