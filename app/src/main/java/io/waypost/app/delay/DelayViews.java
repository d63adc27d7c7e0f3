package io.waypost.app.delay;

import io.waypost.app.network.UnitRef;
import io.waypost.core.delay.DelayFinding;
import io.waypost.core.delay.DelayReason;
import io.waypost.core.delay.Salvage.Chance;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people see of promises in danger. */
final class DelayViews {

    private DelayViews() {}

    /**
     * A parcel in danger.
     *
     * @param unit whose move is next
     * @param place the units above it, in words
     * @param risk how likely it misses the promise
     * @param actBy until when a quick course would still be in time; null where none would
     * @param early by when one in ten such parcels is delivered; it and the two others are null beyond what is known
     * @param expected by when half are
     * @param late by when nine in ten are
     * @param cases how many parcels that rests on
     */
    record DelayRow(String waybill, UnitRef unit, String place, DelayFinding.Kind kind, Chance chance, double risk,
            Instant promisedAt, @Nullable Instant actBy, @Nullable Instant early, @Nullable Instant expected,
            @Nullable Instant late, int cases, ReasonView reason, ScanType lastType, Stage lastStage,
            UnitRef lastSite, Instant lastAt, Instant raisedAt, Instant judgedAt) {}

    /**
     * Why.
     *
     * @param stage the leg that cost most
     * @param site where that leg began
     * @param hours how much later it made the expected delivery; for a tight promise, how much too late the usual course is
     */
    record ReasonView(DelayReason.Code code, @Nullable Stage stage, @Nullable UnitRef site, double hours) {}

    /**
     * How it stands.
     *
     * @param judgedAt when the last whole round of judging began; null before the first
     * @param firstActBy the soonest of the instants until when something can be saved
     * @param version what forecasts come from; null while nothing was learnt that is good enough
     * @param tried the newest version that is not in force because it failed its trial; null if there is none newer
     */
    record DelayBoard(UnitRef unit, Instant at, @Nullable Instant judgedAt, long saveable, long hardly, long late,
            @Nullable Instant firstActBy, @Nullable DelayVersion version, @Nullable DelayVersion tried, Lived lived) {}

    /**
     * How warnings came out in the last days.
     *
     * @param days how many days that are
     * @param right warnings after which the promise was missed
     * @param wrong warnings after which it was kept, or that were taken back
     * @param missed promises that were missed
     * @param foretold those of them that had been warned of
     */
    record Lived(int days, long right, long wrong, long missed, long foretold) {}

    /** Whether a parcel can be foretold; the names are part of the API. */
    enum ForecastState {
        FORECAST,
        /** No model is in force, or it never saw a parcel in that stage. */
        NOT_LEARNT,
        /** Delivered, on its way back, or not yet in the network's hands. */
        NOT_UNDER_WAY
    }

    /** When a parcel will probably be delivered; the estimate is null but for {@link ForecastState#FORECAST}. */
    record ParcelForecast(String waybill, ForecastState state, @Nullable Instant promisedAt,
            Warning.@Nullable Estimate estimate) {}
}
