package io.waypost.core.outlet;

import java.util.Comparator;
import java.util.List;

/**
 * Hard-to-deliver areas of an outlet (难派区域): those where clearly more attempts fail than where the same outlet delivers otherwise.
 *
 * <p>An area counts as hard where even the lower end of the 95 % interval of its failed share (Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22, 1927) lies above the share of all others. Few attempts prove nothing.
 */
public final class HardAreas {

    private static final double Z95 = 1.96;
    private static final long FEWEST = 20;

    private HardAreas() {}

    /** Attempts in an area, such as a district by its division code. */
    public record Attempts(String area, long attempts, long failed) {}

    /**
     * An area held against the outlet's others.
     *
     * @param share failed attempts of all there
     * @param elsewhere the same of the outlet's other areas together
     */
    public record Area(String area, long attempts, long failed, double share, double elsewhere, boolean hard) {}

    /** The areas of an outlet, the hard ones first, then by the share that fails. */
    public static List<Area> of(List<Attempts> areas) {
        long attempts = areas.stream().mapToLong(Attempts::attempts).sum();
        long failed = areas.stream().mapToLong(Attempts::failed).sum();
        return areas.stream()
                .filter(area -> area.attempts() > 0)
                .map(area -> area(area, attempts - area.attempts(), failed - area.failed()))
                .sorted(Comparator.comparing(Area::hard).reversed()
                        .thenComparing(Comparator.comparingDouble(Area::share).reversed())
                        .thenComparing(Area::area))
                .toList();
    }

    private static Area area(Attempts area, long otherAttempts, long otherFailed) {
        double share = Math.min(1, area.failed() / (double) area.attempts());
        double elsewhere = otherAttempts == 0 ? 0 : Math.min(1, otherFailed / (double) otherAttempts);
        boolean hard = area.attempts() >= FEWEST && otherAttempts >= FEWEST
                && lowerEnd(share, area.attempts()) > elsewhere;
        return new Area(area.area(), area.attempts(), area.failed(), share, elsewhere, hard);
    }

    private static double lowerEnd(double share, long of) {
        double z2 = Z95 * Z95;
        return (share + z2 / (2 * of) - Z95 * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of)))
                / (1 + z2 / of);
    }
}
