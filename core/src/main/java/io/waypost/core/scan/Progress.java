package io.waypost.core.scan;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far a parcel has come (进度): the newest valid scan by effective time, and when it was last turned back.
 *
 * <p>Adding scans is commutative and idempotent, so the order of their arrival does not matter.
 */
public record Progress(@Nullable Point last, @Nullable Instant returnedFrom) {

    /** Nothing is known. */
    public static final Progress NONE = new Progress(null, null);

    /** The progress with one more scan. */
    public Progress with(ScanType type, Instant effectiveAt, String site) {
        if (!type.valid()) {
            return this;
        }
        var point = new Point(effectiveAt, type, site);
        var newest = last == null || point.compareTo(last) > 0 ? point : last;
        var turned = type == ScanType.RETURN_STARTED && (returnedFrom == null || effectiveAt.isAfter(returnedFrom))
                ? effectiveAt
                : returnedFrom;
        return new Progress(newest, turned);
    }

    /** The status of the parcel. */
    public ParcelStatus status() {
        if (last == null) {
            return ParcelStatus.CREATED;
        }
        return ParcelStatus.after(last.type(), returnedFrom != null && !last.at().isBefore(returnedFrom));
    }

    /** A scan's place in the total order of a parcel's scans: time, then the order of a journey, then the site. */
    public record Point(Instant at, ScanType type, String site) implements Comparable<Point> {

        private static final Comparator<Point> ORDER = Comparator.comparing(Point::at).thenComparing(Point::type)
                .thenComparing(Point::site);

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }
    }
}
