package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.ContactMoves.Move;
import io.waypost.app.kernel.Rows;
import io.waypost.core.contact.ContactCommand;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactState;
import io.waypost.core.presence.PresenceCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What time does to seats and contacts: wrap-up ends, whoever is gone has no contacts any more, a contact nobody goes on with ends. */
@Component
class SeatDues {

    /** How long a customer may say nothing after the agent's last word. */
    static final Duration SILENT = Duration.ofMinutes(30);

    private final DeskSeatStore seats;
    private final SeatDesk desk;
    private final DeskContactStore contacts;
    private final ContactMoves moves;
    private final ContactDesk contactDesk;
    private final GuestStore guests;
    private final GuestDesk guestDesk;
    private final Conversations conversations;
    private final DeskWork work;
    private final JdbcClient jdbc;

    SeatDues(DeskSeatStore seats, SeatDesk desk, DeskContactStore contacts, ContactMoves moves, ContactDesk contactDesk,
            GuestStore guests, GuestDesk guestDesk,
            Conversations conversations, DeskWork work, JdbcClient jdbc) {
        this.seats = seats;
        this.desk = desk;
        this.contacts = contacts;
        this.moves = moves;
        this.contactDesk = contactDesk;
        this.guests = guests;
        this.guestDesk = guestDesk;
        this.conversations = conversations;
        this.work = work;
        this.jdbc = jdbc;
    }

    void run() {
        for (var person : work.whole(() -> seats.due(moves.now()))) {
            work.whole(() -> seats.lock(person).map(seat -> desk.step(seat, new PresenceCommand.TimePassed()))
                    .isPresent());
        }
        for (var person : work.whole(this::goneWithContacts)) {
            work.whole(() -> release(person));
        }
        for (var guest : work.whole(guests::vanished)) {
            guestDesk.vanished(guest.contact(), guest.person());
        }
        for (var silent : work.whole(() -> contacts.silentSince(moves.now().minus(SILENT)))) {
            contactDesk.end(silent.id(), ContactEnd.SILENT);
        }
    }

    private List<UUID> goneWithContacts() {
        return jdbc.sql("""
                select distinct c.agent_id from desk.contact c join desk.seat s on s.person_id = c.agent_id
                where c.state in ('OFFERED', 'TALKING') and s.state = 'OFFLINE' limit 100
                """).query((row, _) -> Rows.id(row, "agent_id")).list();
    }

    /** All that somebody who is gone had waits again, from when it waited first. */
    private int release(UUID person) {
        var had = contacts.of(person);
        conversations.lock(had.stream().map(KeptContact::conversation).toList());
        int released = 0;
        for (var before : had) {
            var kept = contacts.lock(before.id()).orElseThrow();
            if (seats.lock(person).filter(SeatDesk::there).isPresent()) {
                return released;
            }
            boolean talked = kept.contact().state() == ContactState.TALKING;
            var moved = moves.move(kept, Move.of(new ContactCommand.AgentGone(person), StepKind.AGENT_GONE)
                    .with(Map.of("agent", person.toString())));
            if (moved.refusal() == null && talked) {
                conversations.hand(kept.conversation(), null);
                conversations.writeNow(
                        List.of(NewEntry.event(kept.conversation(), "客服暂时离开了，正在为您接通另一位，请稍候。")));
            }
            released++;
        }
        return released;
    }
}
