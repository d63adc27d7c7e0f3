package io.waypost.app.desk;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.Presence;
import io.waypost.core.presence.PresenceCommand;
import io.waypost.core.presence.PresenceRules;
import io.waypost.core.presence.PresenceState;
import io.waypost.core.routing.Need;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who sits at the desk, and whether they take contacts. */
@Service
class SeatDesk {

    /** The skill that everybody has who was given none, and that a contact needs whose matter nobody knows yet. */
    static final String GENERAL = Need.GENERAL;
    private static final Set<ContactChannel> WRITTEN = Set.of(ContactChannel.CHAT, ContactChannel.WECHAT,
            ContactChannel.EMAIL, ContactChannel.SMS, ContactChannel.FEEDBACK, ContactChannel.PARTNER);
    private static final int USUAL = 3;

    private final DeskSeatStore seats;
    private final DeskWork work;
    private final RouterSignal signal;
    private final LiveFeed live;
    private final AuditTrail audit;
    private final Clock wall;

    SeatDesk(DeskSeatStore seats, DeskWork work, RouterSignal signal, LiveFeed live, AuditTrail audit,
            @Qualifier("wallClock") Clock wall) {
        this.seats = seats;
        this.work = work;
        this.signal = signal;
        this.live = live;
        this.audit = audit;
        this.wall = wall;
    }

    /** The caller's seat; made where they have none. */
    KeptSeat mine() {
        var me = me();
        return work.whole(() -> seats.find(me.id()).orElseGet(() -> {
            seats.add(fresh(me, now()));
            return seats.find(me.id()).orElseThrow();
        }));
    }

    /** What the caller says of themselves. */
    KeptSeat say(PresenceCommand command) {
        mine();
        var me = me();
        return work.whole(() -> {
            var seat = seats.lock(me.id()).orElseThrow();
            var home = seat.at(me.name(), me.unitCode(), me.unitPath());
            return step(home, command);
        });
    }

    /** What a lead says of somebody within their reach. */
    KeptSeat order(UUID person, PresenceCommand command) {
        reached(person);
        var by = Acting.current();
        return work.whole(() -> {
            var next = step(seats.lock(person).orElseThrow(), command);
            Acting.as(by, () -> audit.record("SEAT_ORDERED", "SEAT", person.toString(), next.unitPath(),
                    Map.of("command", command.getClass().getSimpleName())));
            return next;
        });
    }

    /** Gives somebody within reach other skills and channels. */
    KeptSeat enable(UUID person, Map<String, Integer> skills, Set<ContactChannel> channels) {
        reached(person);
        skills.forEach((skill, level) -> {
            if (!skill.matches("[A-Z][A-Z_0-9]{1,39}")) {
                throw Refusal.invalid("skills", skill, "FORMAT",
                        "Name a skill in capitals, such as CLAIM or CANTONESE.");
            }
            if (level < 1 || level > Need.HIGHEST) {
                throw Refusal.invalid("skills." + skill, level, "OUT_OF_RANGE",
                        "A level is 1 to %d.".formatted(Need.HIGHEST));
            }
        });
        var by = Acting.current();
        return work.whole(() -> {
            var next = seats.lock(person).orElseThrow().able(skills, channels);
            seats.update(next);
            Acting.as(by, () -> audit.record("SEAT_ENABLED", "SEAT", person.toString(), next.unitPath(),
                    Map.of("skills", skills, "channels", channels)));
            told(next);
            return next;
        });
    }

    /** Refuses what is not within the caller's reach. */
    private void reached(UUID person) {
        var scope = Acting.current().scope();
        work.whole(() -> seats.find(person).filter(seat -> scope.reaches(seat.unitPath()))
                .orElseThrow(() -> Refusal.notFound("seat", person)));
    }

    /** Steps a locked seat and writes it; what was refused changes what fell due by itself all the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public KeptSeat step(KeptSeat seat, PresenceCommand command) {
        var now = now();
        var step = DeskSeatStore.RULES.step(seat.presence(), command, now);
        var next = seat.with(step.presence(), now);
        seats.update(next);
        seats.log(seat.person(), step.changes());
        if (step.refusal() != null) {
            throw refused(step.refusal());
        }
        if (next.presence().state() != seat.presence().state()
                || next.presence().reason() != seat.presence().reason()) {
            told(next);
        }
        return next;
    }

    /** The pages of theirs and the router look again. */
    void told(KeptSeat seat) {
        live.tellPerson(seat.person(), "desk", Map.of("seat", seat.presence().state().name()));
        live.tell("desk-board", seat.unitPath(), Map.of());
        signal.afterCommit();
    }

    private KeptSeat fresh(Actor.Person me, Instant now) {
        return new KeptSeat(me.id(), me.name(), me.unitCode(), me.unitPath(), Map.of(GENERAL, USUAL), WRITTEN, 0,
                Presence.offline(now), now, now, 0, null);
    }

    static Actor.Person me() {
        if (Acting.current() instanceof Actor.Person person) {
            return person;
        }
        throw Refusal.forbidden("PEOPLE_ONLY", "Only a person sits at the desk.");
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal refused(PresenceRules.@Nullable Refusal refusal) {
        return switch (refusal) {
            case NOT_AT_THE_DESK -> Refusal.conflict("NOT_AT_THE_DESK", "Open the desk first.");
            case FORCED -> Refusal.conflict("FORCED", "A lead has set your state; only a lead lifts it.");
            case REASON_NOT_CHOSEN ->
                Refusal.invalid("reason", null, "REASON_NOT_CHOSEN", "Choose one of the reasons that people choose.");
            case NOT_FORCED -> Refusal.conflict("NOT_FORCED", "No lead has set this state.");
            case null -> throw new IllegalStateException("Nothing was refused.");
        };
    }

    /** Whether they are at the desk at all. */
    static boolean there(KeptSeat seat) {
        return seat.presence().state() != PresenceState.OFFLINE;
    }
}
