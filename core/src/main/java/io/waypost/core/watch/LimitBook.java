package io.waypost.core.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All versions of the table of limits, so that a replay decides by the version that counted then. Immutable. */
public final class LimitBook {

    private final List<Limits> newestFirst;

    public LimitBook(List<Limits> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A book of limits needs a version.");
        }
        newestFirst = versions.stream()
                .sorted(Comparator.comparing(Limits::effectiveFrom).thenComparingInt(Limits::version).reversed())
                .toList();
    }

    /** The version that counts at an instant; the oldest before all of them. */
    public Limits at(Instant instant) {
        return newestFirst.stream()
                .filter(limits -> !limits.effectiveFrom().isAfter(instant))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    /** The version of that number, or the one that counted at the instant if it is no longer kept. */
    public Limits version(int number, Instant otherwiseAt) {
        return newestFirst.stream().filter(limits -> limits.version() == number).findFirst()
                .orElseGet(() -> at(otherwiseAt));
    }
}
