package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.conversation.Conversations;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.PresenceState;
import io.waypost.core.routing.RoutingTrial.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a week of the desk for trials: contacts that are over, what their customers wrote first, and who took contacts when. Of a large
 * desk one customer and one agent in so many, by their ids, so that there are as many customers for an agent as there were.
 */
@Component
class PastWeek {

    /** The most contacts of a trial. */
    static final int MOST = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final String OVER = "opened_at >= :from and opened_at < :until and state = 'CLOSED'";

    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final Conversations conversations;
    private final JdbcClient jdbc;

    PastWeek(DeskContactStore contacts, DeskSeatStore seats, Conversations conversations, JdbcClient jdbc) {
        this.contacts = contacts;
        this.seats = seats;
        this.conversations = conversations;
        this.jdbc = jdbc;
    }

    /** A contact with what its customer wrote first. */
    record PastContact(KeptContact kept, String firstWords) {

        /** Until somebody took it or its customer left. */
        Duration waited() {
            var taken = kept.takenAt();
            var until = taken == null ? ended() : taken;
            var waited = Duration.between(kept.contact().since(), until);
            return waited.isNegative() ? Duration.ZERO : waited;
        }

        boolean left() {
            return kept.takenAt() == null;
        }

        Instant ended() {
            var closed = kept.closedAt();
            return closed == null ? kept.openedAt() : closed;
        }
    }

    /** What there was. */
    record Week(int oneIn, List<PastContact> contacts, List<Shift> shifts) {}

    /** Reads it, in the running transaction. */
    Week read(Instant from, Instant until) {
        int there = jdbc.sql("select count(*) from desk.contact where " + OVER).param("from", utc(from))
                .param("until", utc(until)).query(Integer.class).single();
        int oneIn = Math.max(1, Math.ceilDiv(there, MOST));
        var kept = jdbc.sql("""
                select * from desk.contact
                where %s and (hashtextextended(customer_id::text, 0) & 2147483647) %% :oneIn = 0 order by opened_at, id
                """.formatted(OVER)).param("from", utc(from)).param("until", utc(until)).param("oneIn", oneIn)
                .query((row, _) -> contacts.contact(row)).list();
        return new Week(oneIn, withWords(kept), shifts(from, until, oneIn));
    }

    private List<PastContact> withWords(List<KeptContact> kept) {
        var past = new ArrayList<PastContact>();
        for (int i = 0; i < kept.size(); i += AT_ONCE) {
            var some = kept.subList(i, Math.min(kept.size(), i + AT_ONCE));
            var words = new HashMap<String, String>();
            conversations.at(some.stream().map(KeptContact::conversation).toList(),
                    some.stream().map(KeptContact::firstSeq).toList())
                    .forEach(entry -> words.put(entry.conversation() + " " + entry.seq(), entry.text()));
            some.forEach(one -> past.add(new PastContact(one,
                    words.getOrDefault(one.conversation() + " " + one.firstSeq(), ""))));
        }
        return past;
    }

    /** When people took contacts, with the skills that they have now: their earlier ones are not kept. */
    private List<Shift> shifts(Instant from, Instant until, int oneIn) {
        Map<UUID, KeptSeat> people = seats.all(Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(KeptSeat::person, Function.identity()));
        var pieces = jdbc.sql("""
                select person_id, greatest(from_at, :from) as begins, least(until_at, :until) as ends from (
                    select person_id, from_at, until_at, state from desk.presence where until_at > :from and from_at < :until
                    union all
                    select person_id, since, :until, state from desk.seat where since < :until) as piece
                where state in (:there) and (hashtextextended(person_id::text, 0) & 2147483647) % :oneIn = 0
                order by person_id, begins
                """).param("from", utc(from)).param("until", utc(until))
                // Who writes down what a call was is not offered anything, but that time is a part of the contact's.
                .param("there", List.of(PresenceState.READY.name(), PresenceState.WRAP_UP.name()))
                .param("oneIn", oneIn)
                .query((row, _) -> new Piece(id(row, "person_id"), time(row, "begins"), time(row, "ends"))).list();
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.person().equals(piece.person()) && !before.until().isBefore(piece.from())) {
                joined.removeLast();
                joined.add(new Piece(piece.person(), before.from(),
                        before.until().isAfter(piece.until()) ? before.until() : piece.until()));
            } else if (piece.until().isAfter(piece.from())) {
                joined.add(piece);
            }
        }
        var shifts = new ArrayList<Shift>();
        for (var piece : joined) {
            var seat = people.get(piece.person());
            if (seat != null) {
                shifts.add(new Shift(seat.person(), seat.skills(), seat.channels(), seat.unitPath(), piece.from(),
                        piece.until()));
            }
        }
        return shifts;
    }

    private record Piece(UUID person, Instant from, Instant until) {}

    /** By channel. */
    static Map<ContactChannel, List<PastContact>> byChannel(List<PastContact> contacts) {
        return contacts.stream().collect(Collectors.groupingBy(one -> one.kept().channel()));
    }
}
