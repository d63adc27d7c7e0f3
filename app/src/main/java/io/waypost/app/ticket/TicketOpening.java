package io.waypost.app.ticket;

import io.waypost.app.kernel.Ids;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketNumber;
import io.waypost.core.ticket.TicketPolicy;
import io.waypost.core.ticket.TicketRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the one ticket that a parcel may have, or hands over the one that is open. */
@Component
class TicketOpening {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketPolicies policies;
    private final Ladders ladders;

    TicketOpening(TicketStore store, TicketSteps steps, TicketPolicies policies, Ladders ladders) {
        this.store = store;
        this.steps = steps;
        this.policies = policies;
        this.ladders = ladders;
    }

    /** A ticket, and whether it was open before. */
    record Opened(KeptTicket kept, boolean joined) {}

    /**
     * Joins the open ticket of the parcel by {@code join}, or opens the given one.
     *
     * <p>Two at once are safe: the second to write waits for the first to commit, then joins.
     */
    Opened openOrJoin(String waybill, Ticket about, Facts facts, Step step, Function<KeptTicket, KeptTicket> join) {
        var open = store.lockOpen(waybill);
        if (open.isEmpty()) {
            var opened = open(waybill, about, facts, step);
            if (opened.isPresent()) {
                return new Opened(opened.get(), false);
            }
            open = store.lockOpen(waybill);
        }
        return new Opened(join.apply(open.orElseThrow()), true);
    }

    private Optional<KeptTicket> open(String waybill, Ticket about, Facts facts, Step step) {
        var policy = policies.inForce(step.at());
        var accepted = decided(about, new TicketCommand.Open(), policy, step.at());
        var number = TicketNumber.of(LocalDate.ofInstant(step.at(), CHINA), store.nextRunningNumber());
        var place = about.ladder().place();
        var path = ladders.path(place);
        var draft = new KeptTicket(Ids.next(step.at()), number.text(), waybill, about, TicketLevel.OUTLET, path,
                new Holder(place, path, null), facts, policy.version(), 0, step.at(), 0);
        return steps.begin(draft, accepted, step);
    }

    /** A decision that the platform itself asked for and that cannot be refused. */
    static Accepted decided(Ticket ticket, TicketCommand command, TicketPolicy policy, Instant at) {
        return switch (TicketRules.decide(ticket, command, policy, at)) {
            case Accepted accepted -> accepted;
            case Refused(var reason) -> throw new IllegalStateException(
                    "The command %s was refused (%s) by %s.".formatted(command, reason, ticket));
        };
    }
}
