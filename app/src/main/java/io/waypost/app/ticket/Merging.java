package io.waypost.app.ticket;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.core.ticket.TicketCommand.Merge;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.Unmerge;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One matter, one case: joins tickets by hand and takes that back; gathers tickets of one mass event under a parent. */
@Service
class Merging {

    private static final Actor PLATFORM_READER = new Actor.Internal("ticket-merging");

    private final TicketDesk desk;
    private final TicketStore store;
    private final TicketViews views;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Merging(TicketDesk desk, TicketStore store, TicketViews views, AuditTrail audit, TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.views = views;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Lets the ticket go on in another one, which the actor must see too. */
    TicketView merge(UUID id, UUID intoId, @Nullable String note, int version) {
        var into = desk.reachable(intoId);
        if (into.ticket().ended()) {
            throw Refusal.conflict("TICKET_CLOSED", "The ticket %s is over; nothing goes on in it.".formatted(
                    into.number()));
        }
        var kept = desk.reachable(id);
        return desk.perform(id, Ask.plain(TicketAction.MERGE, new Merge(kept.number(), into.number()), note)
                .of(version).saying(Map.of("into", into.number(), "intoId", intoId.toString()))
                .then((merged, _) -> told(intoId, merged)));
    }

    TicketView unmerge(UUID id, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(TicketAction.UNMERGE, new Unmerge(), note).of(version));
    }

    /** Puts a ticket under a parent, or takes it out again where {@code parentId} is null. */
    TicketView gather(UUID id, @Nullable UUID parentId) {
        var actor = Acting.current();
        var kept = desk.reachable(id);
        if (parentId != null) {
            check(kept, desk.reachable(parentId));
        }
        Acting.as(TicketDesk.PLATFORM, () -> transaction.executeWithoutResult(_ -> {
            var locked = store.lock(id).orElseThrow();
            store.update(List.of(new TicketStore.Woken(locked.childOf(parentId), store.wakeAt(id))));
            Acting.as(actor, () -> audit.record("GATHER", "TICKET", kept.number(), kept.placePath(),
                    Map.of("parent", parentId == null ? "" : parentId.toString())));
        }));
        return views.of(id);
    }

    private static void check(KeptTicket child, KeptTicket parent) {
        if (parent.id().equals(child.id()) || parent.intake().parentId() != null) {
            throw Refusal.invalid("parentId", parent.id(), "NOT_A_PARENT",
                    "Name another ticket that stands under none itself.");
        }
    }

    /** Whoever works on the other ticket reads there what joined it. */
    private void told(UUID intoId, KeptTicket merged) {
        var locked = store.lock(intoId).orElseThrow();
        desk.step(locked, PLATFORM_READER, Ask.plain(TicketAction.NOTE, new Note(), null)
                .saying(Map.of("merged", merged.number(), "mergedId", merged.id().toString())));
    }
}
