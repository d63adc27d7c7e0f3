package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.core.sop.Requirement;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the unit does that has a ticket: take it on, begin, wait, pass it on, say that it is settled. */
@Service
class TicketWork {

    private final TicketDesk desk;
    private final Ladders ladders;

    TicketWork(TicketDesk desk, Ladders ladders) {
        this.desk = desk;
        this.ladders = ladders;
    }

    TicketView accept(UUID id, int version) {
        return desk.perform(id, Ask.plain(TicketAction.ACCEPT, new TicketCommand.Accept(), null).of(version));
    }

    TicketView start(UUID id, int version) {
        return desk.perform(id, Ask.plain(TicketAction.START, new TicketCommand.Start(), null).of(version));
    }

    TicketView waitFor(UUID id, WaitReason reason, Instant until, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.WAIT, new TicketCommand.Wait(reason, until), note).of(version)
                .saying(Map.of("reason", reason.name(), "until", until.toString())));
    }

    TicketView goOn(UUID id, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.GO_ON, new TicketCommand.GoOn(), note).of(version));
    }

    /** Passes it on to another place or department; whose desk answers for it stays. */
    TicketView handOver(UUID id, String to, String note, int version) {
        if (!ladders.works(to)) {
            throw Refusal.invalid("to", to, "UNKNOWN", "Name a working unit by its code.");
        }
        return desk.perform(id, Ask.plain(TicketAction.HAND_OVER, new TicketCommand.HandOver(ladders.of(to)), note)
                .of(version).saying(Map.of("to", to, "toName", ladders.name(to))));
    }

    TicketView carryUp(UUID id, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.CARRY_UP, new TicketCommand.CarryUp(), note).of(version));
    }

    /** Says that it is settled; the SOP says what must be there. */
    TicketView applyClose(UUID id, String note, @Nullable String handlerPhone, int version) {
        var data = new HashMap<String, Object>();
        var ask = Ask.plain(TicketAction.APPLY_CLOSE, new TicketCommand.ApplyClose(), note).of(version);
        if (handlerPhone != null) {
            data.put("handlerPhone", handlerPhone);
            ask = ask.bringing(Requirement.HANDLER_PHONE);
        }
        return desk.perform(id, ask.saying(data));
    }

    TicketView withdrawClose(UUID id, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.WITHDRAW_CLOSE, new TicketCommand.WithdrawClose(), note)
                .of(version));
    }
}
