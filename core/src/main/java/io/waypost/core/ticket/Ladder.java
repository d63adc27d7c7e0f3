package io.waypost.core.ticket;

/**
 * The units a ticket climbs, by their codes.
 *
 * @param place the outlet or hub responsible
 * @param region the region above it; headquarters where the place lies in no region
 * @param headquarters the top
 */
public record Ladder(String place, String region, String headquarters) {

    /** The unit that holds a ticket at that level. */
    public String unit(TicketLevel level) {
        return switch (level) {
            case OUTLET -> place;
            case REGION -> region;
            case HEADQUARTERS -> headquarters;
        };
    }

    /** The next level up that another unit holds; the top stays the top. */
    public TicketLevel above(TicketLevel level) {
        var next = switch (level) {
            case OUTLET -> TicketLevel.REGION;
            case REGION, HEADQUARTERS -> TicketLevel.HEADQUARTERS;
        };
        return next == TicketLevel.REGION && region.equals(headquarters) ? TicketLevel.HEADQUARTERS : next;
    }
}
