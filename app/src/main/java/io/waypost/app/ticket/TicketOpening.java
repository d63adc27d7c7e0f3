package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Ids;
import io.waypost.app.ticket.KeptTicket.Desk;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.KeptTicket.Result;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.Triaging.Placed;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.deadline.DefaultStatutoryPeriods;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryDue;
import io.waypost.core.deadline.StatutoryKey;
import io.waypost.core.deadline.StatutoryTable;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketNumber;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the one ticket that a parcel may have for a matter, or hands over the one that is open. */
@Component
class TicketOpening {

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final StatutoryTable statutory = DefaultStatutoryPeriods.table();

    TicketOpening(TicketStore store, TicketSteps steps, TicketRulebook rulebook, Ladders ladders) {
        this.store = store;
        this.steps = steps;
        this.rulebook = rulebook;
        this.ladders = ladders;
    }

    /** A ticket, and whether it was open before. */
    record Opened(KeptTicket kept, boolean joined) {}

    /**
     * A ticket about to be opened.
     *
     * @param deskPerson who answers for it; null where whoever is on duty there does
     * @param division the place whose law counts, by its code; null for the nation's
     * @param placed where the rules of triage send it
     */
    record Draft(
            @Nullable String waybill,
            Ticket about,
            Facts facts,
            Intake intake,
            @Nullable PersonRef deskPerson,
            @Nullable String division,
            Placed placed) {}

    /**
     * Joins an open ticket of the parcel by {@code join}, or opens the given one.
     *
     * <p>Two at once are safe: the second to write waits for the first to commit, then joins.
     */
    Opened openOrJoin(Draft draft, Step step, Function<KeptTicket, KeptTicket> join) {
        var open = joinable(draft);
        if (open.isEmpty()) {
            var opened = open(draft, step);
            if (opened.isPresent()) {
                return new Opened(opened.get(), false);
            }
            open = joinable(draft);
        }
        return new Opened(join.apply(open.orElseThrow()), true);
    }

    private Optional<KeptTicket> joinable(Draft draft) {
        List<KeptTicket> open = draft.waybill() == null ? List.of() : store.lockOpen(draft.waybill());
        return open.stream().filter(kept -> rulebook.joins(draft.about().kind(), kept)).findFirst();
    }

    private Optional<KeptTicket> open(Draft draft, Step step) {
        var terms = rulebook.inForce(draft.about().kind(), step.at());
        var about = terms.kind().statutory()
                ? statutory(draft, step.at()).map(draft.about()::withStatutory).orElse(draft.about())
                : draft.about();
        var granted = decided(about, new TicketCommand.Open(draft.placed().sorted()), terms, Caller.PLATFORM,
                step.at());
        var number = TicketNumber.of(LocalDate.ofInstant(step.at(), Holidays.ZONE), store.nextRunningNumber());
        var place = about.ladder().place();
        var path = ladders.path(place);
        var kept = new KeptTicket(Ids.next(step.at()), number.text(), draft.waybill(), rulebook.matter(about.kind()),
                about, path, new Desk(ladders.path(about.desk()), draft.deskPerson()),
                new Holder(place, path, null, false),
                draft.facts(), draft.intake(), Result.OPEN, terms.sop().id(), null, 0, step.at(), step.at(), 0);
        return steps.begin(kept, granted, step.saying(TriageNote.KEY, draft.placed().note()), draft.placed().role());
    }

    private Optional<Instant> statutory(Draft draft, Instant at) {
        var jurisdiction = draft.division() == null ? Jurisdiction.NATION : Jurisdiction.of(draft.division());
        return statutory.due(StatutoryKey.COMPLAINT_REPLY, jurisdiction, at).map(StatutoryDue::due);
    }

    /** A decision that the platform itself asked for and that cannot be refused. */
    static Granted decided(Ticket ticket, TicketCommand command, TicketTerms terms, Caller caller, Instant at) {
        return switch (TicketRules.decide(ticket, command, terms, caller, at)) {
            case Granted granted -> granted;
            case Refused(var reason, var missing) -> throw new IllegalStateException(
                    "The command %s was refused (%s %s) by %s.".formatted(command, reason, missing, ticket));
        };
    }
}
