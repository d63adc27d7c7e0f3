package io.waypost.app.desk;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.OtherNode;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.presence.PresenceCommand;
import io.waypost.core.presence.PresenceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node with the agents whose pages it serves: they are there, take what is offered, talk for a while and end it. */
final class NodeAtWork {

    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final SeatDesk seats;
    private final ContactDesk desk;
    private final DeskContactStore contacts;
    private final DeskWork work;
    private final Conversations conversations;
    private final List<Actor.Person> agents = new ArrayList<>();
    private volatile boolean lives = true;
    private volatile boolean isDead;

    NodeAtWork(SeatDesk seats, ContactDesk desk, DeskContactStore contacts, DeskWork work,
            Conversations conversations) {
        this.seats = seats;
        this.desk = desk;
        this.contacts = contacts;
        this.work = work;
        this.conversations = conversations;
    }

    List<Actor.Person> agents() {
        return List.copyOf(agents);
    }

    boolean lives() {
        return lives;
    }

    void stop() {
        lives = false;
    }

    void come(Organisation organisation, int many) {
        for (int number = 0; number < many; number++) {
            var agent = organisation.actor(Organisation.SOUTH, Permission.DESK_WORK);
            agents.add(agent);
            beat(agent);
        }
    }

    private void beat(Actor.Person agent) {
        var seat = Acting.as(agent, () -> seats.say(new PresenceCommand.Lives("t")));
        if (seat.presence().state() != PresenceState.READY) {
            Acting.as(agent, () -> seats.say(new PresenceCommand.Ready()));
        }
    }

    /** What every so manieth of the agents do, until the node dies or the work is over. */
    void work(int part, int parts) {
        var random = new Random(part);
        long beaten = System.nanoTime() - BEAT_NANOS;
        try {
            while (lives) {
                boolean beats = System.nanoTime() - beaten >= BEAT_NANOS;
                if (beats) {
                    beaten = System.nanoTime();
                }
                for (int number = part; number < agents.size() && lives; number += parts) {
                    var agent = agents.get(number);
                    if (beats) {
                        beat(agent);
                    }
                    serve(agent, random);
                }
                pause(5);
            }
        } catch (RuntimeException torn) {
            if (!isDead) {
                throw torn;
            }
        }
    }

    private void serve(Actor.Person agent, Random random) {
        for (var kept : work.whole(() -> contacts.of(agent.id()))) {
            try {
                if (kept.contact().state() == ContactState.OFFERED && random.nextInt(4) > 0) {
                    Acting.as(agent, () -> desk.accept(kept.id()));
                } else if (kept.contact().state() == ContactState.TALKING && random.nextInt(3) == 0) {
                    Acting.as(agent, () -> desk.close(kept.id(), "OTHER", null));
                }
            } catch (Refusal tooLate) {
                // It has gone back meanwhile, as offers do.
            }
        }
    }

    /** A customer's first word; false where this node is dead. */
    boolean says(Talk talk, String cid) {
        if (isDead) {
            return false;
        }
        try {
            conversations.write(new NewEntry(talk.conversation(), Author.CUSTOMER, null, "", EntryKind.TEXT, "在吗",
                    null, cid)).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
            return true;
        } catch (RuntimeException torn) {
            if (!isDead) {
                throw torn;
            }
            return false;
        }
    }

    /** Torn in the middle of what it does, and gone. */
    void dies(OtherNode node) {
        isDead = true;
        node.tear();
        lives = false;
        node.close();
    }

    /** As if the time had passed in which an agent's page must say that it lives, and an offer must be taken. */
    void timePasses(JdbcClient jdbc, DeskScene scene) {
        var ids = agents.stream().map(Actor.Person::id).toArray(UUID[]::new);
        // In the order in which routers lock seats: in any other the two could wait for each other.
        scene.all(() -> jdbc.sql("""
                with locked as materialized (select person_id from desk.seat where person_id = any(:ids) order by person_id for update)
                update desk.seat s set leases = '{"t":"2026-01-01T00:00:00Z"}', lease_until = '2026-01-01', wake_at = '2026-01-01'
                from locked where s.person_id = locked.person_id
                """).param("ids", ids).update());
        scene.all(() -> jdbc.sql("""
                update desk.contact set offered_until = now() where state = 'OFFERED' and agent_id = any(:ids)
                """).param("ids", ids).update());
    }

    static void pause(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
