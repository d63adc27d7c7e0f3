package io.waypost.core.device;

import io.waypost.core.watch.LagHistogram;
import java.util.List;
import java.util.Optional;

/**
 * Tells slow scanners (慢枪) from slow places. A scanner is slow where a share of its scans above {@link #LEAST_SHARE} needs more than five
 * minutes, beyond chance, and {@link #TIMES} what is usual for the other scanners of its place and for all scanners: a place whose network
 * is down makes all of its scanners late, and none of them slow. What is usual is a median, so that other slow ones do not hide it.
 */
public final class SlowScanners {

    /** A scanner with fewer scans is not judged. */
    public static final long LEAST_SCANS = 30;
    /** Up to this share of late scans nobody is called slow. */
    public static final double LEAST_SHARE = 0.05;
    /** How many times the usual share. */
    public static final double TIMES = 2;
    /** With fewer scans since, nobody says that a scanner is good again. */
    public static final long LEAST_GOOD_SCANS = 100;
    /** One-sided 97.5 %. */
    private static final double Z = 1.96;

    private SlowScanners() {}

    /**
     * Why a scanner is slow.
     *
     * @param lateShare of its scans, what took longer than five minutes
     * @param lateAtLeast the lower end of that share's interval (Wilson, 95 %)
     * @param usualHere the median of the other scanners of its place, or of all where too few there can be judged
     * @param usual the median of all scanners
     */
    public record Evidence(long scans, long late, double lateShare, double lateAtLeast, double usualHere,
            double usual) {}

    /** The evidence where it is slow; empty where it is not, or has too few scans to tell. */
    public static Optional<Evidence> judge(LagHistogram own, List<LagHistogram> othersOfThePlace, double usual) {
        long scans = own.scans();
        if (scans < LEAST_SCANS) {
            return Optional.empty();
        }
        double share = late(own);
        double atLeast = wilsonLow(share, scans);
        double usualHere = othersOfThePlace.stream().noneMatch(SlowScanners::judged) ? usual : usual(othersOfThePlace);
        boolean slow = atLeast > LEAST_SHARE && atLeast > TIMES * Math.max(usual, usualHere);
        return slow
                ? Optional.of(new Evidence(scans, Math.round(share * scans), share, atLeast, usualHere, usual))
                : Optional.empty();
    }

    /** The median share of late scans of those that have enough scans; 0 where none has. */
    public static double usual(List<LagHistogram> scanners) {
        var shares = scanners.stream().filter(SlowScanners::judged).mapToDouble(SlowScanners::late).sorted().toArray();
        return shares.length == 0 ? 0 : (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
    }

    /**
     * The newest of a scanner's hours that tell whether it is good again: as few as hold {@link #LEAST_GOOD_SCANS}. It is where no more
     * than {@link #LEAST_SHARE} of them came late; what was before the repair does not count against it.
     *
     * @return what came in where it is good again, empty where it is not or has too few scans to tell
     */
    public static Optional<LagHistogram> goodAgain(List<LagHistogram> hoursNewestFirst) {
        var newest = LagHistogram.EMPTY;
        for (var hour : hoursNewestFirst) {
            newest = newest.plus(hour);
            if (newest.scans() >= LEAST_GOOD_SCANS) {
                return newest.shareUnderFiveMinutes() >= 1 - LEAST_SHARE ? Optional.of(newest) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean judged(LagHistogram lags) {
        return lags.scans() >= LEAST_SCANS;
    }

    private static double late(LagHistogram lags) {
        return 1 - lags.shareUnderFiveMinutes();
    }

    private static double wilsonLow(double share, long scans) {
        double square = Z * Z / scans;
        double margin = Z * Math.sqrt(share * (1 - share) / scans + square / (4 * scans));
        return (share + square / 2 - margin) / (1 + square);
    }
}
