package io.waypost.simulator.weather;

/**
 * Bad weather over a province.
 *
 * @param province first two digits of the province's code
 * @param from epoch second
 * @param until epoch second
 * @param announced whether the network stops there and says so (停运公告); otherwise everything is only slower
 * @param slowdown hours that an hour of travel takes
 */
public record Storm(String province, long from, long until, boolean announced, double slowdown, String cause) {

    boolean rages(long at) {
        return at >= from && at < until;
    }
}
