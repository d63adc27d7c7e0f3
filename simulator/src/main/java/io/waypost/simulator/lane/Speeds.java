package io.waypost.simulator.lane;

import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;

/**
 * How fast the lorries of a network are, in km/h, rests and traffic included.
 *
 * @param haul between hubs
 * @param plateau between hubs where an end lies on the plateau
 * @param town between outlets and hubs, the first 120 km
 * @param country the same beyond them
 * @param west the same beyond them in the thinly settled west
 * @param spread sigma of a lorry's luck
 * @param breakdown share of lorries that break down
 */
record Speeds(double haul, double plateau, double town, double country, double west, double spread,
        double breakdown) {

    /** Beyond so many kilometres an outlet is out of town. */
    private static final double TOWN_KM = 120;

    static Speeds of(Shape shape) {
        return switch (shape) {
            case STANDING -> new Speeds(62, 47, 42, 58, 58, 0.06, 0.003);
            case ONE_HUB -> new Speeds(55, 42, 38, 52, 40, 0.1, 0.006);
            case INLAND -> new Speeds(58, 50, 36, 48, 45, 0.09, 0.005);
            case ISLANDS -> new Speeds(62, 62, 38, 55, 55, 0.09, 0.004);
            case NIGHT -> new Speeds(65, 65, 40, 56, 56, 0.07, 0.003);
            case WEEKEND -> new Speeds(60, 50, 38, 50, 50, 0.09, 0.005);
            case MONDAYS -> new Speeds(62, 55, 40, 54, 46, 0.08, 0.004);
            case VILLAGES -> new Speeds(64, 64, 36, 46, 46, 0.1, 0.005);
            case TYPHOON -> new Speeds(60, 60, 38, 54, 54, 0.1, 0.004);
            case COAST -> new Speeds(70, 70, 34, 64, 64, 0.08, 0.002);
        };
    }

    double between(Place from, Place to) {
        boolean high = from.province().equals("54") || to.province().equals("54") || from.province().equals("63");
        return high ? plateau : haul;
    }

    /** Hours between an outlet and a hub, half of one to load included. */
    double feeder(Place from, Place to, double km) {
        return 0.5 + Math.min(km, TOWN_KM) / town
                + Math.max(0, km - TOWN_KM) / (from.inTheWest() && to.inTheWest() ? west : country);
    }
}
