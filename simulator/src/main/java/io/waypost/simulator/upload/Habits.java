package io.waypost.simulator.upload;

import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;

/**
 * How the devices of a network upload.
 *
 * @param laggingDevices share of devices that keep scans back
 * @param laggingInTheWest the same at outlets in the thinly settled west, where there often is no signal
 * @param laggingScans share of its scans that such a device keeps back
 * @param longestHours for how long at most; 5 minutes at least
 * @param usualSeconds the median of all other uploads
 * @param twice share of scans that come twice
 */
record Habits(double laggingDevices, double laggingInTheWest, double laggingScans, double longestHours,
        double usualSeconds, double twice) {

    static Habits of(Shape shape) {
        return switch (shape) {
            case STANDING -> new Habits(0.01, 0.01, 0.3, 3, 9, 0.01);
            case ONE_HUB -> new Habits(0.015, 0.2, 0.6, 8, 14, 0.01);
            case INLAND -> new Habits(0.01, 0.06, 0.4, 5, 20, 0.02);
            case ISLANDS -> new Habits(0.02, 0.02, 0.5, 6, 18, 0.02);
            case NIGHT -> new Habits(0.008, 0.008, 0.3, 3, 8, 0.01);
            case WEEKEND -> new Habits(0.012, 0.012, 0.4, 4, 12, 0.02);
            case MONDAYS -> new Habits(0.01, 0.08, 0.4, 5, 15, 0.01);
            case VILLAGES -> new Habits(0.03, 0.03, 0.5, 6, 15, 0.02);
            case TYPHOON -> new Habits(0.015, 0.015, 0.4, 5, 10, 0.02);
            case COAST -> new Habits(0.004, 0.004, 0.3, 2, 4, 0.03);
        };
    }

    double lagging(Place site) {
        return site.inTheWest() && !site.hub() ? laggingInTheWest : laggingDevices;
    }
}
