package io.waypost.core.watch;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where days of rest are known of one place (网点停运日).
 *
 * @param site code of the site
 * @param stage what the parcels wait for there
 * @param laneClass how far they go on; null for all of them alike, since an outlet has one lorry for all of them
 */
public record RestKey(String site, Stage stage, @Nullable LaneClass laneClass) implements Comparable<RestKey> {

    private static final Comparator<RestKey> ORDER = Comparator.comparing(RestKey::site).thenComparing(RestKey::stage)
            .thenComparing(RestKey::laneClass, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(RestKey other) {
        return ORDER.compare(this, other);
    }

    /** The key under which a place's gaps teach, and under which it is looked up. */
    static RestKey of(String site, Stage stage, Lane lane) {
        return new RestKey(site, stage, stage == Stage.ARRIVED_HUB ? lane.laneClass() : null);
    }
}
