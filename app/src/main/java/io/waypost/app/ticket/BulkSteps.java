package io.waypost.app.ticket;

import io.waypost.app.identity.ActingPeople;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.BulkStore.Bulk;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.UrgentReason;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step of an action on many tickets, as whoever asked: the same service, the same rules and the same refusals as by itself. */
@Component
class BulkSteps {

    private final TicketCounter counter;
    private final TicketHandling handling;
    private final Merging merging;
    private final TicketDesk desk;
    private final ActingPeople people;

    BulkSteps(TicketCounter counter, TicketHandling handling, Merging merging, TicketDesk desk, ActingPeople people) {
        this.counter = counter;
        this.handling = handling;
        this.merging = merging;
        this.desk = desk;
        this.people = people;
    }

    /** Takes the step as the current actor. */
    void take(Bulk bulk, Actor.Person person, UUID ticket, @Nullable Integer version) {
        var text = bulk.text().isEmpty() ? null : bulk.text();
        switch (bulk.action()) {
            case NOTE -> counter.note(ticket, bulk.text());
            case URGE -> counter.urge(ticket, text);
            case URGENT -> counter.urgent(ticket, new Urgency(UrgentReason.valueOf(reason(bulk)), text, null));
            case CLOSE -> counter.close(ticket, CloseReason.valueOf(reason(bulk)), text,
                    Objects.requireNonNull(version), KeptTicket.Result.OPEN);
            case ASSIGN -> assign(ticket, target(bulk), text, version);
            case GATHER -> gather(ticket, target(bulk), person);
        }
    }

    /** Only somebody who reaches the unit that has the ticket can take care of it there. */
    private void assign(UUID ticket, UUID to, @Nullable String text, @Nullable Integer version) {
        var kept = desk.reachable(ticket);
        boolean reaches = people.now(to).map(Actor.Person::scope)
                .filter(scope -> scope.reaches(kept.holder().unitPath())).isPresent();
        if (!reaches) {
            throw Refusal.conflict("NOT_OF_THE_UNIT",
                    "Whoever takes care of the ticket %s must belong to the unit that has it."
                            .formatted(kept.number()));
        }
        handling.appoint(ticket, to, text, version);
    }

    private void gather(UUID ticket, UUID parent, Actor.Person person) {
        if (!person.may(Permission.TICKET_HANDLE)) {
            throw Refusal.forbidden("FORBIDDEN", "Gathering tickets takes the permission ticket.handle.");
        }
        merging.gather(ticket, parent);
    }

    private static String reason(Bulk bulk) {
        return Objects.requireNonNull(bulk.reason());
    }

    private static UUID target(Bulk bulk) {
        return Objects.requireNonNull(bulk.target());
    }
}
