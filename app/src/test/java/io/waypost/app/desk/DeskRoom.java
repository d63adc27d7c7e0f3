package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.presence.PresenceCommand;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk for tests of channels: real people who are there and take what is offered. */
@TestComponent
public class DeskRoom {

    private final Organisation organisation;
    private final SeatDesk seats;
    private final ContactDesk desk;
    private final GuestDesk guests;
    private final DeskContactStore contacts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    DeskRoom(Organisation organisation, SeatDesk seats, ContactDesk desk, GuestDesk guests, DeskContactStore contacts,
            TransactionTemplate transaction, JdbcClient jdbc) {
        this.organisation = organisation;
        this.seats = seats;
        this.desk = desk;
        this.guests = guests;
        this.contacts = contacts;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Somebody with an account, who takes contacts now. */
    public Actor.Person ready(String unitCode, PersonRef person) {
        var agent = new Actor.Person(person.id(), person.name(), person.name(), unitCode, organisation.path(unitCode),
                Set.of(Permission.DESK_WORK));
        Acting.as(agent, () -> seats.say(new PresenceCommand.Lives("t")));
        Acting.as(agent, () -> seats.say(new PresenceCommand.Ready()));
        return agent;
    }

    /** They stay there, as a page that is open does, until that is closed. */
    public Beating stays(Actor.Person agent) {
        var beating = Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Acting.as(agent, () -> seats.say(new PresenceCommand.Lives("t")));
                    Thread.sleep(Duration.ofSeconds(3));
                }
            } catch (InterruptedException over) {
                // The page is closed.
            }
        });
        return beating::interrupt;
    }

    /** Somebody's page that is open. */
    public interface Beating extends AutoCloseable {
        @Override
        void close();
    }

    /** They take what is offered to them of that conversation. */
    public void accept(Actor.Person agent, UUID conversation) {
        until(() -> agent.id().equals(newest(conversation).contact().agent()));
        Acting.as(agent, () -> desk.accept(newest(conversation).id()));
    }

    /** They end it. */
    public void close(Actor.Person agent, UUID conversation) {
        Acting.as(agent, () -> desk.close(newest(conversation).id(), "WHERE_IS_IT", null));
    }

    /** What the customer of its newest contact thought; 0 while they have not said. */
    public int score(UUID conversation) {
        var score = newest(conversation).score();
        return score == null ? 0 : score;
    }

    /** Whoever has it asks a colleague in, who comes. */
    public void ask(Actor.Person agent, Actor.Person guest, UUID conversation) {
        Acting.as(agent, () -> guests.ask(newest(conversation).id(), guest.id(), "请您看一下"));
        Acting.as(guest, () -> guests.come(newest(conversation).id()));
    }

    /** The guest goes. */
    public void goes(Actor.Person guest, UUID conversation) {
        Acting.as(guest, () -> guests.finish(newest(conversation).id(), guest.id()));
    }

    /** How its newest contact stands. */
    public String state(UUID conversation) {
        return newest(conversation).contact().state().name();
    }

    /** Nobody is at the desk and nothing waits. */
    public void clear() {
        all(() -> jdbc.sql("""
                update desk.contact set state = 'CLOSED', end_kind = 'ABANDONED', closed_at = now(), offered_until = null
                where state <> 'CLOSED'
                """).update());
        all(() -> jdbc.sql("""
                update desk.seat set state = 'OFFLINE', leases = '{}', lease_until = null, wake_at = null, until = null, taken = 0
                """).update());
    }

    private KeptContact newest(UUID conversation) {
        return all(() -> contacts.newest(conversation).orElseThrow());
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
