package io.waypost.core.anomaly;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a parcel: its valid scans in the order of the journey, and its stays, each of which is a run of scans at one site.
 *
 * @param scans without those that only tell something
 */
record Course(List<CourseScan> scans, List<Stay> stays) {

    /** A run of scans at one site: from the first to the last of them by their place in the course. */
    record Stay(String site, int first, int last) {}

    /** The course of those scans, in whatever order they come; of two alike one counts. */
    static Course of(List<CourseScan> scans) {
        var ordered = scans.stream().filter(scan -> scan.type().valid()).distinct()
                .sorted(Comparator.comparing(CourseScan::at).thenComparing(CourseScan::type)
                        .thenComparing(CourseScan::site)
                        .thenComparing(scan -> Objects.requireNonNullElse(scan.nextSite(), "")))
                .toList();
        var stays = new ArrayList<Stay>();
        for (int i = 0; i < ordered.size(); i++) {
            var site = ordered.get(i).site();
            if (!stays.isEmpty() && stays.getLast().site().equals(site)) {
                var stay = stays.removeLast();
                stays.add(new Stay(site, stay.first(), i));
            } else {
                stays.add(new Stay(site, i, i));
            }
        }
        return new Course(ordered, List.copyOf(stays));
    }

    Instant beginning(Stay stay) {
        return scans.get(stay.first()).at();
    }

    /** Whether the stay ends with a departure; else the parcel may not have left, and a clock is wrong. */
    boolean leaves(Stay stay) {
        return scans.get(stay.last()).type() == ScanType.DEPARTED;
    }

    /** The first scan from there on at which the parcel is at the site; null where there is none. */
    @Nullable
    CourseScan firstAt(String site, int from) {
        return scans.subList(from, scans.size()).stream().filter(scan -> scan.site().equals(site)).findFirst()
                .orElse(null);
    }

    /** When, from that scan on, the parcel was delivered or turned back; null where it was not. */
    @Nullable
    Instant over(int from) {
        return scans.subList(from, scans.size()).stream().filter(scan -> Kinds.over(scan.type())).map(CourseScan::at)
                .findFirst().orElse(null);
    }
}
