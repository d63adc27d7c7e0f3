package io.waypost.app.ticket;

import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.People;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.TicketStore.Woken;
import io.waypost.app.watch.Findings;
import io.waypost.app.watch.MassEvents;
import io.waypost.core.identity.Role;
import io.waypost.core.ticket.StageClock;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketEffect;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketTerms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what the rules decided: keeps the ticket, writes its history, tells people, findings, pages and other features. */
@Component
class TicketSteps {

    private final TicketStore store;
    private final HistoryStore history;
    private final CourseStore courses;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final Network network;
    private final DutyRoster roster;
    private final People people;
    private final Findings findings;
    private final MassEvents masses;
    private final LiveFeed live;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Deadlines> deadlines;
    private final Assignments assignments;

    TicketSteps(TicketStore store, HistoryStore history, CourseStore courses, TicketRulebook rulebook, Ladders ladders,
            Network network, DutyRoster roster, People people, Findings findings, MassEvents masses,
            LiveFeed live,
            ApplicationEventPublisher events, ObjectProvider<Deadlines> deadlines, Assignments assignments) {
        this.store = store;
        this.history = history;
        this.courses = courses;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.network = network;
        this.roster = roster;
        this.people = people;
        this.findings = findings;
        this.masses = masses;
        this.live = live;
        this.events = events;
        this.deadlines = deadlines;
        this.assignments = assignments;
    }

    /** Who took a step, when, and what they said. */
    record Step(By by, Instant at, @Nullable String text, Map<String, Object> data) {

        /** The same step with more to tell. */
        Step saying(String name, Object value) {
            var more = new HashMap<>(data);
            more.put(name, value);
            return new Step(by, at, text, more);
        }

        static Step byPlatform(Instant at) {
            return new Step(By.PLATFORM, at, null, Map.of());
        }
    }

    /**
     * Begins a ticket; empty if another one of the same matter is open for the parcel.
     *
     * @param role who of the first owner takes it; null for whoever usually does
     */
    Optional<KeptTicket> begin(KeptTicket draft, Granted granted, Step step, @Nullable Role role) {
        var writer = writer();
        var terms = rulebook.of(draft);
        var next = next(draft, granted, terms, role, writer, step.at());
        var wakeAt = wakeAt(next, terms, step.at());
        if (!store.insert(next, wakeAt)) {
            return Optional.empty();
        }
        if (wakeAt != null) {
            deadlines.getObject().wake(TicketDeadlines.class, wakeAt);
        }
        follow(draft, next, granted, step, writer);
        write(writer);
        return Optional.of(next);
    }

    /** Takes a step with a ticket that the caller has locked. */
    KeptTicket take(KeptTicket before, Granted granted, Step step) {
        var writer = writer();
        var next = take(before, granted, step, writer);
        write(writer);
        return next;
    }

    /** The same as a part of a batch; {@link #write} writes it down. */
    KeptTicket take(KeptTicket before, Granted granted, Step step, StepWriter writer) {
        var terms = rulebook.of(before);
        var next = next(before, granted, terms, null, writer, step.at());
        writer.keep(new Woken(next, wakeAt(next, terms, step.at())));
        follow(before, next, granted, step, writer);
        return next;
    }

    StepWriter writer() {
        return new StepWriter(new Recipients(roster, people));
    }

    /** Writes a batch down: the tickets, then what happened to them, then who hears of it. */
    void write(StepWriter writer) {
        store.update(writer.tickets());
        history.add(writer.history());
        courses.add(writer.courses());
        store.addSights(writer.sights());
        store.keepSights(writer.endedOrBack());
        if (!writer.news().isEmpty()) {
            events.publishEvent(new TicketNewsTold(writer.news()));
        }
        writer.customerNews().forEach(events::publishEvent);
        if (!writer.changes().isEmpty()) {
            events.publishEvent(new TicketsChanged(writer.changes()));
        }
        writer.hints().forEach(hint -> live.tell("ticket", hint.path(), hint.data()));
        writer.tickets().stream().map(Woken::wakeAt).filter(Objects::nonNull).min(Instant::compareTo)
                .ifPresent(due -> deadlines.getObject().wake(TicketDeadlines.class, due));
    }

    private void follow(KeptTicket before, KeptTicket next, Granted granted, Step step, StepWriter writer) {
        if (!next.placePath().equals(before.placePath())) {
            writer.letSee(next, before.placePath());
            hint(next, before.placePath(), writer);
        }
        writer.letSee(next, next.desk().unitPath());
        if (before.ticket().ended() != next.ticket().ended()) {
            writer.endedOrBack(next.id());
        }
        boolean first = true;
        for (var effect : granted.effects()) {
            first = carryOut(effect, before, next, granted, step, first, writer);
        }
        writer.takeAssigned(next.id()).ifPresent(choice -> writer.log(next.id(), new Entry(Ids.next(step.at()),
                step.at(), By.PLATFORM, Event.ASSIGNED, next.level(), next.holder().unitCode(), choice.person(), null,
                choice.data())));
        hint(next, next.placePath(), writer);
        if (!next.desk().unitPath().startsWith(next.placePath())) {
            hint(next, next.desk().unitPath(), writer);
        }
        writer.changed(new TicketChanged(next.id(), next.number(), next.waybill(), next.ticket().kind().code(),
                next.placePath(), next.ticket().state().name(), granted.effects().stream().flatMap(
                        effect -> effect instanceof TicketEffect.Log(var event) ? Stream.of(event) : Stream.empty())
                        .toList(),
                next.version(), step.at()));
    }

    private boolean carryOut(TicketEffect effect, KeptTicket before, KeptTicket next, Granted granted, Step step,
            boolean first, StepWriter writer) {
        switch (effect) {
            case TicketEffect.Log(var event) -> {
                var own = first ? step : new Step(by(event, step), step.at(), null, Map.of());
                log(event, next, event == Event.ESCALATED ? because(own, granted) : own, writer);
                return false;
            }
            case TicketEffect.Tell(var whom, var news) -> tell(whom, news, next, step, writer);
            case TicketEffect.TellCustomer(var news) ->
                writer.tellCustomer(new TicketCustomerNews(next, news, step.at()));
            case TicketEffect.StageEnded(var clock) -> writer.course(course(before, clock, step));
            case TicketEffect.Acted() -> finding(next).ifPresentOrElse(id -> findings.acted(id, step.at()),
                    () -> ofMass(next).ifPresent(id -> masses.acted(id, step.at())));
            case TicketEffect.TroubleConfirmed() ->
                finding(next).ifPresentOrElse(id -> findings.troubleConfirmed(id, step.at()),
                        () -> ofMass(next).ifPresent(id -> masses.troubleConfirmed(id, step.at())));
            case TicketEffect.StageBegan _,TicketEffect.Assign _ -> {
                // The holder was found before the ticket was kept; a stage's words are read from its SOP.
            }
        }
        return first;
    }

    /** The ticket as it stands after the decision, with whoever holds it now. */
    private KeptTicket next(KeptTicket before, Granted granted, TicketTerms terms, @Nullable Role role,
            StepWriter writer, Instant at) {
        var ticket = granted.next();
        var place = ticket.ladder().place();
        var placePath = place.equals(before.ticket().ladder().place()) ? before.placePath() : ladders.path(place);
        var due = TicketRules.due(ticket, terms).orElse(null);
        var facts = granted.effects().contains(new TicketEffect.Log(Event.PASSED_AROUND))
                ? before.facts().withPassedAround()
                : before.facts();
        if (granted.effects().contains(new TicketEffect.Log(Event.URGENT_WITHDRAWN))) {
            facts = facts.withUrgency(null);
        }
        var next = new KeptTicket(before.id(), before.number(), before.waybill(), before.matter(), ticket, placePath,
                before.desk(), before.holder(), facts, before.intake(), before.result(), before.sop(), due,
                limitMinutes(before, ticket), before.openedAt(), at,
                before.version() + (sameToAnswer(before, ticket, due) ? 0 : 1));
        return granted.effects().reversed().stream()
                .flatMap(effect -> effect instanceof TicketEffect.Assign assign ? Stream.of(assign) : Stream.empty())
                .findFirst().map(last -> assignments.assign(next, last.party(), last.unit(), role, writer, at))
                .orElse(next);
    }

    private @Nullable Instant wakeAt(KeptTicket kept, TicketTerms terms, Instant now) {
        return TicketRules.deadline(kept.ticket(), terms, now).map(Deadline::at).orElse(null);
    }

    private static int limitMinutes(KeptTicket before, Ticket ticket) {
        return ticket.clock() == null ? before.limitMinutes() : (int) ticket.clock().limit().toMinutes();
    }

    private static void log(Event event, KeptTicket kept, Step step, StepWriter writer) {
        writer.log(kept.id(), new Entry(Ids.next(step.at()), step.at(), step.by(), event, kept.level(),
                kept.holder().unitCode(), kept.holder().person(), step.text(), step.data()));
    }

    /** What the new holder is told is why the ticket climbed: no answer in time, confirmed trouble, or no scan after the answer. */
    private static Step because(Step step, Granted granted) {
        var why = granted.effects().stream()
                .flatMap(effect -> effect instanceof TicketEffect.Tell(var whom, var news) && whom == Whom.HOLDER
                        ? Stream.of(news)
                        : Stream.empty())
                .findFirst().orElse(News.ESCALATED).name();
        var data = new HashMap<>(step.data());
        data.put("why", why);
        return new Step(step.by(), step.at(), step.text(), data);
    }

    private void tell(Whom whom, News news, KeptTicket kept, Step step, StepWriter writer) {
        var ticket = kept.ticket();
        writer.recipients().of(whom, kept).ifPresent(to -> {
            var level = whom == Whom.ABOVE ? ticket.ladder().above(kept.level()) : kept.level();
            var unit = switch (whom) {
                case HOLDER -> kept.holder().unitCode();
                case ABOVE -> ticket.above();
                case DESK -> ticket.desk();
            };
            writer.log(kept.id(), new Entry(Ids.next(step.at()), step.at(), By.PLATFORM, Event.NOTIFIED, level, unit,
                    to.person(), null, Map.of("news", news.name())));
            writer.tell(new TicketNews(kept.id(), kept.number(), kept.waybill(), ticket.kind(), ticket.urgent(),
                    news, level, network.ref(unit), to, TicketRules.owed(ticket) ? kept.due() : null, step.at()));
        });
    }

    private static CourseStore.Course course(KeptTicket before, StageClock clock, Step step) {
        var ticket = before.ticket();
        return new CourseStore.Course(Ids.next(step.at()), before.id(), ticket.kind().code(), before.sop(),
                ticket.urgent(), ticket.responsible(clock.party()), ticket.ladder().region(), clock.startedAt(),
                clock.lastAt(), clock);
    }

    private static Optional<UUID> ofMass(KeptTicket kept) {
        return TicketMasses.isMass(kept) ? Optional.of(kept.id()) : Optional.empty();
    }

    private static Optional<UUID> finding(KeptTicket kept) {
        return Optional.ofNullable(kept.facts().findingId());
    }

    private static void hint(KeptTicket kept, String path, StepWriter writer) {
        var data = new HashMap<String, String>();
        data.put("id", kept.id().toString());
        data.put("unitCode", kept.holder().unitCode());
        if (kept.waybill() != null) {
            data.put("waybill", kept.waybill());
        }
        writer.hint(path, data);
    }

    /** Whether somebody who has the ticket before them would answer the same: nothing but warnings, notes and urges happened. */
    private static boolean sameToAnswer(KeptTicket before, Ticket next, @Nullable Instant due) {
        var ticket = before.ticket();
        return ticket.state().equals(next.state()) && ticket.level() == next.level()
                && Objects.equals(before.due(), due)
                && ticket.silent() == next.silent() && ticket.urgent() == next.urgent()
                && ticket.ladder().equals(next.ladder()) && ticket.kind().equals(next.kind());
    }

    /** A ticket climbs by the platform's rules, whoever's answer made it climb. */
    private static By by(Event event, Step step) {
        return event == Event.ESCALATED ? By.PLATFORM : step.by();
    }
}
