package io.waypost.core.ticket;

import static io.waypost.core.ticket.Authority.ABOVE;
import static io.waypost.core.ticket.Authority.CUSTOMER;
import static io.waypost.core.ticket.Authority.DESK;
import static io.waypost.core.ticket.Authority.HOLDER;
import static io.waypost.core.ticket.Authority.PLATFORM;
import static io.waypost.core.ticket.Authority.READER;
import static io.waypost.core.ticket.TicketState.Name.ACCEPTED;
import static io.waypost.core.ticket.TicketState.Name.APPEALED;
import static io.waypost.core.ticket.TicketState.Name.CALLED_BACK;
import static io.waypost.core.ticket.TicketState.Name.CHECKED;
import static io.waypost.core.ticket.TicketState.Name.CLOSED;
import static io.waypost.core.ticket.TicketState.Name.CLOSE_APPLIED;
import static io.waypost.core.ticket.TicketState.Name.DISPATCHED;
import static io.waypost.core.ticket.TicketState.Name.ESCALATED;
import static io.waypost.core.ticket.TicketState.Name.INVALID;
import static io.waypost.core.ticket.TicketState.Name.IN_PROGRESS;
import static io.waypost.core.ticket.TicketState.Name.MERGED;
import static io.waypost.core.ticket.TicketState.Name.NEW;
import static io.waypost.core.ticket.TicketState.Name.REJECTED;
import static io.waypost.core.ticket.TicketState.Name.REOPENED;
import static io.waypost.core.ticket.TicketState.Name.REPLIED;
import static io.waypost.core.ticket.TicketState.Name.TRIAGED;
import static io.waypost.core.ticket.TicketState.Name.UNOPENED;
import static io.waypost.core.ticket.TicketState.Name.WAITING;

import io.waypost.core.ticket.TicketState.Name;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every way from one state of a ticket to another (状态流转表): what may be asked in which state, by whom, and where it may lead. All
 * there are stand here; a command that has no row is refused, and a decision that leads elsewhere is a defect. What a row needs
 * stands in the SOP of the ticket's kind; what it tells whom in the effects of its move.
 */
public final class TicketTable {

    /**
     * A row.
     *
     * @param by as whom one may ask it
     * @param to where it may lead
     */
    public record Way(Name from, Class<? extends TicketCommand> command, Set<Authority> by, Set<Name> to) {}

    private static final Set<Name> TO_ANSWER = EnumSet.of(DISPATCHED, ESCALATED, REOPENED, ACCEPTED, IN_PROGRESS);
    private static final Set<Name> AT_UNIT = EnumSet.of(DISPATCHED, ESCALATED, REOPENED, ACCEPTED, IN_PROGRESS,
            WAITING);
    private static final Set<Name> ENDED = EnumSet.of(CLOSED, REJECTED, INVALID);
    private static final Set<Name> OPEN = Name.open();

    private static final List<Way> WAYS = new Rows()
            .on(TicketCommand.Open.class, by(PLATFORM, DESK, CUSTOMER)).from(UNOPENED).to(NEW, DISPATCHED)
            .on(TicketCommand.Triage.class, by(PLATFORM, DESK, ABOVE)).from(NEW, TRIAGED).to(TRIAGED)
            .on(TicketCommand.Dispatch.class, by(PLATFORM, DESK, ABOVE)).from(NEW, TRIAGED).to(DISPATCHED)

            .on(TicketCommand.Accept.class, by(HOLDER)).from(DISPATCHED, ESCALATED, REOPENED).to(ACCEPTED)
            .on(TicketCommand.Start.class, by(HOLDER)).from(ACCEPTED).to(IN_PROGRESS)
            .on(TicketCommand.Wait.class, by(HOLDER, DESK)).from(TO_ANSWER).to(WAITING)
            .on(TicketCommand.GoOn.class, by(HOLDER, DESK)).from(WAITING).to(DISPATCHED, IN_PROGRESS)
            .on(TicketCommand.HandOver.class, by(HOLDER, DESK, ABOVE)).from(AT_UNIT).to(DISPATCHED)
            .on(TicketCommand.CarryUp.class, by(HOLDER, DESK, ABOVE)).from(AT_UNIT).to(ESCALATED)

            .on(TicketCommand.Give.class, by(HOLDER)).from(TO_ANSWER).except(REOPENED).staysOr(DISPATCHED, ESCALATED,
                    WAITING, REPLIED)
            .on(TicketCommand.Give.class, by(HOLDER)).from(REOPENED).staysOr(DISPATCHED, WAITING, REPLIED)
            .on(TicketCommand.Give.class, by(HOLDER)).from(WAITING, REPLIED).to(DISPATCHED, ESCALATED, WAITING, REPLIED)
            .on(TicketCommand.Return.class, by(DESK, ABOVE)).from(REPLIED).to(IN_PROGRESS)
            .on(TicketCommand.ApplyClose.class, by(HOLDER, DESK)).from(ACCEPTED, IN_PROGRESS, REPLIED).to(CLOSE_APPLIED,
                    CHECKED, CLOSED)
            .on(TicketCommand.WithdrawClose.class, by(HOLDER, DESK)).from(CLOSE_APPLIED).to(IN_PROGRESS)
            .on(TicketCommand.Check.class, by(DESK, ABOVE)).from(CLOSE_APPLIED).to(CHECKED, CLOSED, IN_PROGRESS)
            .on(TicketCommand.CallBack.class, by(DESK, ABOVE)).from(CHECKED).to(CHECKED, CALLED_BACK, REOPENED)

            .on(TicketCommand.Close.class, by(DESK, ABOVE)).from(CHECKED, CALLED_BACK).to(CLOSED)
            .on(TicketCommand.Close.class, by(ABOVE)).from(OPEN).except(CHECKED, CALLED_BACK, APPEALED).to(CLOSED)
            .on(TicketCommand.Confirm.class, by(CUSTOMER)).from(REPLIED, CLOSE_APPLIED, CHECKED, CALLED_BACK).to(CLOSED)
            .on(TicketCommand.Reopen.class, by(CUSTOMER, DESK, ABOVE))
            .from(REPLIED, CLOSE_APPLIED, CHECKED, CALLED_BACK)
            .to(REOPENED)
            .on(TicketCommand.Reopen.class, by(CUSTOMER, DESK, ABOVE)).from(ENDED).to(REOPENED)
            .on(TicketCommand.Withdraw.class, by(CUSTOMER)).from(OPEN).except(APPEALED).to(CLOSED)
            .on(TicketCommand.Reject.class, by(DESK, ABOVE)).from(NEW, TRIAGED, REPLIED, CLOSE_APPLIED).to(REJECTED)
            .on(TicketCommand.Invalidate.class, by(DESK, ABOVE)).from(NEW, TRIAGED).to(INVALID)
            .on(TicketCommand.Merge.class, by(DESK, ABOVE, PLATFORM)).from(OPEN).except(APPEALED).to(MERGED)
            .on(TicketCommand.Unmerge.class, by(DESK, ABOVE)).from(MERGED).toOpen(APPEALED)

            .on(TicketCommand.Urge.class, by(CUSTOMER, DESK, ABOVE)).from(OPEN).stays()
            .on(TicketCommand.Note.class, by(READER)).from(OPEN).stays()
            .on(TicketCommand.Note.class, by(READER)).from(ENDED).stays()
            .on(TicketCommand.Message.class, by(CUSTOMER)).from(OPEN).except(WAITING).stays()
            .on(TicketCommand.Message.class, by(CUSTOMER)).from(WAITING).to(WAITING, DISPATCHED, IN_PROGRESS)
            .on(TicketCommand.Appoint.class, by(HOLDER, DESK, ABOVE)).from(OPEN).stays()
            .on(TicketCommand.RaiseUrgent.class, by(DESK, ABOVE, PLATFORM)).from(OPEN).except(WAITING).stays()
            .on(TicketCommand.RaiseUrgent.class, by(DESK, ABOVE, PLATFORM)).from(WAITING).to(DISPATCHED, IN_PROGRESS)
            .on(TicketCommand.LowerUrgent.class, by(ABOVE)).from(OPEN).stays()
            .on(TicketCommand.Recount.class, by(PLATFORM)).from(OPEN).stays()

            .on(TicketCommand.Join.class, by(PLATFORM))
            .from(NEW, TRIAGED, CLOSE_APPLIED, CHECKED, CALLED_BACK, APPEALED)
            .stays()
            .on(TicketCommand.Join.class, by(PLATFORM)).from(WAITING).stays()
            .on(TicketCommand.Join.class, by(PLATFORM)).from(TO_ANSWER).staysOr(DISPATCHED)
            .on(TicketCommand.Join.class, by(PLATFORM)).from(REPLIED).staysOr(DISPATCHED)
            .on(TicketCommand.Redispatch.class, by(PLATFORM)).from(OPEN).stays()
            .on(TicketCommand.CauseGone.class, by(PLATFORM)).from(OPEN).except(APPEALED).staysOr(CLOSED)
            .on(TicketCommand.CauseGone.class, by(PLATFORM)).from(APPEALED).stays()

            .on(TicketCommand.ReceiveAppeal.class, by(PLATFORM)).from(OPEN).except(APPEALED).to(APPEALED)
            .on(TicketCommand.ReceiveAppeal.class, by(PLATFORM)).from(ENDED).to(APPEALED)
            .on(TicketCommand.EndAppeal.class, by(PLATFORM)).from(APPEALED).to(CLOSED)

            .on(TicketCommand.Fire.class, by(PLATFORM)).from(TO_ANSWER).staysOr(ESCALATED)
            .on(TicketCommand.Fire.class, by(PLATFORM)).from(REPLIED, WAITING).staysOr(DISPATCHED, ESCALATED)
            .on(TicketCommand.Fire.class, by(PLATFORM)).from(NEW, TRIAGED, CLOSE_APPLIED, CHECKED, CALLED_BACK).stays()
            .on(TicketCommand.WaitOver.class, by(PLATFORM)).from(WAITING).to(DISPATCHED, IN_PROGRESS)
            .on(TicketCommand.RemindStatutory.class, by(PLATFORM)).from(OPEN).stays()
            .on(TicketCommand.LookAgain.class, by(PLATFORM)).from(OPEN).stays()
            .rows();

    private static final Map<Name, Map<Class<? extends TicketCommand>, Way>> BY_STATE = WAYS.stream()
            .collect(Collectors.groupingBy(Way::from, Collectors.toMap(Way::command, Function.identity())));

    private TicketTable() {}

    /** Every way there is. */
    public static List<Way> ways() {
        return WAYS;
    }

    /** The way of that command in that state; empty where it is not asked there. */
    public static Optional<Way> way(Name from, Class<? extends TicketCommand> command) {
        return Optional.ofNullable(BY_STATE.getOrDefault(from, Map.of()).get(command));
    }

    private static Set<Authority> by(Authority first, Authority... more) {
        return EnumSet.of(first, more);
    }

    /** Reads like the table it builds. */
    private static final class Rows {

        private final List<Way> ways = new ArrayList<>();
        private Class<? extends TicketCommand> command = TicketCommand.Open.class;
        private Set<Authority> by = EnumSet.noneOf(Authority.class);
        private Set<Name> from = EnumSet.noneOf(Name.class);

        Rows on(Class<? extends TicketCommand> asked, Set<Authority> who) {
            command = asked;
            by = who;
            return this;
        }

        Rows from(Name first, Name... more) {
            return from(EnumSet.of(first, more));
        }

        Rows from(Set<Name> states) {
            from = EnumSet.copyOf(states);
            return this;
        }

        Rows except(Name first, Name... more) {
            return except(EnumSet.of(first, more));
        }

        Rows except(Set<Name> states) {
            from.removeAll(states);
            return this;
        }

        Rows to(Name first, Name... more) {
            return to(EnumSet.of(first, more));
        }

        Rows to(Set<Name> states) {
            from.forEach(state -> ways.add(new Way(state, command, Set.copyOf(by), Set.copyOf(states))));
            return this;
        }

        /** To every state in which a ticket is open, but those. */
        Rows toOpen(Name butNot) {
            var states = EnumSet.copyOf(OPEN);
            states.remove(butNot);
            return to(states);
        }

        Rows stays() {
            return leads(EnumSet.noneOf(Name.class));
        }

        Rows staysOr(Name first, Name... more) {
            return leads(EnumSet.of(first, more));
        }

        private Rows leads(Set<Name> elsewhere) {
            from.forEach(state -> {
                var to = EnumSet.of(state);
                to.addAll(elsewhere);
                ways.add(new Way(state, command, Set.copyOf(by), Set.copyOf(to)));
            });
            return this;
        }

        List<Way> rows() {
            return List.copyOf(ways);
        }
    }
}
