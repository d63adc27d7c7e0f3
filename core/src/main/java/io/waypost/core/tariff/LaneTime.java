package io.waypost.core.tariff;

/**
 * How long parcels took on lanes like one (历史时效), from the first scan to the door.
 *
 * @param from a city or a province; empty for the whole class of lanes
 * @param to likewise
 * @param halfHours half of them were there within so many hours
 * @param mostHours nine of ten were
 */
public record LaneTime(String from, String to, int parcels, int halfHours, int mostHours) {}
