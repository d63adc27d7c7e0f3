package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows who has a ticket open (在看), as long as their page says so: two who work on one ticket see each other before they collide. */
@Component
class TicketPresence {

    private static final Duration LEASE = Duration.ofSeconds(40);

    private final TicketPeopleStore people;
    private final TicketStore tickets;
    private final LiveFeed live;
    private final Clock wall;

    TicketPresence(TicketPeopleStore people, TicketStore tickets, LiveFeed live, @Qualifier("wallClock") Clock wall) {
        this.people = people;
        this.tickets = tickets;
        this.live = live;
        this.wall = wall;
    }

    /** What somebody does there. */
    enum Doing {
        VIEWING,
        EDITING
    }

    /** Somebody else. */
    record Viewer(PersonRef person, Doing doing) {}

    /** Says what the caller does, or with null that they leave; answers who else is there. */
    @Transactional
    List<Viewer> tell(UUID id, @Nullable Doing doing) {
        var kept = tickets.find(id).orElseThrow(() -> Refusal.notFound("ticket", id));
        if (!(Acting.current() instanceof Actor.Person person)) {
            return people.here(id, new UUID(0, 0), wall.instant());
        }
        var now = wall.instant();
        boolean changed = doing == null
                ? people.leave(id, person.id())
                : people.arrive(id, new PersonRef(person.id(), person.name()), doing, now, now.plus(LEASE));
        if (changed) {
            live.tell("presence", kept.placePath(), Map.of("id", id.toString()));
        }
        return people.here(id, person.id(), now);
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void forget() {
        people.forget(wall.instant());
    }
}
