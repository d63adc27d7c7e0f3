package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.Presence;
import io.waypost.core.presence.PresenceState;
import io.waypost.core.routing.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is kept.
 *
 * @param taken units of capacity that their contacts take
 * @param busySeconds of this shift, without the one that runs
 * @param busySince since when they have had at least one contact; null for none
 */
record KeptSeat(UUID person, String name, String unitCode, String unitPath, Map<String, Integer> skills,
        Set<ContactChannel> channels, int taken, Presence presence, Instant idleSince, Instant shiftSince,
        double busySeconds, @Nullable Instant busySince) {

    KeptSeat {
        skills = Map.copyOf(skills);
        channels = Set.copyOf(channels);
    }

    /** As the router sees them. */
    Seat seat(Instant now) {
        return new Seat(person, skills, channels, unitPath, taken, busyShare(now), idleSince);
    }

    private double busyShare(Instant now) {
        double shift = Duration.between(shiftSince, now).toMillis() / 1000.0;
        return shift <= 0 ? 0 : Math.clamp(busy(now) / shift, 0, 1);
    }

    private double busy(Instant now) {
        return busySeconds
                + (busySince == null ? 0 : Math.max(0, Duration.between(busySince, now).toMillis() / 1000.0));
    }

    /** With so many units more, or less where they are negative. */
    KeptSeat take(int units, Instant now) {
        int next = Math.max(0, taken + units);
        boolean rests = next == 0;
        return new KeptSeat(person, name, unitCode, unitPath, skills, channels, next, presence,
                units > 0 ? now : idleSince, shiftSince, rests ? busy(now) : busySeconds,
                rests ? null : busySince == null ? now : busySince);
    }

    /** In another state; whoever comes to the desk begins a shift. */
    KeptSeat with(Presence next, Instant now) {
        boolean begins = presence.leases().isEmpty() && !next.leases().isEmpty()
                && presence.state() == PresenceState.OFFLINE;
        return new KeptSeat(person, name, unitCode, unitPath, skills, channels, taken, next, begins ? now : idleSince,
                begins ? now : shiftSince, begins ? 0 : busySeconds, begins && taken == 0 ? null : busySince);
    }

    /** At another unit, or under another name. */
    KeptSeat at(String newName, String code, String path) {
        return new KeptSeat(person, newName, code, path, skills, channels, taken, presence, idleSince, shiftSince,
                busySeconds, busySince);
    }

    /** With other skills and channels. */
    KeptSeat able(Map<String, Integer> newSkills, Set<ContactChannel> newChannels) {
        return new KeptSeat(person, name, unitCode, unitPath, newSkills, newChannels, taken, presence, idleSince,
                shiftSince, busySeconds, busySince);
    }
}
