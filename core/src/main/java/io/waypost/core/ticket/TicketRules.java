package io.waypost.core.ticket;

import io.waypost.core.deadline.Due;
import io.waypost.core.deadline.NextFiring;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.CalledBack;
import io.waypost.core.ticket.TicketState.Checked;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.TicketState.New;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/**
 * Decides what is asked of a ticket (工单规则). What may be asked, in which state, by whom, and where it may lead stands in {@link
 * TicketTable}; how it goes on, in the moves. Pure and safe for threads: the same arguments always give the same decision.
 */
public final class TicketRules {

    private TicketRules() {}

    /** Decides the command of that caller at that instant. */
    public static TicketDecision decide(Ticket ticket, TicketCommand command, TicketTerms terms, Caller caller,
            Instant now) {
        var way = TicketTable.way(ticket.state().name(), command.getClass());
        if (way.isEmpty()) {
            return new Refused(refusal(ticket, command));
        }
        if (!caller.comesAs(way.get().by())) {
            return new Refused(Refusal.NOT_YOURS);
        }
        var decision = move(ticket, command, terms, caller, now);
        if (decision instanceof Granted(var next, _) && !way.get().to().contains(next.state().name())) {
            throw new IllegalStateException("The way from %s by %s to %s is not in the table.".formatted(
                    ticket.state().name(), command, next.state().name()));
        }
        return decision;
    }

    /** Whether somebody may ask that now, by state and authority alone; the rest is found out by asking. */
    public static boolean open(Ticket ticket, Class<? extends TicketCommand> command, Caller caller) {
        return TicketTable.way(ticket.state().name(), command).filter(way -> caller.comesAs(way.by())).isPresent();
    }

    /** The next thing that happens to a ticket by itself; empty when nothing more will. */
    public static Optional<Deadline> deadline(Ticket ticket, TicketTerms terms, Instant now) {
        if (ticket.ended() || ticket.state() instanceof Unopened) {
            return Optional.empty();
        }
        var next = new ArrayList<Deadline>();
        if (ticket.state() instanceof Waiting(var until, _)) {
            next.add(new Deadline(until, new TicketCommand.WaitOver()));
        }
        if (ticket.clock() != null) {
            switch (ticket.clock().next(now, terms.book())) {
                case NextFiring.Next(var firing) ->
                    next.add(new Deadline(firing.at(), new TicketCommand.Fire(firing.key())));
                case NextFiring.Unknown(_, var notBefore) -> next.add(new Deadline(
                        notBefore.isAfter(now) ? notBefore : now.plus(Duration.ofDays(1)),
                        new TicketCommand.LookAgain()));
                case NextFiring.None() -> {
                    // Nothing of this stage is left to fire.
                }
            }
        }
        var statutory = ticket.statutory();
        if (statutory != null && !(ticket.state() instanceof CalledBack) && statutory.next().isBefore(Instant.MAX)) {
            next.add(new Deadline(statutory.next(), new TicketCommand.RemindStatutory()));
        }
        return next.stream().min(Comparator.comparing(Deadline::at));
    }

    /** By when the next step is owed, or a wait is over; empty where no time runs. */
    public static Optional<Instant> due(Ticket ticket, TicketTerms terms) {
        if (ticket.state() instanceof Waiting(var until, _)) {
            return Optional.of(until);
        }
        if (ticket.clock() == null) {
            return Optional.empty();
        }
        return switch (ticket.clock().due(terms.book())) {
            case Due.At(var instant) -> Optional.of(instant);
            case Due.Beyond(_, var notBefore) -> Optional.of(notBefore);
            case Due.Open() -> Optional.empty();
        };
    }

    /** Whether somebody of ours owes the next step: then being late is somebody's fault. */
    public static boolean owed(Ticket ticket) {
        return switch (ticket.state().name().phase()) {
            case DESK, UNIT, CHECK -> ticket.state().name() != Name.UNOPENED;
            case REPLIED -> ticket.clock() != null && ticket.clock().party() == Party.DESK;
            case WAITING, APPEAL, ENDED -> false;
        };
    }

    private static Refusal refusal(Ticket ticket, TicketCommand command) {
        return switch (command) {
            case TicketCommand.Timed _ -> Refusal.NOT_DUE;
            case TicketCommand.Open _ -> ticket.ended() ? Refusal.TICKET_CLOSED : Refusal.ALREADY_OPEN;
            default -> ticket.state() instanceof Unopened
                    ? Refusal.NOT_OPEN
                    : ticket.ended() ? Refusal.TICKET_CLOSED : Refusal.NOT_IN_THIS_STATE;
        };
    }

    private static TicketDecision move(Ticket ticket, TicketCommand command, TicketTerms terms, Caller caller,
            Instant now) {
        var outcome = new Outcome(ticket, terms, now);
        var units = new UnitMoves(ticket, terms, now);
        var desk = new DeskMoves(ticket, terms, caller, now);
        var ends = new EndMoves(ticket, terms, caller, now);
        var clock = new ClockMoves(ticket, terms, now);
        return switch (command) {
            case TicketCommand.Open(var sorted) -> open(outcome, units, sorted);
            case TicketCommand.Triage() -> desk.triage();
            case TicketCommand.Dispatch(var ladder) -> units.dispatchTo(ladder);
            case TicketCommand.HandOver(var ladder) -> units.handOver(ladder);
            case TicketCommand.Accept() -> units.accept();
            case TicketCommand.Start() -> units.start();
            case TicketCommand.Wait(var reason, var until) -> units.wait(reason, until);
            case TicketCommand.GoOn() -> units.goOn();
            case TicketCommand.Give(var answer) -> units.answer(answer);
            case TicketCommand.Return() -> units.returned();
            case TicketCommand.CarryUp() -> units.carryUp();
            case TicketCommand.ApplyClose() -> desk.applyClose();
            case TicketCommand.WithdrawClose() -> desk.withdrawClose();
            case TicketCommand.Check(var passed) -> desk.check(passed);
            case TicketCommand.CallBack(var verdict) -> desk.callBack((Checked) ticket.state(), verdict);
            case TicketCommand.Close(var reason) -> desk.close(reason);
            case TicketCommand.Reject(var reason) -> desk.reject(reason);
            case TicketCommand.Invalidate(var reason) -> desk.invalidate(reason);
            case TicketCommand.Confirm() -> ends.confirm();
            case TicketCommand.Withdraw() -> ends.withdraw();
            case TicketCommand.Reopen() -> ticket.state().endedAt().map(ends::reopenEnded)
                    .orElseGet(() -> ends.reopen(outcome));
            case TicketCommand.Merge(var number, var into) -> ends.merge(number, into);
            case TicketCommand.Unmerge() -> ends.unmerge((Merged) ticket.state());
            case TicketCommand.ReceiveAppeal() -> ends.receiveAppeal();
            case TicketCommand.EndAppeal() -> ends.endAppeal();
            case TicketCommand.CauseGone() -> ends.causeGone(ticket.state().name() == Name.REPLIED
                    ? CloseReason.ANSWERED_AND_MOVED
                    : CloseReason.CAUSE_GONE);
            case TicketCommand.Urge() -> outcome.log(Event.URGED).tell(Whom.HOLDER, News.URGED).granted();
            case TicketCommand.Note() -> outcome.log(Event.NOTED).granted();
            case TicketCommand.Message() -> message(outcome, units);
            case TicketCommand.Appoint() -> outcome.log(Event.APPOINTED).tell(Whom.HOLDER, News.APPOINTED).granted();
            case TicketCommand.RaiseUrgent() -> clock.raise();
            case TicketCommand.LowerUrgent() -> clock.lower();
            case TicketCommand.Recount() -> clock.recount();
            case TicketCommand.Join(var ladder) -> clock.join(ladder);
            case TicketCommand.Redispatch(var ladder) -> clock.redispatch(ladder);
            case TicketCommand.Fire(var key) -> clock.fire(key);
            case TicketCommand.RemindStatutory() -> clock.remindStatutory();
            case TicketCommand.WaitOver() -> units.waitOver((Waiting) ticket.state());
            case TicketCommand.LookAgain() -> outcome.granted();
        };
    }

    private static TicketDecision open(Outcome outcome, UnitMoves units, boolean sorted) {
        outcome.log(Event.OPENED);
        if (units.terms().sop().has(Stage.TRIAGE) && !sorted) {
            return outcome.afresh(new New()).assign().tell(Whom.DESK, News.OPENED).tellCustomer(CustomerNews.RECEIVED)
                    .granted();
        }
        return units.dispatch(outcome, TicketLevel.OUTLET, new Dispatched(), News.OPENED)
                .tellCustomer(CustomerNews.RECEIVED).granted();
    }

    /** What the customer was asked for has come: whoever waited for it goes on. */
    private static TicketDecision message(Outcome outcome, UnitMoves units) {
        outcome.log(Event.MESSAGE).tell(Whom.HOLDER, News.MESSAGE);
        return units.ticket().state() instanceof Waiting(_, var reason) && reason == WaitReason.CUSTOMER
                ? units.comeBack(outcome.log(Event.RESUMED)).granted()
                : outcome.granted();
    }
}
