package io.waypost.app.parcel;

import io.waypost.core.watch.LagHistogram;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The timelines as a whole, to learn from; within the caller's transaction. */
public interface Journeys {

    /**
     * Tells the scans of each parcel that were taken in since the given instant, parcel by parcel.
     *
     * @param oneIn look at one parcel in so many
     */
    void each(Instant since, int oneIn, Consumer<Way> parcel);

    /**
     * The way of one parcel.
     *
     * @param scans in the order of its journey
     * @param division where it goes, where that is known
     * @param promisedAt by when it was to be delivered; null where nothing is promised
     */
    record Way(String waybill, List<TimelineScan> scans, @Nullable String division, @Nullable Instant promisedAt) {

        public Way {
            scans = List.copyOf(scans);
        }
    }

    /** The ways of those parcels; those that are not known are missing. */
    List<Way> of(Collection<String> waybills);

    /**
     * Parcels that have been scanned, are neither delivered nor turned back, and promised within the span: in the order of promise and
     * waybill, after the given place.
     *
     * @param until not included
     */
    List<Place> promised(Instant from, Instant until, @Nullable Place after, int most);

    /** A parcel's place among the promised ones. */
    record Place(Instant promisedAt, String waybill) {}

    /** How many scans the timelines hold, roughly. */
    long size();

    /** How late scans arrived between two instants, by minute of arrival and site; history is not counted. */
    List<Lag> lags(Instant from, Instant until);

    /** The lags of one minute and site. */
    record Lag(Instant minute, String site, long lagSeconds, LagHistogram histogram, Instant lastArrivedAt) {}

    /** How late scans arrived between two instants, by hour of arrival, device and site; neither history nor scans without a device count. */
    List<DeviceLag> deviceLags(Instant from, Instant until);

    /** The lags of one hour, device and site. */
    record DeviceLag(Instant hour, String device, String site, long lagSeconds, LagHistogram histogram,
            Instant lastArrivedAt) {}
}
