package io.waypost.simulator.network;

import io.waypost.core.place.Division;
import java.util.List;

/**
 * What one city unit (城市公司) serves: a city, the counties directly below a province, or one of Hong Kong, Macau and
 * Taiwan.
 *
 * @param code division code, unique among areas
 * @param districts where its outlets stand; the city itself where the standard lists no districts
 * @param sends parcels sent, in parts of the country
 * @param receives parcels received, in parts of the country
 */
record CityArea(String code, String name, double longitude, double latitude, List<Division> districts, double sends,
        double receives) {

    String unitCode() {
        return "C" + code.substring(0, 4);
    }

    String provinceUnitCode() {
        return "P" + code.substring(0, 2);
    }

    double weight() {
        return (sends + receives) / 2;
    }
}
