package io.waypost.core.delay;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small made-up network to learn from. */
final class DelayFixture {

    static final Instant MONDAY = Instant.parse("2026-10-11T16:00:00Z");
    static final Lane FAR = new Lane(LaneClass.FAR, "310000", "440000");
    static final Lane NEAR = new Lane(LaneClass.SAME_CITY, "310000", "310000");

    private DelayFixture() {}

    static Instant hour(double hour) {
        return MONDAY.plus(Duration.ofSeconds(Math.round(hour * 3600)));
    }

    static DelayPoint point(ScanType type, Stage stage, Lane lane, double hour) {
        return new DelayPoint(type, stage, lane, "S" + stage, hour(hour));
    }

    static DelayPoint pickedUp(Lane lane, double hour) {
        return point(ScanType.PICKED_UP, Stage.PICKED_UP, lane, hour);
    }

    static DelayPoint atHub(Lane lane, double hour) {
        return point(ScanType.ARRIVED, Stage.ARRIVED_HUB, lane, hour);
    }

    static DelayPoint delivering(Lane lane, double hour) {
        return point(ScanType.OUT_FOR_DELIVERY, Stage.DELIVERING, lane, hour);
    }

    static DelayPoint signed(Lane lane, double hour) {
        return point(ScanType.SIGNED, Stage.ENDED, lane, hour);
    }

    /** Learns from so many parcels: far ones take about three days, near ones one; one in ten is never delivered. */
    static DelayModel model(int parcels, long seed) {
        var random = new Random(seed);
        var learning = new DelayLearning();
        for (int i = 0; i < parcels; i++) {
            var lane = random.nextInt(3) == 0 ? NEAR : FAR;
            double start = random.nextDouble() * 24 * 14;
            double slow = lane.equals(FAR) ? 1 : 0.35;
            double hub = start + slow * (12 + 12 * random.nextDouble() + (random.nextInt(8) == 0 ? 40 : 0));
            double out = hub + slow * (30 + 18 * random.nextDouble());
            double end = out + 1 + 6 * random.nextDouble();
            boolean lost = random.nextInt(10) == 0;
            List<DelayPoint> points = new ArrayList<>(List.of(pickedUp(lane, start), atHub(lane, hub)));
            if (!lost) {
                points.add(delivering(lane, out));
                points.add(signed(lane, end));
            }
            learning.add(points, lost ? null : hour(end), hour(24 * 30));
        }
        return learning.model(1, MONDAY);
    }
}
