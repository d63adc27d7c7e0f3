package io.waypost.app.ticket;

import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.watch.Findings;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketEffect;
import io.waypost.core.ticket.TicketEffect.Acted;
import io.waypost.core.ticket.TicketEffect.Assign;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.Log;
import io.waypost.core.ticket.TicketEffect.Tell;
import io.waypost.core.ticket.TicketEffect.TroubleConfirmed;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState.Dispatched;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what the rules decided: keeps the ticket, writes its history, tells people, findings and pages. */
@Component
class TicketSteps {

    private final TicketStore store;
    private final HistoryStore history;
    private final TicketPolicies policies;
    private final Ladders ladders;
    private final Network network;
    private final DutyRoster roster;
    private final Findings findings;
    private final LiveFeed live;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Deadlines> deadlines;

    TicketSteps(TicketStore store, HistoryStore history, TicketPolicies policies, Ladders ladders, Network network,
            DutyRoster roster, Findings findings, LiveFeed live, ApplicationEventPublisher events,
            ObjectProvider<Deadlines> deadlines) {
        this.store = store;
        this.history = history;
        this.policies = policies;
        this.ladders = ladders;
        this.network = network;
        this.roster = roster;
        this.findings = findings;
        this.live = live;
        this.events = events;
        this.deadlines = deadlines;
    }

    /** Who took a step, when, and what they said. */
    record Step(By by, Instant at, @Nullable String text, Map<String, Object> data) {

        static Step byPlatform(Instant at) {
            return new Step(By.PLATFORM, at, null, Map.of());
        }
    }

    /** Begins a ticket; empty if another one is open for the parcel. */
    Optional<KeptTicket> begin(KeptTicket draft, Accepted accepted, Step step) {
        var next = next(draft, accepted);
        if (!store.insert(next, wakeAt(next))) {
            return Optional.empty();
        }
        follow(draft, next, accepted, step);
        return Optional.of(next);
    }

    /** Takes a step with a ticket that the caller has locked. */
    KeptTicket take(KeptTicket before, Accepted accepted, Step step) {
        var next = next(before, accepted);
        store.update(next, wakeAt(next));
        follow(before, next, accepted, step);
        return next;
    }

    private void follow(KeptTicket before, KeptTicket next, Accepted accepted, Step step) {
        if (!next.placePath().equals(before.placePath())) {
            store.addSight(next.id(), before.placePath());
            hint(next, before.placePath());
        }
        boolean first = true;
        for (var effect : accepted.effects()) {
            first = carryOut(effect, next, accepted, step, first);
        }
        hint(next, next.placePath());
        deadlines.getObject().wake();
    }

    private boolean carryOut(TicketEffect effect, KeptTicket next, Accepted accepted, Step step, boolean first) {
        switch (effect) {
            case Log(var event) -> {
                var own = first ? step : new Step(by(event, step), step.at(), null, Map.of());
                log(event, next, event == Event.ESCALATED
                        ? new Step(own.by(), own.at(), own.text(), Map.of("why", why(accepted)))
                        : own);
                return false;
            }
            case Tell(var whom, var news) -> tell(whom, news, next, step);
            case Acted() -> {
                if (next.facts().findingId() != null) {
                    findings.acted(next.facts().findingId(), step.at());
                }
            }
            case TroubleConfirmed() -> {
                if (next.facts().findingId() != null) {
                    findings.troubleConfirmed(next.facts().findingId(), step.at());
                }
            }
            case Assign _ -> {
                // The holder was found before the ticket was kept.
            }
        }
        return first;
    }

    /** The ticket as it stands after the decision, with whoever holds it now. */
    private KeptTicket next(KeptTicket before, Accepted accepted) {
        var ticket = accepted.next();
        var level = ticket.level().orElse(before.level());
        var holder = before.holder();
        for (var effect : accepted.effects()) {
            if (effect instanceof Assign(_, var unit)) {
                var person = roster.onDuty(unit, duty(ticket.kind())).map(OnDuty::person).orElse(null);
                holder = new Holder(unit, ladders.path(unit), person);
            }
        }
        var policy = policies.of(before.policyVersion());
        var limit = ticket.state() instanceof Dispatched
                ? (int) policy.limit(ticket, level).toMinutes()
                : before.limitMinutes();
        var place = ticket.ladder().place();
        var placePath = place.equals(before.ticket().ladder().place()) ? before.placePath() : ladders.path(place);
        return new KeptTicket(before.id(), before.number(), before.waybill(), ticket, level, placePath, holder,
                before.facts(), before.policyVersion(), limit, before.openedAt(),
                before.version() + (sameToAnswer(before.ticket(), ticket) ? 0 : 1));
    }

    private @Nullable Instant wakeAt(KeptTicket kept) {
        return TicketRules.deadline(kept.ticket(), policies.of(kept.policyVersion())).map(Deadline::at).orElse(null);
    }

    private void log(Event event, KeptTicket kept, Step step) {
        history.add(kept.id(), new Entry(Ids.next(step.at()), step.at(), step.by(), event, kept.level(),
                kept.holder().unitCode(), kept.holder().person(), step.text(), step.data()));
    }

    /** What the new holder is told is why the ticket climbed: no answer in time, confirmed trouble, or no scan after the answer. */
    private static String why(Accepted accepted) {
        return accepted.effects().stream()
                .flatMap(effect -> effect instanceof Tell(var whom, var news) && whom == Whom.HOLDER
                        ? Stream.of(news)
                        : Stream.empty())
                .findFirst().orElse(TicketEffect.News.ESCALATED).name();
    }

    private void tell(Whom whom, TicketEffect.News news, KeptTicket kept, Step step) {
        var ticket = kept.ticket();
        var level = whom == Whom.HOLDER ? kept.level() : ticket.ladder().above(kept.level());
        var unit = whom == Whom.HOLDER ? kept.holder().unitCode() : ticket.ladder().unit(level);
        roster.onDuty(unit, duty(ticket.kind())).ifPresent(to -> {
            history.add(kept.id(), new Entry(Ids.next(step.at()), step.at(), By.PLATFORM, Event.NOTIFIED, level, unit,
                    to.person(), null, Map.of("news", news.name())));
            var due = ticket.state() instanceof Dispatched(_, var at, _) ? at : null;
            events.publishEvent(new TicketNews(kept.id(), kept.number(), kept.waybill(), ticket.kind(), ticket.urgent(),
                    news, level, network.ref(unit), to, due, step.at()));
        });
    }

    private void hint(KeptTicket kept, String path) {
        live.tell("ticket", path,
                Map.of("id", kept.id().toString(), "unitCode", kept.holder().unitCode(), "waybill", kept.waybill()));
    }

    /** Whether somebody who has the ticket before them would answer the same: nothing but warnings, notes and urges happened. */
    private static boolean sameToAnswer(Ticket before, Ticket next) {
        if (before.state() instanceof Dispatched(var level, var due, _)
                && next.state() instanceof Dispatched(var nextLevel, var nextDue, _)) {
            return level == nextLevel && due.equals(nextDue) && before.silent() == next.silent()
                    && before.urgent() == next.urgent() && before.ladder().equals(next.ladder());
        }
        return before.equals(next);
    }

    /** A ticket climbs by the platform's rules, whoever's answer made it climb. */
    private static By by(Event event, Step step) {
        return event == Event.ESCALATED ? By.PLATFORM : step.by();
    }

    private static DutyKind duty(TicketKind kind) {
        return switch (kind) {
            case SILENT_PARCEL -> DutyKind.SILENT_PARCEL;
            case URGE, QUERY -> DutyKind.URGE;
        };
    }
}
