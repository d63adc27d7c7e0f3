package io.waypost.app.ticket;

import io.waypost.app.anomaly.AnomalyLinks;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.TicketOpening.Draft;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.Triaging.Incoming;
import io.waypost.app.watch.Findings;
import io.waypost.app.watch.MassEventEnded;
import io.waypost.app.watch.SilenceCleared;
import io.waypost.app.watch.SilenceRaised;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.watch.SilenceFinding;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the findings and the tree, inside their transactions: a finding without its ticket, or a ticket without its
 * finding, is never seen, not even after a crash.
 */
@Component
class TicketListeners {

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketOpening opening;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final Findings findings;
    private final AnomalyLinks anomalies;
    private final Parcels parcels;
    private final Triaging triaging;
    private final ObjectProvider<Deadlines> deadlines;
    private final FiringTime firing;
    private final TicketMasses masses;

    TicketListeners(TicketStore store, TicketSteps steps, TicketOpening opening, TicketRulebook rulebook,
            Ladders ladders, Findings findings, AnomalyLinks anomalies, Parcels parcels, Triaging triaging,
            ObjectProvider<Deadlines> deadlines, FiringTime firing, TicketMasses masses) {
        this.store = store;
        this.steps = steps;
        this.opening = opening;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.findings = findings;
        this.anomalies = anomalies;
        this.parcels = parcels;
        this.triaging = triaging;
        this.deadlines = deadlines;
        this.firing = firing;
        this.masses = masses;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SilenceRaised raised) {
        var finding = raised.finding();
        var ladder = ladders.of(finding.responsible().site());
        var step = new Step(By.PLATFORM, firing.of(raised.at()), null, cause(finding));
        if (raised.mass() != null) {
            masses.hang(finding, raised.mass(), step, kept -> join(kept, ladder, finding, step));
            return;
        }
        var parcel = triaging.askParcel() ? parcels.find(finding.waybill()).orElse(null) : null;
        var placed = triaging
                .place(new Incoming(TicketKind.SILENT_PARCEL, TriageChannel.WATCH, false, 1, parcel, ladder,
                        ladder.region(), null, ""), step.at());
        var about = Ticket.about(TicketKind.SILENT_PARCEL, placed.urgent() != null, placed.desk(), placed.ladder());
        var facts = Facts.NONE.withFinding(finding.id()).withUrgency(Triaging.urgency(placed, step.at()));
        var draft = new Draft(finding.waybill(), about, facts, Intake.BY_WATCH, null, null, placed);
        var opened = opening.openOrJoin(draft, step, kept -> join(kept, ladder, finding, step));
        findings.ticketOpened(finding.id(), opened.kept().id());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SilenceCleared cleared) {
        for (var kept : store.lockByFinding(cleared.findingId())) {
            if (kept.ticket().kind().found() && anomalies.standing(kept.id())) {
                continue;
            }
            var at = latest(kept.openedAt(), cleared.at());
            steps.take(kept,
                    TicketOpening.decided(kept.ticket(), new CauseGone(), rulebook.of(kept), Caller.PLATFORM, at),
                    new Step(By.PLATFORM, at, null, Map.of("cause", cleared.cause().name())));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MassEventEnded ended) {
        masses.end(ended.event(), ended.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(UnitsMoved moved) {
        store.moveUnits(moved.oldPrefix(), moved.newPrefix());
        deadlines.getObject().wake(TicketMovesWork.class);
    }

    private KeptTicket join(KeptTicket kept, Ladder ladder, SilenceFinding finding, Step step) {
        var granted = TicketOpening.decided(kept.ticket(), new Join(ladder), rulebook.of(kept),
                Caller.PLATFORM, latest(kept.openedAt(), step.at()));
        return steps.take(kept.with(kept.facts().withFinding(finding.id())), granted, step);
    }

    private static Map<String, Object> cause(SilenceFinding finding) {
        return Map.of("findingId", finding.id().toString(), "silentSince", finding.silentSince().toString(), "rule",
                finding.responsible().rule().name());
    }

    /** A finding is dated by its limit, which may lie before the customer's call that found the same out. */
    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
