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
     * Tells the scans of each parcel that were taken in since the given instant, parcel by parcel; not those that were brought from
     * elsewhere, for these parcels were chosen.
     *
     * @param oneIn look at one parcel in so many
     */
    void each(Instant since, int oneIn, Consumer<Way> parcel);

    /**
     * The same for the parcels whose scans are kept elsewhere ({@link WaysElsewhere}), those that were brought among them: the sample is
     * drawn from all, so it has as many parcels in trouble as there are. Not to be called within a transaction, for it may take minutes; it
     * has short ones of its own.
     */
    void eachElsewhere(Instant since, int oneIn, Consumer<Way> parcel);

    /**
     * When work that reads everything begins on this node, where it is due then: later if only another node can read what is kept
     * elsewhere, so that the other comes first, and the work is not left undone where that node is gone.
     */
    Instant from(Instant due);

    /**
     * The way of one parcel.
     *
     * @param scans in the order of its journey
     * @param division where it goes, where that is known
     * @param promisedAt by when it was to be delivered; null where nothing is promised
     * @param elsewhere whether it was told from elsewhere, since the timelines do not have these scans, or not all of them
     */
    record Way(String waybill, List<TimelineScan> scans, @Nullable String division, @Nullable Instant promisedAt,
            boolean elsewhere) {

        public Way {
            scans = List.copyOf(scans);
        }
    }

    /** The ways of those parcels, here or elsewhere; those that are not known, or have no scans that can be told now, are missing. */
    List<Way> of(Collection<String> waybills);

    /** Notes that those ways, told from elsewhere, have come to their end: {@link #promised} need not give them again. */
    void over(Collection<String> waybills);

    /** Has the scans of those ways, told from elsewhere, brought into the timelines soon: somebody has to look at them. */
    void bring(Collection<String> waybills);

    /**
     * Parcels that have been scanned, or may have been elsewhere, are not known as delivered or turned back, and promised within the span:
     * in the order of promise and waybill, after the given place.
     *
     * @param until not included
     */
    List<Place> promised(Instant from, Instant until, @Nullable Place after, int most);

    /** A parcel's place among the promised ones. */
    record Place(Instant promisedAt, String waybill) {}

    /** How many scans the timelines hold, and those that are kept elsewhere, roughly. */
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
