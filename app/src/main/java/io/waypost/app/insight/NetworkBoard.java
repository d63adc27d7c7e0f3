package io.waypost.app.insight;

import io.waypost.app.network.UnitRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a unit and everything below it stands, as the API shows it. */
record NetworkBoard(
        Instant at,
        UnitRef unit,
        long inFlight,
        long watchNow,
        long silentNow,
        long silentRaisedToday,
        long silentRaisedYesterday,
        TicketNumbers tickets,
        WarningNumbers warnings,
        FreshnessNumbers freshness,
        List<ProvinceRow> provinces,
        List<RegionRow> regions,
        List<WorstRow> worst,
        List<TrendHour> trend) {

    /** @param answeredInTimeShare of the tickets of the last seven days that were answered or should have been; 0 to 1 */
    record TicketNumbers(
            long open,
            long dispatched,
            long waiting,
            long replied,
            long dueSoon,
            long overdue,
            long atRegion,
            long atHeadquarters,
            long urgent,
            long closedToday,
            @Nullable Double answeredInTimeShare) {}

    /** Warnings of the last seven days. */
    record WarningNumbers(long right, long wrong, long open, @Nullable Double precision) {}

    /** How late the scans of the last hour arrived; null where none did. */
    record FreshnessNumbers(
            long scansLastHour,
            @Nullable Integer p50Seconds,
            @Nullable Integer p95Seconds,
            @Nullable Long meanSeconds,
            @Nullable Double shareUnder5Minutes,
            @Nullable Instant lastArrivedAt) {}

    record ProvinceRow(String division, String name, long inFlight, long silent, long openTickets, long overdue) {}

    record RegionRow(
            UnitRef unit,
            long inFlight,
            long silent,
            long openTickets,
            long overdue,
            @Nullable Integer p95Seconds) {}

    record WorstRow(UnitRef unit, long silent, long openTickets, long overdue, @Nullable Long oldestHours) {}

    record TrendHour(Instant hour, long raised, long cleared, long closed) {}

    /** How late the scans of a unit arrived. */
    record FreshnessRow(
            UnitRef unit,
            long scans,
            int p50Seconds,
            int p95Seconds,
            double shareUnder5Minutes,
            Instant lastArrivedAt) {}
}
