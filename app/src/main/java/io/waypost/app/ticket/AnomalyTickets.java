package io.waypost.app.ticket;

import io.waypost.app.anomaly.AnomalyLinks;
import io.waypost.app.anomaly.AnomalyOver;
import io.waypost.app.anomaly.AnomalyRaised;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.TicketOpening.Draft;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.Triaging.Incoming;
import io.waypost.app.watch.Findings;
import io.waypost.core.anomaly.Anomaly;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.triage.TriageChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes work of anomalies, inside their transactions: a ticket for the site that has to act, or a note on the one that is open about the
 * parcel's matter. What the platform itself opened ends when nothing of it stands any more; what a customer asked for does not.
 */
@Component
class AnomalyTickets {

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketOpening opening;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final Findings silences;
    private final AnomalyLinks anomalies;
    private final Parcels parcels;
    private final Triaging triaging;
    private final FiringTime firing;

    AnomalyTickets(TicketStore store, TicketSteps steps, TicketOpening opening, TicketRulebook rulebook,
            Ladders ladders,
            Findings silences, AnomalyLinks anomalies, Parcels parcels, Triaging triaging, FiringTime firing) {
        this.store = store;
        this.steps = steps;
        this.opening = opening;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.silences = silences;
        this.anomalies = anomalies;
        this.parcels = parcels;
        this.triaging = triaging;
        this.firing = firing;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AnomalyRaised raised) {
        var anomaly = raised.anomaly();
        if (!anomaly.kind().work()) {
            return;
        }
        var kind = new TicketKind(TicketKind.ANOMALY.code() + "." + anomaly.kind());
        var ladder = ladders.of(anomaly.site());
        var step = new Step(By.PLATFORM, firing.of(raised.at()), null, cause(anomaly));
        var parcel = triaging.askParcel() ? parcels.find(raised.waybill()).orElse(null) : null;
        var placed = triaging.place(
                new Incoming(kind, TriageChannel.WATCH, false, 1, parcel, ladder, ladder.region(), null, ""),
                step.at());
        var about = Ticket.about(kind, placed.urgent() != null, placed.desk(), placed.ladder());
        var facts = Facts.NONE.withUrgency(Triaging.urgency(placed, step.at()));
        var draft = new Draft(raised.waybill(), about, facts, Intake.BY_WATCH, null, null, placed);
        var opened = opening.openOrJoin(draft, step, kept -> steps.take(kept,
                TicketOpening.decided(kept.ticket(), new Join(ladder), rulebook.of(kept), Caller.PLATFORM,
                        later(kept.openedAt(), step.at())),
                step));
        anomalies.ticket(anomaly.id(), opened.kept().id());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AnomalyOver over) {
        for (var kept : open(over)) {
            var ours = kept.ticket().kind().found();
            if (ours && !anomalies.standing(kept.id()) && silences.standing(over.waybill()).isEmpty()) {
                var at = later(kept.openedAt(), over.at());
                steps.take(kept,
                        TicketOpening.decided(kept.ticket(), new CauseGone(), rulebook.of(kept), Caller.PLATFORM, at),
                        new Step(By.PLATFORM, at, null, Map.of("cause", String.valueOf(over.anomaly().end()))));
            }
        }
    }

    private List<KeptTicket> open(AnomalyOver over) {
        UUID ticket = over.ticketId();
        return ticket == null
                ? List.of()
                : store.lockOpen(over.waybill()).stream().filter(kept -> kept.id().equals(ticket)).toList();
    }

    /** A ticket that was opened by hand may be younger than what the scans showed. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Object> cause(Anomaly anomaly) {
        return Map.of("anomalyId", anomaly.id().toString(), "anomaly", anomaly.kind().name(), "since",
                anomaly.since().toString(), "times", anomaly.times());
    }
}
