package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.ContactMoves.Move;
import io.waypost.app.desk.ContactViews.ContactDetail;
import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactCommand;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactRules;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What agents and leads do with contacts. An agent acts on what is offered to them or what they have; a lead on what they reach. */
@Service
class ContactDesk {

    private final DeskContactStore contacts;
    private final ContactAccess access;
    private final ContactMoves moves;
    private final ContactViews views;
    private final DeskSeatStore seats;
    private final StepStore steps;
    private final Conversations conversations;
    private final DeskWork work;

    ContactDesk(DeskContactStore contacts, ContactAccess access, ContactMoves moves, ContactViews views,
            DeskSeatStore seats, StepStore steps,
            Conversations conversations, DeskWork work) {
        this.contacts = contacts;
        this.access = access;
        this.moves = moves;
        this.views = views;
        this.seats = seats;
        this.steps = steps;
        this.conversations = conversations;
        this.work = work;
    }

    /** The caller takes what is offered to them; whoever takes it twice has taken it. */
    ContactView accept(UUID id) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            if (kept.contact().state() == ContactState.TALKING && me.id().equals(kept.contact().agent())) {
                return views.view(kept);
            }
            var taken = move(kept, Move.of(new ContactCommand.Accept(me.id()), StepKind.TAKEN).by(named(me)));
            joins(taken, me);
            return views.view(taken);
        });
    }

    /** The caller does not take what is offered to them; nothing happens where it is not offered to them any more. */
    ContactView giveBack(UUID id) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> views.view(kept.contact().state() == ContactState.OFFERED
                && me.id().equals(kept.contact().agent())
                        ? move(kept, Move.of(new ContactCommand.Return(me.id()), StepKind.RETURNED).by(named(me)))
                        : kept));
    }

    /** The caller ends what they have; the customer is asked how it was. */
    ContactView close(UUID id, String disposition, @Nullable String note) {
        if (!Dispositions.known(disposition)) {
            throw Refusal.invalid("disposition", disposition, "UNKNOWN",
                    "Choose one of the dispositions of GET /api/v1/desk.");
        }
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            var close = Move.of(new ContactCommand.Close(me.id(), ContactEnd.BY_AGENT), StepKind.CLOSED).by(named(me))
                    .saying(note).with(Map.of("disposition", disposition));
            return views.view(ends(ContactEdits.disposed(kept, disposition, note), close));
        });
    }

    /** The caller passes on what they have. */
    ContactView pass(UUID id, @Nullable UUID person, int level, String note) {
        var me = SeatDesk.me();
        access.requireRead(id);
        return access.locked(id, kept -> {
            if (person != null && seats.find(person).filter(SeatDesk::there).isEmpty()) {
                throw Refusal.invalid("person", person, "NOT_THERE",
                        "Pass it to somebody who is at the desk, or to nobody by name.");
            }
            var passed = move(kept,
                    Move.of(new ContactCommand.Pass(me.id(), person, level), StepKind.PASSED).by(named(me))
                            .saying(note).with(Map.of("level", level)));
            conversations.hand(kept.conversation(), null);
            conversations.writeNow(List.of(NewEntry.event(kept.conversation(), "正在为您转接，请稍候。")));
            return views.view(passed);
        });
    }

    /** A lead takes over a contact within their reach. */
    ContactView takeOver(UUID id) {
        var me = SeatDesk.me();
        access.requireLead(id);
        return access.locked(id, kept -> {
            if (seats.find(me.id()).filter(SeatDesk::there).isEmpty()) {
                throw Refusal.conflict("NOT_AT_THE_DESK", "Open the desk first.");
            }
            var taken = move(kept, Move.of(new ContactCommand.TakeOver(me.id()), StepKind.TAKEN_OVER).by(named(me)));
            joins(taken, me);
            return views.view(taken);
        });
    }

    /** Writes a note that colleagues see and the customer does not. */
    ContactDetail note(UUID id, String text) {
        var me = SeatDesk.me();
        access.requireNote(id);
        return access.locked(id, kept -> {
            conversations.writeNow(List.of(new NewEntry(kept.conversation(), Author.AGENT, me.id(), me.name(),
                    EntryKind.NOTE, text, null, null)));
            steps.add(id, moves.now(), StepKind.NOTE, named(me), text, Map.of());
            return views.detail(kept);
        });
    }

    ContactDetail link(UUID id, LinkKind kind, String ref) {
        var me = SeatDesk.me();
        access.requireNote(id);
        return access.locked(id, kept -> {
            if (steps.link(id, kind, ref, moves.now())) {
                steps.add(id, moves.now(), StepKind.LINKED, named(me), null, Map.of("kind", kind.name(), "ref", ref));
            }
            return views.detail(kept);
        });
    }

    ContactDetail detail(UUID id) {
        access.requireRead(id);
        return work.whole(() -> views.detail(contacts.find(id).orElseThrow()));
    }

    /** Ends a contact for the customer or for time; nothing happens where it is over. */
    void end(UUID id, ContactEnd end) {
        access.locked(id, kept -> kept.contact().state() == ContactState.CLOSED
                ? kept
                : ends(kept, Move.of(new ContactCommand.Close(null, end), StepKind.CLOSED)));
    }

    private KeptContact ends(KeptContact kept, Move close) {
        boolean answered = kept.contact().state() == ContactState.TALKING;
        var closed = move(kept, close);
        conversations.hand(kept.conversation(), null);
        conversations.writeNow(answered
                ? List.of(NewEntry.event(kept.conversation(), "本次服务已结束，感谢您的来访。"),
                        NewEntry.event(kept.conversation(), "{\"ask\":\"csat\"}"))
                : List.of(NewEntry.event(kept.conversation(), "本次来访已结束，有需要请随时再来。")));
        return closed;
    }

    private void joins(KeptContact taken, Actor.Person agent) {
        conversations.hand(taken.conversation(), agent.unitPath());
        conversations.writeNow(
                List.of(NewEntry.event(taken.conversation(), "客服%s为您服务。".formatted(agent.name()))));
    }

    private KeptContact move(KeptContact kept, Move move) {
        var moved = moves.move(kept, move);
        if (moved.refusal() != null) {
            throw refused(moved.refusal());
        }
        return moved.kept();
    }

    static DeskPerson named(Actor.Person person) {
        return new DeskPerson(person.id(), person.name());
    }

    private static Refusal refused(ContactRules.Refusal refusal) {
        return switch (refusal) {
            case OVER -> Refusal.conflict("CONTACT_OVER", "This contact is over.");
            case NOT_OFFERED_TO_YOU -> Refusal.conflict("NOT_OFFERED_TO_YOU", "It is not offered to you any more.");
            case NOT_YOURS -> Refusal.conflict("CONTACT_NOT_YOURS", "You do not have this contact.");
            case NOT_WAITING -> Refusal.conflict("NOT_WAITING", "It does not wait any more: somebody was quicker.");
            case LEVEL ->
                Refusal.invalid("level", null, "OUT_OF_RANGE", "The level is that of now or higher, at most 3.");
            case TO_YOURSELF -> Refusal.conflict("YOURS_ALREADY", "You have it already.");
        };
    }
}
