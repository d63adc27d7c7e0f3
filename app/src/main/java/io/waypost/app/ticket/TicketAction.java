package io.waypost.app.ticket;

import io.waypost.app.kernel.Permission;
import io.waypost.core.ticket.TicketCommand;

/** What somebody may do with a ticket; the names are part of the API. */
enum TicketAction {
    ANSWER(TicketCommand.Give.class, Permission.TICKET_ANSWER),
    ACCEPT(TicketCommand.Accept.class, Permission.TICKET_ANSWER),
    START(TicketCommand.Start.class, Permission.TICKET_ANSWER),
    WAIT(TicketCommand.Wait.class, Permission.TICKET_ANSWER),
    GO_ON(TicketCommand.GoOn.class, Permission.TICKET_ANSWER),
    APPLY_CLOSE(TicketCommand.ApplyClose.class, Permission.TICKET_ANSWER),
    WITHDRAW_CLOSE(TicketCommand.WithdrawClose.class, Permission.TICKET_ANSWER),
    HAND_OVER(TicketCommand.HandOver.class, Permission.TICKET_ANSWER),
    CARRY_UP(TicketCommand.CarryUp.class, Permission.TICKET_ANSWER),
    NOTE(TicketCommand.Note.class, Permission.TICKET_NOTE),
    URGE(TicketCommand.Urge.class, Permission.TICKET_OPEN),
    URGENT(TicketCommand.RaiseUrgent.class, Permission.TICKET_URGENT),
    LOWER_URGENT(TicketCommand.LowerUrgent.class, Permission.TICKET_CLOSE),
    TRIAGE(TicketCommand.Triage.class, Permission.TICKET_HANDLE),
    DISPATCH(TicketCommand.Dispatch.class, Permission.TICKET_HANDLE),
    RETURN(TicketCommand.Return.class, Permission.TICKET_HANDLE),
    CHECK(TicketCommand.Check.class, Permission.TICKET_HANDLE),
    CALL_BACK(TicketCommand.CallBack.class, Permission.TICKET_HANDLE),
    REOPEN(TicketCommand.Reopen.class, Permission.TICKET_HANDLE),
    REJECT(TicketCommand.Reject.class, Permission.TICKET_HANDLE),
    INVALIDATE(TicketCommand.Invalidate.class, Permission.TICKET_HANDLE),
    MERGE(TicketCommand.Merge.class, Permission.TICKET_HANDLE),
    UNMERGE(TicketCommand.Unmerge.class, Permission.TICKET_HANDLE),
    APPOINT(TicketCommand.Appoint.class, Permission.TICKET_HANDLE),
    CLOSE(TicketCommand.Close.class, Permission.TICKET_HANDLE);

    private final Class<? extends TicketCommand> command;
    private final Permission permission;

    TicketAction(Class<? extends TicketCommand> command, Permission permission) {
        this.command = command;
        this.permission = permission;
    }

    /** What is asked of the rules. */
    Class<? extends TicketCommand> command() {
        return command;
    }

    /** What somebody must be allowed to do at all. */
    Permission permission() {
        return permission;
    }
}
