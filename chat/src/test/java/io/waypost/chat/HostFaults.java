package io.waypost.chat;

import java.util.Random;

/**
 * What goes wrong in a host that is kept in memory.
 *
 * @param longestDelay the longest time in milliseconds that an answer or a hint takes
 * @param lost how many of a hundred hints are lost
 * @param doubled how many of a hundred come twice
 * @param failed how many of a hundred questions fail
 * @param busy how many of a hundred postings are put off
 */
public record HostFaults(Random random, int longestDelay, int lost, int doubled, int failed, int busy) {

    /** A host without faults that answers at once. */
    public static HostFaults none() {
        return new HostFaults(new Random(1), 0, 0, 0, 0, 0);
    }

    /** The host once the weather is fair, still with delays. */
    public HostFaults over() {
        return new HostFaults(random, longestDelay, 0, 0, 0, 0);
    }

    boolean happens(int ofHundred) {
        return ofHundred > 0 && random.nextInt(100) < ofHundred;
    }

    int delay() {
        return longestDelay == 0 ? 0 : random.nextInt(longestDelay + 1);
    }
}
