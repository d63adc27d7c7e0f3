package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.DESK_UNIT;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Name;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket's life as an example tells it: what was asked last had those effects. Immutable, so that a story may branch.
 *
 * @param now when the next command comes
 * @param effects of the last command
 */
record TicketLife(Ticket ticket, TicketTerms terms, Instant now, List<TicketEffect> effects) {

    static TicketLife about(Ticket ticket, TicketTerms terms) {
        return new TicketLife(ticket, terms, NINE, List.of());
    }

    /** One that was opened at nine at the outlet of Tianhe. */
    static TicketLife opened(TicketKind kind) {
        return opened(TicketFixture.terms(kind));
    }

    static TicketLife opened(TicketTerms terms) {
        return about(Ticket.about(terms.kind().kind(), false, DESK_UNIT, TIANHE), terms)
                .does(Caller.PLATFORM, new TicketCommand.Open());
    }

    TicketLife at(Instant instant) {
        return new TicketLife(ticket, terms, instant, effects);
    }

    TicketLife under(TicketTerms other) {
        return new TicketLife(ticket, other, now, effects);
    }

    TicketLife does(Caller caller, TicketCommand command) {
        var decision = TicketRules.decide(ticket, command, terms, caller, now);
        if (decision instanceof Granted(var next, var what)) {
            return new TicketLife(next, terms, now, what);
        }
        throw new AssertionError("%s was not granted to %s: %s".formatted(command, ticket, decision));
    }

    TicketLife refuses(Caller caller, TicketCommand command, Refusal reason, Requirement... missing) {
        assertThat(TicketRules.decide(ticket, command, terms, caller, now))
                .isEqualTo(new Refused(reason, Set.of(missing)));
        return this;
    }

    /** What happens by itself, which must be due at that instant. */
    TicketLife passes(Instant at) {
        var deadline = deadline().orElseThrow(() -> new AssertionError("Nothing is due for " + ticket));
        assertThat(deadline.at()).as("%s of %s", deadline, ticket).isEqualTo(at);
        return at(at).does(Caller.PLATFORM, deadline.command());
    }

    Optional<Deadline> deadline() {
        return TicketRules.deadline(ticket, terms, now);
    }

    Optional<Instant> due() {
        return TicketRules.due(ticket, terms);
    }

    StageClock clock() {
        return Objects.requireNonNull(ticket.clock());
    }

    TicketLife stands(Name state, TicketLevel level) {
        assertThat(ticket.state().name()).isEqualTo(state);
        assertThat(ticket.level()).isEqualTo(level);
        return this;
    }

    TicketLife stands(Name state, TicketLevel level, Instant due) {
        stands(state, level);
        assertThat(due()).contains(due);
        return this;
    }

    TicketLife logged(Event... events) {
        assertThat(effects.stream().flatMap(effect -> effect instanceof TicketEffect.Log(var event)
                ? Optional.of(event).stream()
                : Optional.<Event>empty().stream())).containsExactly(events);
        return this;
    }

    TicketLife told(Whom whom, News news) {
        assertThat(effects).contains(new TicketEffect.Tell(whom, news));
        return this;
    }

    TicketLife toldCustomer(CustomerNews news) {
        assertThat(effects).contains(new TicketEffect.TellCustomer(news));
        return this;
    }

    TicketLife did(TicketEffect effect) {
        assertThat(effects).contains(effect);
        return this;
    }

    TicketLife didNot(TicketEffect effect) {
        assertThat(effects).doesNotContain(effect);
        return this;
    }
}
