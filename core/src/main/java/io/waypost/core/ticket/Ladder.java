package io.waypost.core.ticket;

import io.waypost.core.sop.Party;

/**
 * The units a ticket climbs, by their codes.
 *
 * @param place the outlet or hub responsible
 * @param hub whether that is a hub
 * @param region the region above it; headquarters where the place lies in no region
 * @param headquarters the top
 */
public record Ladder(String place, boolean hub, String region, String headquarters) {

    /** That of an outlet. */
    public Ladder(String place, String region, String headquarters) {
        this(place, false, region, headquarters);
    }

    /** The unit that holds a ticket at that level. */
    public String unit(TicketLevel level) {
        return switch (level) {
            case OUTLET -> place;
            case REGION -> region;
            case HEADQUARTERS -> headquarters;
        };
    }

    /** As what that unit is responsible. */
    public Party party(TicketLevel level) {
        return switch (level) {
            case OUTLET -> hub ? Party.HUB : Party.OUTLET;
            case REGION -> Party.REGION;
            case HEADQUARTERS -> Party.HEADQUARTERS;
        };
    }

    /** The next level up that another unit holds; the top stays the top. */
    public TicketLevel above(TicketLevel level) {
        var next = switch (level) {
            case OUTLET -> TicketLevel.REGION;
            case REGION, HEADQUARTERS -> TicketLevel.HEADQUARTERS;
        };
        return next == TicketLevel.REGION && (region.equals(headquarters) || region.equals(place))
                ? TicketLevel.HEADQUARTERS
                : next;
    }
}
