package io.waypost.app.ticket;

import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.KeptTicket.Result;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.InvalidReason;
import io.waypost.core.ticket.RejectReason;
import io.waypost.core.ticket.TicketCommand;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the desk does that answers for a ticket to the customer: sort it, send it, check the result, call back, end it. */
@Service
class TicketHandling {

    private final TicketDesk desk;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final People people;
    private final Sops sops;

    TicketHandling(TicketDesk desk, TicketRulebook rulebook, Ladders ladders, People people, Sops sops) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.people = people;
        this.sops = sops;
    }

    /** Says what it is; another kind brings its own SOP. */
    TicketView triage(UUID id, TicketKind kind, @Nullable String note, int version) {
        if (sops.kinds().find(kind).filter(KindEntry::active).filter(KindEntry::forPeople).isEmpty()) {
            throw Refusal.invalid("kind", kind.code(), "UNKNOWN", "Name a kind of the catalogue.");
        }
        return desk.perform(id, Ask.plain(TicketAction.TRIAGE, new TicketCommand.Triage(), note).of(version)
                .saying(Map.of("kind", kind.code()))
                .noting((kept, at) -> retold(kept, kind, at)));
    }

    private KeptTicket retold(KeptTicket kept, TicketKind kind, Instant at) {
        return kind.equals(kept.ticket().kind())
                ? kept
                : kept.by(rulebook.inForce(kind, at).sop().id(), rulebook.matter(kind), kind);
    }

    TicketView dispatch(UUID id, String to, @Nullable String note, int version) {
        if (!ladders.works(to)) {
            throw Refusal.invalid("to", to, "UNKNOWN", "Name a working unit by its code.");
        }
        return desk.perform(id, Ask.plain(TicketAction.DISPATCH, new TicketCommand.Dispatch(ladders.of(to)), note)
                .of(version).saying(Map.of("to", to)));
    }

    TicketView sendBack(UUID id, String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.RETURN, new TicketCommand.Return(), note).of(version));
    }

    TicketView check(UUID id, boolean passed, @Nullable String note, Result result, int version) {
        return desk.perform(id, Ask.plain(TicketAction.CHECK, new TicketCommand.Check(passed), note).of(version)
                .saying(said(result, "passed", passed))
                .noting((kept, _) -> kept.with(merged(kept.result(), result))));
    }

    TicketView callBack(UUID id, CallBackVerdict verdict, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.CALL_BACK, new TicketCommand.CallBack(verdict), note).of(version)
                .saying(Map.of("verdict", verdict.name())));
    }

    TicketView reopen(UUID id, String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.REOPEN, new TicketCommand.Reopen(), note).of(version));
    }

    TicketView reject(UUID id, RejectReason reason, String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.REJECT, new TicketCommand.Reject(reason), note).of(version)
                .saying(Map.of("reason", reason.name())));
    }

    TicketView invalidate(UUID id, InvalidReason reason, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.INVALIDATE, new TicketCommand.Invalidate(reason), note)
                .of(version).saying(Map.of("reason", reason.name())));
    }

    /** Names who takes care of it, in the unit that has it. */
    TicketView appoint(UUID id, UUID personId, @Nullable String note, @Nullable Integer version) {
        var person = people.names(List.of(personId)).get(personId);
        if (person == null) {
            throw Refusal.invalid("personId", personId, "UNKNOWN", "Name somebody who has an account.");
        }
        return desk.perform(id, Ask.plain(TicketAction.APPOINT, new TicketCommand.Appoint(), note).of(version)
                .saying(Map.of("person", person.name()))
                .noting((kept, _) -> appointed(kept, person)));
    }

    private static KeptTicket appointed(KeptTicket kept, PersonRef person) {
        var holder = kept.holder();
        var with = kept.with(new Holder(holder.unitCode(), holder.unitPath(), person, true));
        return holder.unitCode().equals(kept.ticket().desk())
                ? with.with(new KeptTicket.Desk(kept.desk().unitPath(), person))
                : with;
    }

    /** What is known of the result, with what is said now. */
    static Result merged(Result known, Result said) {
        return new Result(said.liability() == null ? known.liability() : said.liability(),
                said.causeCode() == null ? known.causeCode() : said.causeCode());
    }

    private static Map<String, Object> said(Result result, String name, Object value) {
        var data = new HashMap<String, Object>();
        data.put(name, value);
        if (result.liability() != null) {
            data.put("liability", result.liability().name());
        }
        if (result.causeCode() != null) {
            data.put("cause", result.causeCode());
        }
        return data;
    }
}
