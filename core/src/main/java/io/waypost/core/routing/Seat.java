package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An agent who is there (坐席), as the router sees them.
 *
 * @param skills levels by skill, 1 to 5
 * @param channels on which they take contacts
 * @param unit path of the unit they belong to
 * @param taken units of capacity that their contacts take
 * @param busyShare which share of the shift they were busy, 0 to 1
 * @param idleSince since when they have had nothing new
 */
public record Seat(UUID person, Map<String, Integer> skills, Set<ContactChannel> channels, String unit, int taken,
        double busyShare, Instant idleSince) {

    public Seat {
        skills = Map.copyOf(skills);
        channels = Set.copyOf(channels);
    }

    /** The level of a skill; 0 for none. */
    int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }
}
