package io.waypost.core.ticket;

import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a move leads to, put together step by step; the clock follows the state. Lives as long as one decision. */
final class Outcome {

    private static final Set<Stage> WORKS = Set.of(Stage.RESPONSE, Stage.SOLUTION);
    /** Where somebody looks at what the work came to and may give it back. */
    private static final Set<Stage> LOOKS_AT_WORK = Set.of(Stage.VERIFICATION, Stage.CHECK);

    private final TicketTerms terms;
    private final Instant now;
    private final List<TicketEffect> effects = new ArrayList<>();
    private Ticket ticket;

    Outcome(Ticket ticket, TicketTerms terms, Instant now) {
        this.ticket = ticket;
        this.terms = terms;
        this.now = now;
    }

    Ticket ticket() {
        return ticket;
    }

    Outcome becomes(Ticket other) {
        ticket = other;
        return this;
    }

    Outcome log(Event event) {
        effects.add(new TicketEffect.Log(event));
        return this;
    }

    Outcome tell(Whom whom, News news) {
        effects.add(new TicketEffect.Tell(whom, news));
        return this;
    }

    Outcome tellCustomer(CustomerNews news) {
        effects.add(new TicketEffect.TellCustomer(news));
        return this;
    }

    Outcome and(TicketEffect effect) {
        effects.add(effect);
        return this;
    }

    /** Whoever must act now is found anew. */
    Outcome assign() {
        var party = switch (ticket.state().name().phase()) {
            case DESK, CHECK, APPEAL -> Party.DESK;
            case REPLIED -> ticket.clock() != null && ticket.clock().party() == Party.DESK
                    ? Party.DESK
                    : ticket.ladder().party(ticket.level());
            case UNIT, WAITING, ENDED -> ticket.ladder().party(ticket.level());
        };
        effects.add(new TicketEffect.Assign(party, ticket.holder()));
        return this;
    }

    /** Goes into that state; where its stage and party are those of before, their clock goes on. */
    Outcome into(TicketState next) {
        return enter(next, false);
    }

    /** Goes into that state with all of its time. */
    Outcome afresh(TicketState next) {
        return enter(next, true);
    }

    /** Waits; the clock stands where the SOP says so. */
    Outcome waiting(Waiting next) {
        ticket = ticket.to(next);
        var clock = ticket.clock();
        if (clock != null) {
            ticket = ticket.with(pauses(clock, next.reason())
                    ? clock.standing(now, pause(next.reason()))
                    : clock.running(now));
        }
        return this;
    }

    /** It is over, and no time runs any more. */
    Outcome end(TicketState next) {
        endStage();
        ticket = ticket.to(next);
        return this;
    }

    Outcome close(CloseReason reason) {
        return log(Event.CLOSED).end(new Closed(reason, now)).tellCustomer(CustomerNews.CLOSED);
    }

    TicketDecision granted() {
        return new Granted(ticket, effects);
    }

    private Outcome enter(TicketState next, boolean fresh) {
        ticket = ticket.to(next);
        var stage = next.name().stage().map(this::present);
        var clock = ticket.clock();
        if (clock != null && stage.isPresent() && !fresh) {
            // Also where the kind was changed to one whose SOP lacks the stage: whoever has the ticket still has it.
            if (clock.isOf(stage.get(), party(stage.get()))) {
                ticket = ticket.with(clock.running(now));
                return this;
            }
            var work = clock.work();
            if (work != null && work.isOf(stage.get(), party(stage.get()))) {
                return goOn(clock, work);
            }
        }
        var begins = stage.flatMap(one -> terms.sop().stage(one, party(one)));
        var aside = begins.filter(one -> LOOKS_AT_WORK.contains(one.stage())).isPresent() ? setAside() : null;
        endStage();
        begins.ifPresent(one -> begin(one, aside));
        return this;
    }

    private void begin(SopStage stage, @Nullable StageClock aside) {
        var party = party(stage.stage());
        ticket = ticket.with(StageClock.started(stage.stage(), party, terms.limit(ticket, stage),
                terms.calendar(stage, ticket.responsible(party), now), stage.alarms(), now).of(aside));
        effects.add(new TicketEffect.StageBegan(stage.stage(), party));
    }

    /** The work comes back and has the time that it had left, by the limit and the hours that hold now. */
    private Outcome goOn(StageClock looking, StageClock work) {
        effects.add(new TicketEffect.StageEnded(looking.of(null).stoppedAt(now)));
        ticket = ticket.with(work.running(now));
        return recalendared().relimited();
    }

    /** Takes the clock of the work off the ticket, so that it does not end with the stage. */
    private @Nullable StageClock setAside() {
        var clock = ticket.clock();
        if (clock == null) {
            return null;
        }
        if (WORKS.contains(clock.stage())) {
            ticket = ticket.with((StageClock) null);
            return clock.setAside(now);
        }
        ticket = ticket.with(clock.of(null));
        return clock.work();
    }

    private void endStage() {
        var clock = ticket.clock();
        if (clock == null) {
            return;
        }
        var work = clock.work();
        if (work != null) {
            effects.add(new TicketEffect.StageEnded(work.stoppedAt(work.lastAt())));
        }
        effects.add(new TicketEffect.StageEnded(clock.of(null).stoppedAt(now)));
        ticket = ticket.with((StageClock) null);
    }

    /** From now on no later than the limit that holds now would have it. */
    Outcome shortened() {
        return changed((clock, stage) -> clock.sooner(terms.limit(ticket, stage), now, terms.book()));
    }

    /** By the limit that holds now. */
    Outcome relimited() {
        return changed((clock, stage) -> {
            var limit = terms.limit(ticket, stage);
            if (limit.equals(clock.limit())) {
                return clock;
            }
            // A limit that came in midway counts from then; counted from the begin, it would be over at once.
            boolean midway = ticket.urgent() || ticket.silent();
            return midway && limit.compareTo(clock.limit()) < 0
                    ? clock.sooner(limit, now, terms.book())
                    : clock.limited(limit, now);
        });
    }

    /** By the hours that hold now. */
    Outcome recalendared() {
        return changed((clock, stage) -> {
            var calendar = terms.calendar(stage, ticket.responsible(clock.party()), now);
            return calendar.equals(clock.calendar()) ? clock : clock.by(calendar, now);
        });
    }

    /** Changes the clock, where one runs for a stage of the SOP. */
    private Outcome changed(BiFunction<StageClock, SopStage, StageClock> change) {
        var clock = ticket.clock();
        if (clock != null) {
            terms.sop().stage(clock.stage(), clock.party())
                    .ifPresent(stage -> ticket = ticket.with(change.apply(clock, stage)));
        }
        return this;
    }

    /** Where an SOP has no stage of its own for the work, it belongs to the response. */
    private Stage present(Stage stage) {
        return stage == Stage.SOLUTION && !terms.sop().has(Stage.SOLUTION) ? Stage.RESPONSE : stage;
    }

    private Party party(Stage stage) {
        return switch (stage) {
            case TRIAGE, CHECK, CALL_BACK -> Party.DESK;
            case RESPONSE, SOLUTION -> ticket.ladder().party(ticket.level());
            case VERIFICATION -> terms.verifiedByScan() ? ticket.ladder().party(ticket.level()) : Party.DESK;
        };
    }

    /** Whether the SOP has the clock stand while that is waited for. */
    boolean pauses(StageClock clock, WaitReason reason) {
        return terms.sop().stage(clock.stage(), clock.party())
                .map(stage -> stage.pauses().contains(pause(reason))).orElse(false);
    }

    private static PauseReason pause(WaitReason reason) {
        return switch (reason) {
            case CUSTOMER -> PauseReason.CUSTOMER;
            case EVIDENCE -> PauseReason.EVIDENCE;
            case OTHER_OUTLET, ROAD -> PauseReason.OTHER_OUTLET;
            case AUTHORITY -> PauseReason.AUTHORITY;
        };
    }
}
