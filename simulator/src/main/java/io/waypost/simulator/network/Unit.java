package io.waypost.simulator.network;

/**
 * A unit of the network (机构) as the platform knows it.
 *
 * @param code such as HQ, R05, P44, C4401, H4401, O440106-003
 * @param parent code of the unit above; empty for headquarters
 * @param division GB/T 2260 code of where it stands
 * @param opens such as 08:00; empty for those that do not serve customers
 */
public record Unit(String code, String name, Kind kind, String parent, String division, String address, String phone,
        String opens, String closes, String serviceArea) {

    /** The kinds of units, by their names in the public API. */
    public enum Kind {
        /** Headquarters (总部). */
        HEADQUARTERS,
        /** Region (大区). */
        REGION,
        /** Province (省区). */
        PROVINCE,
        /** City (城市公司). */
        CITY,
        /** Hub (转运中心). */
        HUB,
        /** Outlet (网点). */
        OUTLET
    }
}
