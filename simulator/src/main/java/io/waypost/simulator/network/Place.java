package io.waypost.simulator.network;

import java.util.Set;

/**
 * A unit that handles parcels: a hub (转运中心) or an outlet (网点).
 *
 * @param index its number, the key of all luck that belongs to it; hubs count apart from outlets
 * @param city division code of the city that it belongs to
 * @param sends its share of all parcels sent; for a hub that of its city
 * @param receives its share of all parcels received; for a hub that of its city
 */
public record Place(int index, Unit unit, String city, double longitude, double latitude, double sends,
        double receives) {

    /** Inner Mongolia, Tibet, Gansu, Qinghai, Ningxia and Xinjiang, by the first two digits of their codes. */
    static final Set<String> WEST = Set.of("15", "54", "62", "63", "64", "65");

    /** The unit's code, as scans carry it. */
    public String code() {
        return unit.code();
    }

    /** Whether it is a hub and not an outlet. */
    public boolean hub() {
        return unit.kind() == Unit.Kind.HUB;
    }

    /** The first two digits of the province's code. */
    public String province() {
        return city.substring(0, 2);
    }

    /** Whether it lies in the thinly settled west. */
    public boolean inTheWest() {
        return WEST.contains(province());
    }

    /** Whether a ferry lies between it and the other. */
    public boolean overTheSea(Place other) {
        return island(city) != island(other.city);
    }

    /** Which island a city lies on: 1 Hainan, 2 Zhoushan, 0 none; Taiwan is told apart by its customs. */
    static int island(String city) {
        return city.startsWith("46") ? 1 : city.startsWith("3309") ? 2 : 0;
    }

    /** Great-circle kilometres to another place, on a plane: good to a percent within China. */
    public double kmTo(Place other) {
        double east = (other.longitude - longitude) * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
        return 111.2 * Math.hypot(east, other.latitude - latitude);
    }
}
