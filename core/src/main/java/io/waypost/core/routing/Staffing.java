package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is there, and how much each skill and channel is asked for (在岗与需求): contacts an hour, those of long ago counting less and less.
 * Not safe for threads.
 */
public final class Staffing {

    /** What came so many seconds ago counts half. */
    private static final double HALF_LIFE = 600;
    private static final double HOUR = 3600;

    private final Map<String, Decaying> asked = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final Map<UUID, Able> present = new HashMap<>();

    /** What somebody came with: levels by skill, and the channels on which they take contacts. */
    private record Able(Map<String, Integer> skills, Set<ContactChannel> channels) {}

    private static final class Decaying {

        private double count;
        private Instant at = Instant.EPOCH;

        double at(Instant now) {
            return count * Math.pow(0.5, Math.max(0, Seconds.between(at, now)) / HALF_LIFE);
        }

        void add(Instant now) {
            count = at(now) + 1;
            at = now.isAfter(at) ? now : at;
        }
    }

    /** A contact came. */
    public void came(Waiting contact, Instant now) {
        asked.computeIfAbsent(contact.channel().name(), _ -> new Decaying()).add(now);
        for (var need : contact.needs()) {
            asked.computeIfAbsent(need.skill(), _ -> new Decaying()).add(now);
        }
    }

    /** An agent has come to the desk, with levels by skill and the channels on which they take contacts. */
    public void begins(UUID person, Map<String, Integer> skills, Set<ContactChannel> channels) {
        var able = new Able(Map.copyOf(skills), Set.copyOf(channels));
        if (present.putIfAbsent(person, able) == null) {
            count(able, 1);
        }
    }

    /** They have left it. */
    public void leaves(UUID person) {
        var able = present.remove(person);
        if (able != null) {
            count(able, -1);
        }
    }

    private void count(Able able, int more) {
        able.skills().keySet().forEach(skill -> holders.merge(skill, more, Integer::sum));
        able.channels().forEach(channel -> holders.merge(channel.name(), more, Integer::sum));
    }

    /** Whether they are there, with room or without. */
    public boolean present(UUID person) {
        return present.containsKey(person);
    }

    /** Whether they are there and may ever take it, once they have room and its levels are let go. */
    boolean mayTake(UUID person, Waiting contact) {
        var able = present.get(person);
        return able != null && able.channels().contains(contact.channel())
                && contact.needs().stream().allMatch(need -> need.ever(able.skills()));
    }

    /** How many of those who are there have it. */
    int holders(String skill) {
        return holders.getOrDefault(skill, 0);
    }

    /** Contacts an hour that ask for it, by what came lately. */
    double anHour(String skill, Instant now) {
        var known = asked.get(skill);
        return known == null ? 0 : known.at(now) * Math.log(2) * HOUR / HALF_LIFE;
    }

    /** How many could take it now or later; who has both skills is counted once. */
    private int able(Need need) {
        var other = need.instead();
        return other == null ? holders(need.skill()) : Math.max(holders(need.skill()), holders(other));
    }

    /** How few of those who are there could take it, 0 for all and 1 for none: skills are taken to be spread independently. */
    double rarity(List<Need> needs) {
        double share = 1;
        for (var need : needs) {
            share *= present.isEmpty() ? 1 : (double) able(need) / present.size();
        }
        return 1 - share;
    }
}
