package io.waypost.core.anomaly;

import java.time.Duration;

/**
 * How much is too much.
 *
 * @param settles so long a scan is waited for that would explain another; uploads come late
 * @param doubtSettles the same for a signature: nobody is in a hurry to doubt, and devices upload for up to three hours
 * @param stuckAtHub how long a parcel may lie at a hub, although it is scanned
 * @param stuckAtOutlet the same at an outlet
 * @param failures how many failed deliveries are too many
 * @param doubt how much the signs of a signature must weigh together, see {@link SignatureSign}
 * @param lapses after that long nobody asks about a signature any more
 */
public record AnomalyPolicy(Duration settles, Duration doubtSettles, Duration stuckAtHub, Duration stuckAtOutlet,
        int failures, int doubt,
        Duration lapses) {

    /**
     * What is used. Two deliveries without charge are what the rules of the trade ask for (GB/T 27917.3 快递服务 第3部分), so the second failure is
     * the moment to talk to the customer; the rest was set on the simulator, see docs/benchmarks.md.
     */
    public static AnomalyPolicy defaults() {
        return new AnomalyPolicy(Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofDays(2), Duration.ofDays(4), 2,
                2,
                Duration.ofDays(7));
    }
}
