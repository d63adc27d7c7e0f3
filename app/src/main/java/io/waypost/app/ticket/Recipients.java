package io.waypost.app.ticket;

import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.Whom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds who takes care of tickets and who is told, and remembers it for as long as one batch of steps. Not safe for threads. */
final class Recipients {

    private final DutyRoster roster;
    private final People people;
    private final Map<String, Optional<OnDuty>> known = new HashMap<>();

    Recipients(DutyRoster roster, People people) {
        this.roster = roster;
        this.people = people;
    }

    /** The duty person of a unit for that kind of work. */
    Optional<OnDuty> onDuty(String unit, TicketKind kind) {
        var duty = kind.found() ? DutyKind.SILENT_PARCEL : DutyKind.URGE;
        return known.computeIfAbsent(unit + " " + duty, _ -> roster.onDuty(unit, duty));
    }

    /** A person who was chosen for the ticket; where they may not sign in any more, whoever is on duty. */
    private Optional<OnDuty> chosen(KeptTicket kept, PersonRef person) {
        var unit = kept.holder().unitCode();
        return known.computeIfAbsent("chosen " + person.id(), _ -> people.roles(person.id()).isEmpty()
                ? Optional.empty()
                : Optional.of(new OnDuty(person, unit, people.phone(person.id()).orElse(null))))
                .or(() -> onDuty(unit, kept.ticket().kind()));
    }

    /** Who of the desk answers for the ticket; where nobody does, whoever is on duty there. */
    Optional<OnDuty> desk(KeptTicket kept) {
        var person = kept.desk().person();
        if (person == null) {
            return onDuty(kept.ticket().desk(), kept.ticket().kind());
        }
        return known.computeIfAbsent("person " + person.id(), _ -> Optional.of(
                new OnDuty(person, kept.ticket().desk(), people.phone(person.id()).orElse(null))));
    }

    private Optional<OnDuty> holder(KeptTicket kept) {
        var holder = kept.holder();
        if (holder.unitCode().equals(kept.ticket().desk())) {
            return desk(kept);
        }
        return holder.chosen() && holder.person() != null
                ? chosen(kept, holder.person())
                : onDuty(holder.unitCode(), kept.ticket().kind());
    }

    /** Who is told. */
    Optional<OnDuty> of(Whom whom, KeptTicket kept) {
        return switch (whom) {
            case HOLDER -> holder(kept);
            case ABOVE -> onDuty(kept.ticket().above(), kept.ticket().kind());
            case DESK -> desk(kept);
        };
    }
}
